import { annotationLabel } from '../../../app/annotation/annotation-label.ts';
import { isTrashed } from '../../../app/article/article-state.ts';
import { endRecord, linkStart } from '../../../app/link/link-ends.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type {
  AnnotationRecord,
  ClaimRecord,
  LinkEnd,
  LinkRecord,
  LinkTypeRecord,
} from '../../../app/record/records.ts';
import { type ListedArticle, listArticle } from '../article-list.ts';
import { fold } from '../library/library-item.ts';

/** An end of a link as a row shows it. */
export interface ItemEnd {
  readonly record: AnnotationRecord | ClaimRecord;
  /** The article that it stands in; `null` for a claim. */
  readonly listed: ListedArticle | null;
  /** `3:10`, `C4`. */
  readonly label: string;
  /** The quotation, or the wording of the claim. */
  readonly words: string;
}

/** A link as a row of the table. The same object as long as nothing of what it shows changes. */
export class LinkItem {
  readonly link: LinkRecord;
  /** `null`: the type is gone, which no command leaves behind. */
  readonly type: LinkTypeRecord | null;
  readonly from: ItemEnd;
  readonly to: ItemEnd;
  #folded: string | null = null;

  constructor(link: LinkRecord, type: LinkTypeRecord | null, from: ItemEnd, to: ItemEnd) {
    this.link = link;
    this.type = type;
    this.from = from;
    this.to = to;
  }

  /** Both ends and the note as the filter compares them. Folded when first asked for, then kept. */
  get folded(): string {
    this.#folded ??= fold(`${this.from.words}\n${this.to.words}\n${this.link.note ?? ''}`);
    return this.#folded;
  }

  /** "repeats", as it reads from the start. */
  get relation(): string {
    return this.type?.name ?? 'is linked with';
  }

  /** Whether both ends are passages, of two different articles. */
  get isAcross(): boolean {
    const [from, to] = [this.from.listed, this.to.listed];
    return from !== null && to !== null && from.id !== to.id;
  }
}

/**
 * The rows of all links, in the order in which they were made; those with an end in an article that is in the trash are left
 * out (rule L7). Rows of `before` that say the same are taken over. Cost: a few comparisons a link.
 */
export function linkItems(
  records: RecordSource,
  before: ReadonlyMap<string, LinkItem>,
): readonly LinkItem[] {
  const ends = new Map<string, ItemEnd | null>();
  const endOf = (end: LinkEnd): ItemEnd | null => {
    const known = ends.get(end.id);
    if (known !== undefined) return known;
    const made = itemEnd(records, end);
    ends.set(end.id, made);
    return made;
  };
  return records.list('link').flatMap((link) => {
    const [from, to] = [endOf(linkStart(link)), endOf(link.to)];
    if (from === null || to === null) return [];
    const type = records.get('linkType', link.typeId);
    const known = before.get(link.id);
    const isSame =
      known?.link === link &&
      known.type === type &&
      sameEnd(known.from, from) &&
      sameEnd(known.to, to);
    return [isSame ? known : new LinkItem(link, type, from, to)];
  });
}

/** How many links the table lists (rule L7). Cost: a look at the two ends of each link. */
export function presentLinks(records: RecordSource): number {
  const isPresent = (end: LinkEnd): boolean => {
    const record = endRecord(records, end);
    if (record === null || record.kind === 'claim') return record !== null;
    const article = records.get('article', record.articleId);
    return article !== null && !isTrashed(article);
  };
  return records.list('link').filter((link) => isPresent(linkStart(link)) && isPresent(link.to))
    .length;
}

function sameEnd(one: ItemEnd, other: ItemEnd): boolean {
  return one.record === other.record && one.listed === other.listed;
}

function itemEnd(records: RecordSource, end: LinkEnd): ItemEnd | null {
  const record = endRecord(records, end);
  if (record === null) return null;
  if (record.kind === 'claim') {
    return { record, listed: null, label: `C${record.number}`, words: record.wording };
  }
  const article = records.get('article', record.articleId);
  if (article === null || isTrashed(article)) return null;
  return {
    record,
    listed: listArticle(article),
    label: annotationLabel(article, record),
    words: record.passage.quote,
  };
}
