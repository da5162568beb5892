import { formatPublished } from '../../../app/article/published-date.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { TagColor } from '../../../app/record/records.ts';
import { locale } from '../article-list.ts';
import type { EvidenceItem } from './evidence-item.ts';
import type { EvidenceGroupKey } from './evidence-view.ts';

/** Rows that have something in common. A row with several tags or claims stands in several groups. */
export interface EvidenceGroup {
  /** Lasts as long as what they have in common: `outlet:The Harbour Times`. */
  readonly id: string;
  readonly title: string;
  /** Of tags: the tag's colour. */
  readonly color?: TagColor;
  readonly items: readonly EvidenceItem[];
}

type Grouping = Exclude<EvidenceGroupKey, 'none'>;

const byName = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
const unknown = '';
const unknownTitles: Readonly<Record<Grouping, string>> = {
  article: 'Article not known',
  outlet: 'Outlet not stated',
  day: 'Date not stated or guessed',
  month: 'Date not stated or guessed',
  tag: 'No tags',
  claim: 'No claim',
};

/**
 * Groups rows, which keep their order within a group (rule E4). Groups are in order of name, number or time, those of what
 * is not known last. Cost: the rows, and sorting the groups.
 */
export function groupEvidence(
  items: readonly EvidenceItem[],
  group: Grouping,
  records: RecordSource,
): readonly EvidenceGroup[] {
  const members = new Map<string, EvidenceItem[]>();
  const add = (key: string, item: EvidenceItem): void => {
    const known = members.get(key);
    if (known === undefined) members.set(key, [item]);
    else known.push(item);
  };
  const keysOf = grouping(group, records);
  for (const item of items) {
    const keys = keysOf(item);
    if (typeof keys === 'string') add(keys, item);
    else for (const key of keys) add(key, item);
  }
  return [...members]
    .map(([key, held]) => ({ key, held, ...describe(group, key, held[0], records) }))
    .sort((one, other) => compareOrders(one.order, other.order))
    .map(({ key, held, title, color }) => ({
      id: `${group}:${key}`,
      title,
      ...(color === undefined ? {} : { color }),
      items: held,
    }));
}

/** Whether a row may stand in more than one group. */
export function mayRepeat(group: EvidenceGroupKey): boolean {
  return group === 'tag' || group === 'claim';
}

function grouping(
  group: Grouping,
  records: RecordSource,
): (item: EvidenceItem) => string | readonly string[] {
  switch (group) {
    case 'article':
      return ({ annotation }) => annotation.articleId;
    case 'outlet':
      return ({ source }) => source.listed.metadata.outlet ?? unknown;
    case 'day':
      return ({ source }) => source.day ?? unknown;
    case 'month':
      return ({ source }) => source.day?.slice(0, 7) ?? unknown;
    case 'tag':
      return ({ annotation: { tagIds } }) => (tagIds.length === 0 ? unknown : tagIds);
    case 'claim':
      return ({ annotation }) => {
        const evidence = records.evidenceFor(annotation.id);
        return evidence.length === 0 ? unknown : evidence.map(({ claimId }) => claimId);
      };
  }
}

interface Described {
  readonly title: string;
  /** `null`: last. */
  readonly order: string | number | null;
  readonly color?: TagColor;
}

function describe(
  group: Grouping,
  key: string,
  item: EvidenceItem | undefined,
  records: RecordSource,
): Described {
  if (key === unknown || item === undefined) return { title: unknownTitles[group], order: null };
  switch (group) {
    case 'article': {
      const { number, metadata, outlet } = item.source.listed;
      const source = outlet === null ? '' : ` · ${outlet}`;
      return { title: `${number} ${metadata.title}${source}`, order: number };
    }
    case 'tag': {
      const tag = records.get('tag', key);
      if (tag === null) return { title: 'A tag that was removed', order: null };
      return { title: tag.name, order: tag.name, color: tag.color };
    }
    case 'claim': {
      const claim = records.get('claim', key);
      if (claim === null) return { title: 'A claim that was removed', order: null };
      return { title: `C${claim.number} ${claim.wording}`, order: claim.number };
    }
    case 'day':
    case 'month':
      return { title: formatPublished(key, locale) ?? key, order: key };
    case 'outlet':
      return { title: key, order: key };
  }
}

function compareOrders(one: Described['order'], other: Described['order']): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'string' && typeof other === 'string') return byName.compare(one, other);
  return Number(one) - Number(other);
}
