/** What a sign of a text is to its units. */
export const unitClasses = {
  separator: 1,
  letter: 2,
  digit: 3,
  sign: 4,
  unseen: 5,
  apostrophe: 6,
} as const;
const signPattern = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const otherSignPattern = /[\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const letterPattern = /[\p{L}\p{M}\p{N}]/u;
const unseenPattern = /[\u00ad\u200b-\u200d\u2060]/u;
const apostrophePattern = /['’‘ʼ＇`´]/u;
/** Of the basic plane, worked out when first met; 0: not yet. */
const known = new Uint8Array(0x1_0000);

/** The class of the sign that begins at an offset. Cost: a look in a table, but for signs outside the basic plane. */
export function unitClassOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdbff)
    return workOut(String.fromCodePoint(text.codePointAt(at) ?? 0));
  let found = known[unit] ?? 0;
  if (found === 0) {
    found = workOut(String.fromCharCode(unit));
    known[unit] = found;
  }
  return found;
}

function workOut(character: string): number {
  if (/[0-9]/.test(character)) return unitClasses.digit;
  if (apostrophePattern.test(character)) return unitClasses.apostrophe;
  if (unseenPattern.test(character)) return unitClasses.unseen;
  if (!letterPattern.test(character)) return unitClasses.separator;
  if (signPattern.test(character) || otherSignPattern.test(character)) return unitClasses.sign;
  return unitClasses.letter;
}

/** Whether an apostrophe, of whatever form, stands here. */
export function isApostrophe(text: string, at: number): boolean {
  return unitClassOf(text, at) === unitClasses.apostrophe;
}

/** Whether a letter or digit stands here; before the text: no. */
export function isInWord(text: string, at: number): boolean {
  if (at < 0) return false;
  const kind = unitClassOf(text, at);
  return kind === unitClasses.letter || kind === unitClasses.digit;
}
