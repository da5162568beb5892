/** A piece of an RTF file. Text is Latin-1: each of its characters is one byte, to be decoded by its code page. */
export type RtfToken =
  | { readonly type: 'open' }
  | { readonly type: 'close' }
  | { readonly type: 'text'; readonly text: string }
  /** A byte written as `\'hh`. */
  | { readonly type: 'byte'; readonly byte: number }
  /** A control word, or a control sign such as `*` and `~`. */
  | { readonly type: 'control'; readonly word: string; readonly parameter: number | null };

const controlWord = /\\([A-Za-z]{1,32})(-?\d{1,10})? ?/y;
const plainText = /[^\\{}\r\n]+/y;

/**
 * Takes an RTF file, as Latin-1, apart (Rich Text Format Specification 1.9.1, "RTF Syntax"). Line ends of the file itself
 * mean nothing. Binary data behind `\bin` are passed over. Never throws; linear.
 */
export function* rtfTokens(source: string): Generator<RtfToken> {
  let index = 0;
  while (index < source.length) {
    const sign = source[index];
    if (sign === '{' || sign === '}') {
      yield { type: sign === '{' ? 'open' : 'close' };
      index += 1;
    } else if (sign === '\r' || sign === '\n') {
      index += 1;
    } else if (sign === '\\') {
      controlWord.lastIndex = index;
      const match = controlWord.exec(source);
      if (match === null) {
        const symbol = source[index + 1] ?? '';
        const byte =
          symbol === "'" ? /^[\da-f]{2}/i.exec(source.slice(index + 2, index + 4)) : null;
        if (byte !== null) yield { type: 'byte', byte: Number.parseInt(byte[0], 16) };
        // A line end behind a backslash is a paragraph's end.
        else if (symbol === '\r' || symbol === '\n') {
          yield { type: 'control', word: 'par', parameter: null };
        } else yield { type: 'control', word: symbol, parameter: null };
        index += byte === null ? 2 : 4;
        continue;
      }
      const [all, word = '', digits] = match;
      const parameter = digits === undefined ? null : Number(digits);
      index += all.length;
      if (word === 'bin') index += Math.max(0, parameter ?? 0);
      else yield { type: 'control', word, parameter };
    } else {
      plainText.lastIndex = index;
      const text = plainText.exec(source)?.[0] ?? '';
      yield { type: 'text', text };
      index += text.length;
    }
  }
}
