/** A piece of a tag expression as it was typed. `start` and `end` count UTF-16 code units of it, half-open. */
export interface TagToken {
  readonly kind: 'open' | 'close' | 'minus' | 'equals' | 'slash' | 'quoted' | 'word';
  /** Of `quoted` without its marks; else as typed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of `quoted`: whether its closing mark is there. */
  readonly isClosed?: boolean;
}

const space = /\s/u;
const quotationMark = /["\u201c\u201d\u201e\u201f\u00ab\u00bb\u300c\u300d\u300e\u300f\uff02]/u;
const minus = /[-\u2010-\u2015\u2212]/u;
const single: Readonly<Record<string, TagToken['kind']>> = {
  '(': 'open',
  ')': 'close',
  '/': 'slash',
};

/** Cuts a tag expression into pieces. Every text can be cut. Cost: its length. */
export function tagTokens(text: string): readonly TagToken[] {
  const tokens: TagToken[] = [];
  let at = 0;
  while (at < text.length) {
    if (space.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = tokenAt(text, at);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, start: number): TagToken {
  const character = text.charAt(start);
  const kind = single[character];
  if (kind !== undefined) return { kind, text: character, start, end: start + 1 };
  if (quotationMark.test(character)) return quotedAt(text, start);
  const next = text.charAt(start + 1);
  if (next !== '' && !space.test(next)) {
    if (minus.test(character)) return { kind: 'minus', text: character, start, end: start + 1 };
    if (character === '=') return { kind: 'equals', text: character, start, end: start + 1 };
  }
  let end = start;
  while (end < text.length && !endsWord(text.charAt(end))) end += 1;
  return { kind: 'word', text: text.slice(start, end), start, end };
}

function endsWord(character: string): boolean {
  return space.test(character) || single[character] !== undefined || quotationMark.test(character);
}

/** From a straight mark to the next one, two in a row standing for one; from any other mark to the next of whatever kind. */
function quotedAt(text: string, start: number): TagToken {
  const isStraight = text.charAt(start) === '"';
  let name = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isStraight ? character !== '"' : !quotationMark.test(character)) {
      name += character;
    } else if (isStraight && text.charAt(at + 1) === '"') {
      name += character;
      at += 1;
    } else {
      return { kind: 'quoted', text: name, start, end: at + 1, isClosed: true };
    }
  }
  return { kind: 'quoted', text: name, start, end: text.length, isClosed: false };
}

/** Whether a name can stand in an expression as it is, without quotation marks, and be read as that name. */
export function isBareName(name: string): boolean {
  const tokens = tagTokens(name);
  return (
    tokens.length > 0 &&
    tokens.every(({ kind, text }) => kind === 'word' && !isOperator(text)) &&
    tokens.map(({ text }) => text).join(' ') === name &&
    !minus.test(name.charAt(0)) &&
    !name.startsWith('=')
  );
}

/** Whether a bare word is one of the words between and before tags. They are written in capitals. */
export function isOperator(word: string): boolean {
  return word === 'AND' || word === 'OR' || word === 'NOT';
}

/** A name in quotation marks, those in it doubled. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
