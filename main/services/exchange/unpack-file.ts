import { ExchangeFault, type ImportFile } from '../../../app/exchange/exchange-format.ts';
import { type UnzippedEntry, unzipEntries, usualUnzipLimits } from '../parse/zip/unzip.ts';

const zipLimits = { ...usualUnzipLimits, entries: 20_000 };
const mostInArchive = 512 * 1024 * 1024;
const mostOfEntry = 100_000_000;
const pieceLength = 65_536;

/**
 * The files in a ZIP, in the order of its directory, each unpacked when it is read, within the limits that articles in
 * archives have (rule T21). Left out are names that begin with a dot and `__MACOSX`: nobody put those there. Keeps the
 * archive in memory as long as a file of it is kept. Throws `ExchangeFault` for what is no ZIP or a damaged one.
 */
export async function unpackFile(file: ImportFile): Promise<readonly ImportFile[]> {
  const archive = await file.bytes(mostInArchive);
  const files: ImportFile[] = [];
  for await (const entry of unzipEntries(archive, zipLimits)) {
    if (!entry.ok) throw new ExchangeFault(isZip(archive) ? entry.error.message : noZip(file.name));
    if (!isHidden(entry.value.path)) files.push(packedFile(entry.value));
  }
  return files;
}

function isZip([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b;
}

function noZip(name: string): string {
  return `“${name}” is neither a folder nor a ZIP of one, nor a file of this format. Choose another file or format.`;
}

function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX');
}

function packedFile(entry: UnzippedEntry): ImportFile {
  const { path, size } = entry;
  const bytes = async (limit = mostOfEntry): Promise<Uint8Array> => {
    if (size > limit) {
      const most = Math.round(limit / 1_000_000).toLocaleString('en-GB');
      throw new ExchangeFault(`${path} has more than ${most} MB. Divide it, and import the parts.`);
    }
    const content = await entry.read();
    if (!content.ok) throw new ExchangeFault(`${path}: ${content.error.message}`);
    return content.value;
  };
  return {
    name: path,
    size,
    bytes,
    chunks: async function* chunks() {
      const content = await bytes(mostInArchive);
      for (let start = 0; start < content.length; start += pieceLength) {
        yield content.subarray(start, start + pieceLength);
      }
    },
  };
}
