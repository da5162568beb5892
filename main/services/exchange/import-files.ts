import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import {
  ExchangeFault,
  type ImportFile,
  type ImportInput,
} from '../../../app/exchange/exchange-format.ts';
import { errorCode } from '../files/error-code.ts';

const bytesAtMost = 100_000_000;
const filesAtMost = 100_000;

/** The file, or the files of the folder, at a path; hidden ones are left out. Throws `ExchangeFault` if it is gone. */
export async function importInput(path: string): Promise<ImportInput> {
  try {
    const about = await stat(path);
    if (!about.isDirectory()) {
      return { name: basename(path), files: [fileAt(path, basename(path), about.size)] };
    }
    const names = await readdir(path, { recursive: true, withFileTypes: true });
    const files: ImportFile[] = [];
    for (const entry of names) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      if (files.length >= filesAtMost) {
        throw new ExchangeFault(
          `“${basename(path)}” holds over 100,000 files. Choose a smaller folder.`,
        );
      }
      const whole = join(entry.parentPath, entry.name);
      const name = whole
        .slice(path.length + 1)
        .split(sep)
        .join('/');
      files.push(fileAt(whole, name, (await stat(whole)).size));
    }
    return {
      name: basename(path),
      files: files.sort((one, other) => (one.name < other.name ? -1 : 1)),
    };
  } catch (error) {
    throw readFault(basename(path), error);
  }
}

function fileAt(path: string, name: string, size: number): ImportFile {
  return {
    name,
    size,
    async bytes(limit = bytesAtMost) {
      if (size > limit) throw new ExchangeFault(tooLarge(name, limit));
      try {
        const file = await open(path);
        try {
          const bytes = await file.readFile();
          if (bytes.length > limit) throw new ExchangeFault(tooLarge(name, limit));
          return bytes;
        } finally {
          await file.close();
        }
      } catch (error) {
        throw readFault(name, error);
      }
    },
    async *chunks() {
      try {
        for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
          yield chunk as Uint8Array;
        }
      } catch (error) {
        throw readFault(name, error);
      }
    },
  };
}

function tooLarge(name: string, limit: number): string {
  return `“${name}” is larger than ${Math.round(limit / 1_000_000)} MB. Divide it, then import the parts.`;
}

/** Faults pass; what the system says becomes one. */
function readFault(name: string, error: unknown): unknown {
  const code = errorCode(error);
  if (code === null) return error;
  return new ExchangeFault(
    `“${name}” could not be read (${code}). Check that it is there, then try again.`,
  );
}
