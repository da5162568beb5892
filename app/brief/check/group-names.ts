/** Little words that stand within names and between them, and what an apostrophe leaves. */
const joining = new Set(
  `of the and for on in to a an at with by from s d l de la le les du des el los las y e i et und von van der den dem zu zur di da do al bin ibn`.split(
    /\s+/u,
  ),
);
const mostJoining = 3;
/** Between two words of a name stands nothing else. */
const inside = /^[\s'’.,&/‐‑-]*$/u;

/**
 * Which words of a text are parts of names, titles and offices, by their capitals: words of one name, and of names that
 * little words or commas join ("Chinese President Xi Jinping and the Ministry of Foreign Affairs"), have one number from 1 on;
 * 0 for all others. A capital at the beginning of a sentence counts only if the next word has one as well. Cost: the words.
 */
export function groupNames(
  text: string,
  words: readonly { readonly start: number; readonly end: number }[],
): readonly number[] {
  const names = new Array<number>(words.length).fill(0);
  const isCapital = words.map(({ start }) => /^\p{Lu}/u.test(text.slice(start, start + 2)));
  const between = (at: number): string =>
    text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0);
  const begins = (at: number): boolean => at === 0 || /[.!?:“"„«\uFFFC]/u.test(between(at));
  let group = 0;
  let last = -1;
  for (let at = 0; at < words.length; at += 1) {
    if (isCapital[at] !== true) continue;
    const word = words[at];
    const isAll =
      word !== undefined && /^[\p{Lu}\p{N}]{2,}$/u.test(text.slice(word.start, word.end));
    if (begins(at) && !isAll && isCapital[at + 1] !== true) continue;
    if (!joins(at)) group += 1;
    else names.fill(group, last + 1, at);
    names[at] = group;
    last = at;
  }
  return names;

  /** Whether nothing but little words, numbers, commas and the like stands between the last word of a name and this one. */
  function joins(at: number): boolean {
    if (last < 0 || at - last - 1 > mostJoining) return false;
    for (let index = last + 1; index <= at; index += 1) {
      if (!inside.test(between(index))) return false;
      const { start, end } = words[index] ?? { start: 0, end: 0 };
      const lower = text.slice(start, end).toLowerCase();
      if (index < at && !joining.has(lower) && !/^\p{N}+$/u.test(lower)) return false;
    }
    return true;
  }
}
