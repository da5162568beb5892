import { effectiveMetadata, isGuess } from '../../article/article-metadata.ts';
import { isTrashed } from '../../article/article-state.ts';
import { formatPublished, publishedMoment } from '../../article/published-date.ts';
import { speakerName } from '../../claim/speakers.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { DrawnFigure } from './drawn-figure.ts';
import { boxPart, figureColors, figureSvg, linePart, textPart } from './figure-svg.ts';
import { wrapped } from './wrapped.ts';

/** Something with a date that a timeline shows. */
export interface TimelineItem {
  readonly kind: 'article' | 'claim';
  /** ISO 8601 of the precision that is known. */
  readonly date: string;
  /** `C4`, `3`: how people call it. */
  readonly label: string;
  readonly words: string;
  /** Who said or printed it; empty: not known. */
  readonly source: string;
  /** Whether the date is a guess that nobody has confirmed. */
  readonly isGuess?: boolean;
}

/** More than this can't be read on a page. */
const mostTimelineItems = 60;

const width = 760;
/** With both kinds the axis is in the middle, with one of them at the side. */
const middle = 380;
const margin = 16;
const lineHeight = 14;

/** What of a project has a date: articles that are not in the trash, and claims that were said on a day. By date. */
export function timelineItems(records: Pick<RecordSource, 'get' | 'list'>): TimelineItem[] {
  const items: TimelineItem[] = [];
  for (const article of records.list('article')) {
    const { published, title, outlet } = effectiveMetadata(article);
    if (published === null || isTrashed(article)) continue;
    const label = String(article.number);
    const source = outlet ?? '';
    const guess = isGuess(article, 'published');
    items.push({ kind: 'article', date: published, label, words: title, source, isGuess: guess });
  }
  for (const claim of records.list('claim')) {
    if (claim.saidOn === null) continue;
    const label = `C${claim.number}`;
    const source = speakerName(records, claim) ?? '';
    items.push({ kind: 'claim', date: claim.saidOn, label, words: claim.wording, source });
  }
  const moments = new Map(items.map((item) => [item, publishedMoment(item.date)]));
  return items
    .filter((item) => Number.isFinite(moments.get(item)))
    .sort((one, other) => (moments.get(one) ?? 0) - (moments.get(other) ?? 0));
}

/**
 * Articles and dated claims along an axis of time that goes down the page: articles at the right, claims at the left, each
 * as far down as its date says, or as soon after as there is room. What is beyond `mostTimelineItems` is left out, and the
 * picture says how much. Says the same for the same items. `null`: nothing has a date.
 */
export function timelineFigure(all: readonly TimelineItem[]): DrawnFigure | null {
  const items = all.slice(0, mostTimelineItems);
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined) return null;
  const span = Math.max(1, publishedMoment(last.date) - publishedMoment(first.date));
  const length = Math.min(560, 60 + items.length * 26);
  const head = margin + 34;
  const has = (kind: TimelineItem['kind']): boolean => items.some((item) => item.kind === kind);
  const axis = has('article') ? (has('claim') ? middle : margin + 8) : width - margin - 8;
  const itemWidth = has('article') && has('claim') ? middle - margin - 34 : width - 2 * margin - 48;
  const parts: string[] = [];
  const heads = {
    claim: 'Claims, by the day they were made',
    article: 'Articles, by the day they were published',
  };
  if (has('claim')) {
    parts.push(textPart(axis - 28, margin + 14, heads.claim, { bold: true, anchor: 'end' }));
  }
  if (has('article')) parts.push(textPart(axis + 28, margin + 14, heads.article, { bold: true }));
  const free = { article: head, claim: head };
  let dateFree = head;
  let lastDate = '';
  let bottom = head;
  for (const item of items) {
    const at = head + ((publishedMoment(item.date) - publishedMoment(first.date)) / span) * length;
    const y = Math.max(at, free[item.kind], dateFree - 30);
    const date = formatPublished(item.date.slice(0, 10), 'en-GB') ?? item.date;
    const lines = wrapped(`${item.label} ${item.words}`, itemWidth, 12, 3);
    const side = item.kind === 'article' ? 1 : -1;
    const x = axis + side * 28;
    const anchor = side === 1 ? 'start' : 'end';
    parts.push(linePart(axis, y + 9, axis + side * 22, y + 9, figureColors.line));
    parts.push(marker(item.kind, axis, y + 9));
    const facts = [item.isGuess === true ? `${date} (guess)` : date, item.source]
      .filter((part) => part !== '')
      .join(' · ');
    parts.push(textPart(x, y + 12, facts, { size: 11, color: figureColors.soft, anchor }));
    for (const [index, words] of lines.entries()) {
      parts.push(textPart(x, y + 27 + index * lineHeight, words, { anchor }));
    }
    const end = y + 27 + lines.length * lineHeight;
    free[item.kind] = end;
    if (date !== lastDate) dateFree = y + 20;
    lastDate = date;
    bottom = Math.max(bottom, end);
  }
  const height = bottom + margin + (all.length > items.length ? 22 : 6);
  if (all.length > items.length) {
    const words = `The first ${items.length} of ${all.length} dated articles and claims are shown.`;
    parts.push(textPart(margin, height - margin, words, { size: 11, color: figureColors.soft }));
  }
  const description = describe(items);
  const line = boxPart(axis - 1, head - 6, 2, bottom - head, figureColors.soft);
  return {
    svg: figureSvg(width, height, description, [line, ...parts]),
    width,
    height,
    description,
  };
}

/** Told apart by shape: a square for an article, a dot for a claim. */
function marker(kind: TimelineItem['kind'], x: number, y: number): string {
  return kind === 'article'
    ? boxPart(x - 4.5, y - 4.5, 9, 9, figureColors.ink)
    : `<circle cx="${x}" cy="${Math.round(y * 10) / 10}" r="5" fill="${figureColors.rubric}"/>`;
}

function describe(items: readonly TimelineItem[]): string {
  const articles = items.filter(({ kind }) => kind === 'article').length;
  const claims = items.length - articles;
  const counts = [
    ...(articles === 0 ? [] : [`${articles} article${articles === 1 ? '' : 's'}`]),
    ...(claims === 0 ? [] : [`${claims} claim${claims === 1 ? '' : 's'}`]),
  ].join(' and ');
  const dates = [items[0], items.at(-1)].map((item) =>
    item === undefined ? '' : (formatPublished(item.date.slice(0, 10), 'en-GB') ?? item.date),
  );
  const [from, to] = dates;
  return `Timeline of ${counts}, ${from === to ? from : `${from} to ${to}`}.`;
}
