/** A quotation mark where it stands, and what it may do there by what stands on either side. */
export interface Mark {
  readonly at: number;
  /** 2 of marks that are made of two signs, '' and ``. */
  readonly length: number;
  readonly sign: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * What closes what each mark opens: the usages of many languages (“…” „…“ „…” ”…” «…» »…« 「…」), and those that only
 * keyboards know: a mark of one kind closed by one of another, or by the opening one turned into a closing one.
 */
const closers: Readonly<Record<string, string>> = {
  '“': '”“"‟″',
  '”': '”“"',
  '"': '"”“',
  '„': '“”"‟',
  '‟': '”"',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '「': '」',
  '『': '』',
  '〝': '〟〞',
  '＂': '＂',
  "''": "''’’\"",
  '‘‘': "’’''",
  '``': "''\"",
};

const doubleSigns = /''|``|‘‘|’’|["“”„‟«»‹›「」『』〝〟〞＂]/gu;
const beforeOpening = /[\s([{<\-–—―:,;…/¿¡‘'“"„«‚]/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}，。、：；！？（）]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const digit = /\p{Nd}/u;
const alwaysClosing = '”»』」〟〞›';
const alwaysOpening = '“„«「『〝';

/** Whether `closing` may end what `opening` began. */
export function closesMark(opening: string, closing: string): boolean {
  return closers[opening]?.includes(closing) ?? false;
}

/** The double marks of a block's text in order. Inches (6'2", a 14" screen) are none. Linear. */
export function doubleMarksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(doubleSigns)) {
    const sign = match[0];
    const before = text.charAt(match.index - 1);
    const after = text.charAt(match.index + sign.length);
    if (isInch(text, match.index, sign, marks)) continue;
    const spacedInside = sign === '«' || sign === '»';
    const asLetter = unspaced.test(before) || unspaced.test(after);
    const opens =
      after !== '' &&
      (!/\s/u.test(after) || sign === '«') &&
      (before === '' ||
        beforeOpening.test(before) ||
        asLetter ||
        (alwaysOpening.includes(sign) && letterOrDigit.test(after)));
    const closes =
      before !== '' &&
      (!/\s/u.test(before) || spacedInside) &&
      (after === '' || !letterOrDigit.test(after) || asLetter || alwaysClosing.includes(sign));
    if (opens || closes) {
      marks.push({ at: match.index, length: sign.length, sign, opens, closes });
    }
  }
  return marks;
}

/** Feet and inches always; a bare number and a mark, where no mark is open that it could close. */
function isInch(text: string, at: number, sign: string, before: readonly Mark[]): boolean {
  if ((sign !== '"' && sign !== '”') || !digit.test(text.charAt(at - 1))) return false;
  if (/\d['’′] ?\d{1,2}$/u.test(text.slice(Math.max(0, at - 6), at))) return true;
  const last = before.at(-1);
  return last === undefined || (last.closes && !last.opens);
}
