import { basename } from 'node:path/posix';
import { isCompanionFolder } from '../../corpus/companion-folder.ts';
import { isReadableName } from '../formats.ts';
import { parseFailure } from '../parse-failure.ts';
import type { Source, SourcePart, SourceReader } from '../source.ts';
import { type UnzippedEntry, unzipEntries, usualUnzipLimits } from './unzip.ts';

/** Far more than anybody packs, and few enough that the report of an archive made to do harm has an end. */
const zipLimits = { ...usualUnzipLimits, entries: 20_000 };

const longestPart = 400;

/**
 * An archive: each file in it is read as any file is, and its parts are named by the way to it (rule T21). Passed over in
 * silence is what people did not put there: files that begin with a dot, `__MACOSX`, the folders of saved web pages.
 */
export const zipReader: SourceReader = async function* readZip(source, parseInner) {
  const entries: UnzippedEntry[] = [];
  let problem: SourcePart | null = null;
  for await (const entry of unzipEntries(source.bytes, zipLimits)) {
    if (entry.ok) entries.push(entry.value);
    else problem = { part: null, format: 'zip', encoding: null, article: entry };
  }
  const isCompanion = companionFolders(entries);
  let count = 0;
  for (const entry of entries) {
    if (isHidden(entry.path) || isCompanion(entry.path)) continue;
    count += 1;
    yield* readEntry(entry, source, parseInner);
  }
  if (problem !== null) yield problem;
  else if (count === 0) {
    yield { part: null, format: 'zip', encoding: null, article: parseFailure('empty') };
  }
};

async function* readEntry(
  entry: UnzippedEntry,
  source: Source,
  parseInner: (source: Source) => AsyncIterable<SourcePart>,
): AsyncGenerator<SourcePart> {
  const path = shownPath(entry.path);
  const fail = (article: SourcePart['article']): SourcePart => ({
    part: path,
    format: 'zip',
    encoding: null,
    article,
  });
  // Pictures and films are not even unpacked.
  if (!isReadableName(entry.path)) {
    yield fail(parseFailure('unsupported'));
    return;
  }
  const bytes = await entry.read();
  if (!bytes.ok) {
    yield fail(bytes);
    return;
  }
  const inner: Source = {
    fileName: basename(entry.path),
    bytes: bytes.value,
    modifiedAt: entry.modifiedAt,
    encoding: source.encoding,
    columns: source.columns,
  };
  for await (const part of parseInner(inner)) {
    // The analyst names columns of a file, not of one among many in an archive.
    const asks = !part.article.ok && part.article.error.code === 'columns';
    yield {
      ...part,
      part: part.part === null ? path : `${path}/${part.part}`,
      ...(part.key === undefined ? {} : { key: `${path}/${part.key}` }),
      ...(asks ? { article: parseFailure('packed-columns') } : {}),
    };
  }
}

/** A path as a part's name, which a record must have room for: too long a one loses its middle. */
function shownPath(path: string): string {
  if (path.length <= longestPart) return path;
  const half = longestPart / 2;
  return `${path.slice(0, half - 1)}…${path.slice(-half)}`.toWellFormed();
}

function isHidden(path: string): boolean {
  return path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX');
}

/** Whether a path leads into the folder of a web page that is in the archive, too. */
function companionFolders(entries: readonly UnzippedEntry[]): (path: string) => boolean {
  const siblings = new Map<string, string[]>();
  for (const { path } of entries) {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const names = siblings.get(folder) ?? [];
    names.push(basename(path));
    siblings.set(folder, names);
  }
  const known = new Map<string, boolean>();
  const isCompanion = (folder: string): boolean => {
    const parent = folder.slice(0, folder.lastIndexOf('/') + 1);
    const name = folder.slice(parent.length);
    return isCompanionFolder(name, siblings.get(parent) ?? []);
  };
  return (path) => {
    for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
      const folder = path.slice(0, at);
      const found = known.get(folder) ?? isCompanion(folder);
      known.set(folder, found);
      if (found) return true;
    }
    return false;
  };
}
