import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put into an archive. */
export interface ZipFile {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Says that it is encrypted. */
  readonly isEncrypted?: boolean;
  /** Says another size than it has. */
  readonly claimedSize?: number;
}

/** A ZIP archive (PKWARE's APPNOTE 6.3), written by hand so that what is wrong in it can be chosen. */
export function makeZip(files: readonly ZipFile[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, isEncrypted = false, claimedSize } of files) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const path = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800 | (isEncrypted ? 1 : 0), 2);
    common.writeUInt16LE(8, 4);
    // 12 May 2026, 06:48
    common.writeUInt16LE((6 << 11) | (48 << 5), 6);
    common.writeUInt16LE(((2026 - 1980) << 9) | (5 << 5) | 12, 8);
    common.writeUInt32LE(crc32(raw), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? raw.length, 18);
    common.writeUInt16LE(path.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, path, packed]);
    local.push(entry);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), common, rest, path]));
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
