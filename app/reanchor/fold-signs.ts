const doubleQuotes = '"“”„‟«»″＂〝〞「」『』';
const singleQuotes = "'‘’‚‛‹›′＇`´";
const dashes = '-‐‑‒–—―−﹘﹣－';

const signs: ReadonlyMap<string, string> = new Map([
  ...[...doubleQuotes].map((sign) => [sign, '"'] as const),
  ...[...singleQuotes].map((sign) => [sign, "'"] as const),
  ...[...dashes].map((sign) => [sign, '-'] as const),
]);

/** What each code unit is folded to, found when it is first met. */
const folded: string[] = [];

/** Whether a sign is a dash or a hyphen of any length. */
export function isDash(sign: string): boolean {
  return signs.get(sign) === '-';
}

/**
 * A text in which only what a change of typography leaves counts: quotation marks, apostrophes, dashes and spaces of all
 * kinds are one sign each, letters are lower-case. As long as the text, code unit by code unit.
 */
export function foldSigns(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    let unit = folded[code];
    if (unit === undefined) {
      unit = foldUnit(text.charAt(at));
      folded[code] = unit;
    }
    result += unit;
  }
  return result;
}

function foldUnit(unit: string): string {
  const known = signs.get(unit);
  if (known !== undefined) return known;
  if (/\s/u.test(unit)) return ' ';
  const lower = unit.toLowerCase();
  // "İ" becomes two code units.
  return lower.length === 1 ? lower : unit;
}
