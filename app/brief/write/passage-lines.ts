import { describeSource, exportDate } from '../describe-source.ts';
import type { PrintedPassage } from '../print/printed-brief.ts';

/** Outlet, byline, title, date of a passage's article and when it was retrieved, the address aside (rule C4). */
export function sourceLine(passage: PrintedPassage): string {
  const retrieved = exportDate(passage.retrieved);
  return `${describeSource(passage)}${retrieved === null ? '' : `, retrieved ${retrieved}`}`;
}

/** "article 3, annotation 3:10, revision sha256:…, characters 120–168 (UTF-16)": enough to check a quotation by hand. */
export function placeLine(passage: PrintedPassage): string {
  const article = `article ${passage.label.split(':')[0]}`;
  const revision = `revision sha256:${passage.revisionHash}`;
  return passage.annotationId === null
    ? `${article}, ${revision}`
    : `${article}, annotation ${passage.label}, ${revision}, characters ${passage.start}–${passage.end} (UTF-16)`;
}

/** "12 passages from 3 articles, 1 article as a whole"; what is cited as a whole is no passage. Empty when nothing is cited. */
export function countLine(passages: readonly PrintedPassage[]): string {
  const quoted = passages.filter(({ annotationId }) => annotationId !== null);
  const whole = passages.length - quoted.length;
  const articles = new Set(quoted.map(({ articleId }) => articleId)).size;
  return [
    quoted.length === 0
      ? ''
      : `${counted(quoted.length, 'passage')} from ${counted(articles, 'article')}`,
    whole === 0 ? '' : `${counted(whole, 'article')} as a whole`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
