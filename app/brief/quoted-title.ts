import { quotationMarks } from './quotation-marks.ts';

/**
 * A title in quotation marks, as it stands in a line: those of its own become single ones, so that no pair stands within its
 * like; a title that is one quotation as a whole keeps its own. Only for titles: quoted words are never touched (rule C6).
 */
export function quotedTitle(title: string): string {
  const words = title.trim();
  const [open] = quotationMarks(words);
  return open === '' ? words : `“${words.replace(/[“”"]/gu, singleMark)}”`;
}

function singleMark(mark: string, at: number, title: string): string {
  if (mark === '“') return '‘';
  if (mark === '”') return '’';
  return at === 0 || /[\s([{—–-]/u.test(title.charAt(at - 1)) ? '‘' : '’';
}
