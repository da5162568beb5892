import { strToU8, Zip, ZipDeflate } from 'fflate';

/** The oldest date that a ZIP can hold: it says that the date says nothing. */
const noDate = new Date(1980, 0, 1);
/** Text that is packed at a time, in code units. */
const portion = 65_536;

/** A file of an archive, its text in pieces. */
export interface ZippedText {
  /** With `/` between names. */
  readonly path: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

/**
 * Packs texts as UTF-8, piece by piece; nothing is held longer than it takes to pack it. The same texts are the same bytes:
 * entries have no date.
 */
export async function* writeZip(
  files: AsyncIterable<ZippedText> | Iterable<ZippedText>,
): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    waiting.push(chunk);
  });
  const taken = (): readonly Uint8Array[] => {
    const chunks = waiting;
    waiting = [];
    return chunks.filter(({ length }) => length > 0);
  };
  for await (const { path, content } of files) {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = noDate;
    zip.add(file);
    let text = '';
    for await (const piece of content) {
      text += piece;
      if (text.length < portion) continue;
      // A pair that a portion divided would become two replacement characters.
      const isDivided = /[\ud800-\udbff]$/.test(text);
      file.push(strToU8(isDivided ? text.slice(0, -1) : text));
      text = isDivided ? text.slice(-1) : '';
      yield* taken();
    }
    file.push(strToU8(text), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
