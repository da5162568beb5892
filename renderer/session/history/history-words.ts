import type { Instant } from '../../../app/base/brand.ts';
import type { HistoryEntry, TouchedKind } from '../../../app/host/history.ts';
import type { RecordKind } from '../../../app/record/records.ts';
import { countOf, locale } from '../article-list.ts';

const kinds: Readonly<Record<RecordKind, readonly [one: string, several: string]>> = {
  article: ['article', 'articles'],
  revision: ['revision', 'revisions'],
  annotation: ['annotation', 'annotations'],
  tag: ['tag', 'tags'],
  linkType: ['type of link', 'types of links'],
  link: ['link', 'links'],
  speaker: ['speaker', 'speakers'],
  claim: ['claim', 'claims'],
  evidence: ['piece of evidence', 'pieces of evidence'],
  silence: ['confirmed silence', 'confirmed silences'],
  decision: ['decision on a suggestion', 'decisions on suggestions'],
  brief: ['brief', 'briefs'],
  briefPart: ['part of a brief', 'parts of briefs'],
  picture: ['picture', 'pictures'],
  citationStyle: ['citation style', 'citation styles'],
  savedSearch: ['saved search', 'saved searches'],
  setting: ['setting', 'settings'],
};

/** A kind of record as people call several of it: "annotations". */
export function kindName(kind: RecordKind): string {
  return kinds[kind][1];
}

/** "3 annotations". */
export function countOfKind(kind: RecordKind, count: number): string {
  return countOf(count, ...kinds[kind]);
}

/** What an entry touched: "3 annotations, 1 tag"; empty for one that only counted. */
export function touchedWords({ touched }: Pick<HistoryEntry, 'touched'>): string {
  const total = ({ added, updated, removed }: TouchedKind): number => added + updated + removed;
  return touched
    .filter((kind) => total(kind) > 0)
    .map((kind) => countOfKind(kind.kind, total(kind)))
    .join(', ');
}

const day = new Intl.DateTimeFormat(locale, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const time = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const moment = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** "Monday, 12 May 2031", where the analyst is. */
export function dayWords(at: Instant): string {
  return day.format(new Date(at));
}

/** "14:02:31". */
export function timeWords(at: Instant): string {
  return time.format(new Date(at));
}

/** "12 May 2031, 14:02": by which a restoring is named. */
export function momentWords(at: Instant): string {
  return moment.format(new Date(at)).replace(' at ', ', ');
}
