import { locale } from '../article-list.ts';
import type { ItemEnd, LinkItem } from './link-item.ts';
import type { LinkColumn } from './links-view.ts';

/** Heads of the table's columns. */
export const linkTitles: Readonly<Record<LinkColumn, string>> = {
  from: 'From',
  relation: 'Relation',
  to: 'To',
  note: 'Note',
  created: 'Made',
};

/** Widths of columns that were not made wider or narrower, in pixels. The two ends share what is left, at least as much. */
export const linkWidths: Readonly<Record<LinkColumn, number>> = {
  from: 130,
  relation: 116,
  to: 130,
  note: 150,
  created: 92,
};

const made = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** When a link was made, in words. */
export function madeText({ link }: LinkItem): string {
  return made.format(new Date(link.createdAt));
}

/** "3:10 · The Harbour Times · 12 May 2031"; of a claim "C4 · open". */
export function endFacts({ record, listed, label }: ItemEnd): string {
  const facts =
    record.kind === 'claim'
      ? [label, `claim, ${record.status}`]
      : [label, listed?.outlet ?? listed?.metadata.title, listed?.date];
  return facts.filter(Boolean).join(' · ');
}
