import type { Maker } from '../../../app/base/maker.ts';
import { claimsMade } from '../../../app/record/counters.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  ClaimRecord,
  ProjectRecord,
  SettingRecord,
} from '../../../app/record/records.ts';
import type { ChangesMeanwhile } from './changes-meanwhile.ts';

type Numbered = AnnotationRecord | ArticleRecord | ClaimRecord;
type Pair = readonly [ProjectRecord, ProjectRecord];

/** What the numbers of articles count in: no record does. */
const articleNumbers = 'articles';

/** What numbers are counted by, as it is now; `null`: it is not there. */
export interface Counters {
  article(id: ArticleId): ArticleRecord | null;
  claims(): SettingRecord | null;
  /** The highest number that an article ever had. */
  articlesNumbered(): number;
}

/**
 * Numbers that others gave after an import was planned which gave them, too (rule D6): the import's own get others, since the
 * analyst may have written theirs down. Articles come in between only where an import was ended in the middle. Cost: what the
 * import made is looked through, if anybody made or changed something with a number.
 */
export class DoubledNumbers {
  /** Who has a number, by what it counts in; of the import's own those that the analyst changed. */
  readonly #theirs = new Map<string, Set<string>>();
  readonly #renumbered: ReadonlyMap<string, ProjectRecord>;
  readonly #greatest = new Map<string, number>();
  readonly #doubled: Numbered[] = [];

  constructor({ states, renumbered }: Pick<ChangesMeanwhile, 'states' | 'renumbered'>) {
    this.#renumbered = renumbered;
    for (const record of states.values()) {
      if (record === null || !isNumbered(record)) continue;
      const place = placeOf(record);
      this.#theirs.set(place, (this.#theirs.get(place) ?? new Set()).add(record.id));
      this.#count(record);
    }
  }

  /** Whether there is any need to look. */
  get isNeeded(): boolean {
    return this.#theirs.size > 0;
  }

  /** Looks at a record that the import made. */
  look(made: ProjectRecord): void {
    // It may have been ended right behind the giving of other numbers.
    const record = this.#renumbered.get(made.id) ?? made;
    if (!isNumbered(record)) return;
    this.#count(record);
    // What the analyst changed of the import's own stands among the states, too.
    const theirs = this.#theirs.get(placeOf(record));
    const others = (theirs?.size ?? 0) - (theirs?.has(record.id) === true ? 1 : 0);
    if (others > 0) this.#doubled.push(record);
  }

  /** What gives the doubled ones numbers that nobody has, the counters with them. */
  settle(maker: Maker, counters: Counters, isGone: (id: string) => boolean): readonly Pair[] {
    const pairs: Pair[] = [];
    const counted = new Set<string>();
    for (const record of this.#doubled) {
      if (isGone(record.id)) continue;
      const series = seriesOf(record);
      const number = Math.max(this.#greatest.get(series) ?? 0, made(record, counters)) + 1;
      this.#greatest.set(series, number);
      counted.add(series);
      pairs.push([record, nextRecord(maker, record, { number } as Partial<Numbered>)]);
    }
    for (const series of counted) {
      if (series === articleNumbers) continue;
      const value = this.#greatest.get(series) ?? 0;
      if (series === claimsMade) {
        const counter = counters.claims();
        if (counter !== null) pairs.push([counter, nextRecord(maker, counter, { value })]);
        continue;
      }
      const article = counters.article(series as ArticleId);
      if (article === null) continue;
      pairs.push([article, nextRecord(maker, article, { annotationsMade: value })]);
    }
    return pairs;
  }

  #count(record: Numbered): void {
    const series = seriesOf(record);
    const greatest = Math.max(this.#greatest.get(series) ?? 0, record.number);
    this.#greatest.set(series, greatest);
  }
}

function made(record: Numbered, counters: Counters): number {
  if (record.kind === 'article') return counters.articlesNumbered();
  if (record.kind === 'annotation') return counters.article(record.articleId)?.annotationsMade ?? 0;
  const value = counters.claims()?.value;
  return typeof value === 'number' ? value : 0;
}

function isNumbered(record: ProjectRecord): record is Numbered {
  return record.kind === 'annotation' || record.kind === 'article' || record.kind === 'claim';
}

function seriesOf(record: Numbered): string {
  if (record.kind === 'article') return articleNumbers;
  return record.kind === 'claim' ? claimsMade : record.articleId;
}

function placeOf(record: Numbered): string {
  return `${seriesOf(record)} ${record.number}`;
}
