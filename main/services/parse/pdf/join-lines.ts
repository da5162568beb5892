/** What a document's words, those inside its lines, say of the hyphens at its line ends. */
export interface HyphenHabits {
  /** Words, hyphened ones whole, in lower case. */
  readonly words: ReadonlySet<string>;
  /** Whether words are parted at line ends, over and above those that have a hyphen anyway. */
  readonly hyphenates: boolean;
}

const wordPattern = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const partedEnd = /([\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*)[-\u2010\u00ad]$/u;
const firstWord = /^[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/u;

// Pieces that stand at the end of words and are no words: what is behind the hyphen was parted.
const endings =
  /^(?:tions?|tional|sions?|cally|tively|ments?|mental|ness|ings?|ingly|ables?|ibles?|bility|ities|ously|ances?|ences?|tures?|tured|turing|tors?|ties|cial|tial|lich|liche[nrsm]?|keit|keiten|heit|heiten|schaft|schaften|ung|ungen|schen|scher|ción|ciones|mente|zione|zioni|ção|ções)$/u;

// Words that stand before a hyphen of their own far more often than before a parted end.
const firstParts = new Set(
  (
    'well self high low long short half cross full best worst ill much two three four five seven eight nine first ' +
    'second third double multi socio semi'
  ).split(' '),
);

const conjunctions = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of)\b/;

/** Looks through all lines of a document. Linear. */
export function hyphenHabits(lines: readonly string[]): HyphenHabits {
  const words = new Set<string>();
  let parted = 0;
  let hyphens = 0;
  let spaces = 0;
  for (const [index, line] of lines.entries()) {
    const bare = line.replace(partedEnd, '');
    for (const [word] of bare.matchAll(wordPattern)) words.add(word.toLowerCase());
    hyphens += bare.match(/\p{L}-\p{L}/gu)?.length ?? 0;
    spaces += bare.match(/\s/g)?.length ?? 0;
    if (partedEnd.test(line) && /^\p{Ll}/u.test(lines[index + 1] ?? '')) parted += 1;
  }
  // As many hyphens would stand at line ends by chance if words were only parted at hyphens that they have anyway.
  const expected = (lines.length * hyphens) / Math.max(1, spaces + hyphens);
  return { words, hyphenates: parted > expected + 2 * Math.sqrt(expected) + 1 };
}

const wide =
  /[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;

/**
 * The words of a paragraph so far with those of its next line (rule T15): parted words whole again, hyphens of their own
 * kept, no space between Chinese or Japanese letters.
 */
export function joinLines(text: string, next: string, habits: HyphenHabits): string {
  if (text === '') return next;
  const last = text.slice(-1);
  if (last === '\u00ad') return text.slice(0, -1) + next;
  if (wide.test(last) && wide.test(next[0] ?? '')) return text + next;
  // A dash between two words without spaces; an address that was parted.
  if (/\S[—]$/.test(text) || (/^[—]\S/.test(next) && /\S$/.test(text))) return text + next;
  if (/(?:https?:\/\/|www\.)\S*[/?&=_.%-]$/.test(text)) return text + next;
  const loose = looseHyphen(text, next, habits);
  if (loose !== null) return loose;
  if (!/[-\u2010]$/.test(text) || !/[\p{L}\p{N}][-\u2010]$/u.test(text)) return `${text} ${next}`;
  const first = partedEnd.exec(text)?.[1];
  const second = firstWord.exec(next)?.[0];
  // Digits, names and abbreviations keep their hyphen.
  if (first === undefined || second === undefined || !/^\p{Ll}/u.test(second)) return text + next;
  if (conjunctions.test(next) && !habits.words.has(`${first}${second}`.toLowerCase())) {
    return `${text} ${next}`;
  }
  return wasParted(first, second, habits) ? text.slice(0, -1) + next : text + next;
}

/**
 * A hyphen that stands a little apart in a line that was stretched looks like a dash, `under -`: it is one unless the word
 * is known whole, or its beginning is no word. `null`: there is none.
 */
function looseHyphen(text: string, next: string, habits: HyphenHabits): string | null {
  const match = /(\p{L}+) [-\u2010]$/u.exec(text);
  const second = /^\p{Ll}+/u.exec(next)?.[0];
  if (match === null || second === undefined) return null;
  const first = (match[1] ?? '').toLowerCase();
  const isKnown = habits.words.has(first + second);
  return isKnown || (habits.hyphenates && !habits.words.has(first))
    ? text.slice(0, -2) + next
    : null;
}

function wasParted(first: string, second: string, { words, hyphenates }: HyphenHabits): boolean {
  const [one, other] = [first.toLowerCase(), second.toLowerCase()];
  if (words.has(one + other)) return true;
  if (words.has(`${one}-${other}`)) return false;
  // A word with a hyphen of its own is parted there.
  if (one.includes('-') || other.includes('-')) return hyphenates && !words.has(lastPart(one));
  if (endings.test(other)) return true;
  if (!hyphenates || (firstParts.has(one) && other.length > 2)) return false;
  return !(words.has(one) && words.has(other) && one.length > 3 && other.length > 3);
}

function lastPart(word: string): string {
  return word.slice(word.lastIndexOf('-') + 1);
}
