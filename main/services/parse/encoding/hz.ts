import iconv from 'iconv-lite';
import { simplifiedChinese } from './letter-models.ts';

const common = new Set(simplifiedChinese.flatMap(({ letters }) => [...letters]));
const fewestCharacters = 6;
const stretch = /~\{([^\n]*?)(?:~\}|$)|~~|~\n/gm;

/**
 * Whether an ASCII text is Chinese in HZ (RFC 1843): pairs of letters between `~{` and `~}` on one line, all of which
 * are characters of GB 2312, an eighth of them common ones.
 */
export function isHz(sample: Uint8Array): boolean {
  const text = asciiOf(sample);
  if (!text.includes('~{')) return false;
  let characters = 0;
  let usual = 0;
  for (const [whole, inner] of text.matchAll(stretch)) {
    if (inner === undefined) continue;
    const read = whole.endsWith('~}') ? charactersOf(inner) : null;
    // The sample may end within the last one.
    if (read === null) return false;
    characters += [...read].length;
    usual += [...read].filter((character) => common.has(character)).length;
  }
  return characters >= fewestCharacters && usual * 8 >= characters;
}

/** The text; U+FFFD stands for each stretch of signs that means nothing. */
export function decodeHz(bytes: Uint8Array): string {
  return asciiOf(bytes).replace(stretch, (whole, inner?: string) => {
    if (inner !== undefined) return charactersOf(inner) ?? '\ufffd';
    return whole === '~~' ? '~' : '';
  });
}

/** `null`: they are not all characters of GB 2312. */
function charactersOf(letters: string): string | null {
  if (letters.length % 2 !== 0 || !/^[\x21-\x7e]*$/.test(letters)) return null;
  const bytes = Buffer.from(letters, 'latin1').map((byte) => byte | 0x80);
  const text = iconv.decode(Buffer.from(bytes), 'gb2312');
  return /[\ufffd\ue000-\uf8ff]/.test(text) ? null : text;
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replaceAll('\r\n', '\n');
}
