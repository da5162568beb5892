import { isTrashed } from '../../../app/article/article-state.ts';
import { publishedMoment } from '../../../app/article/published-date.ts';
import { mentionOf } from '../../../app/brief/mentions.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord, ArticleRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { type ListedArticle, listArticle } from '../article-list.ts';
import { fold } from '../library/library-item.ts';

/** The article of annotations, as their table shows it. */
export interface EvidenceSource {
  readonly listed: ListedArticle;
  /** The moment of publication for sorting; infinite for what is unknown. */
  readonly published: number;
  /** The day of publication, or what is known of it; `null` if nothing is, or if it is a guess. */
  readonly day: string | null;
}

/** An annotation as a row of the table. The same object as long as neither it nor what is known of its article changes. */
export class EvidenceItem {
  readonly annotation: AnnotationRecord;
  readonly source: EvidenceSource;
  #folded: string | null;

  /** `before`: a row of the same words, if there was one: they are not folded again. */
  constructor(annotation: AnnotationRecord, source: EvidenceSource, before: EvidenceItem | null) {
    this.annotation = annotation;
    this.source = source;
    const isSame =
      before?.annotation.passage.quote === annotation.passage.quote &&
      before.annotation.note === annotation.note;
    this.#folded = isSame ? before.#folded : null;
  }

  /** Quotation and note as the filter compares them. Folded when they are first asked for, then kept. */
  get folded(): string {
    if (this.#folded === null) {
      const { passage, note } = this.annotation;
      this.#folded = fold(note === null ? passage.quote : `${passage.quote}\n${noteText(note)}`);
    }
    return this.#folded;
  }
}

/** The rows of a project, and what they were made from. */
export interface EvidenceItems {
  readonly annotations: readonly AnnotationRecord[];
  readonly articles: readonly ArticleRecord[];
  /** In the order in which the annotations were made. Those of articles in the trash are left out (rule E1). */
  readonly items: readonly EvidenceItem[];
}

export const noEvidence: EvidenceItems = { annotations: [], articles: [], items: [] };

/**
 * The rows of all annotations; `before` if nothing of them changed. Rows of `before` that say the same are taken over, so
 * that what is derived from them is not derived again. Cost: one comparison an annotation.
 */
export function evidenceItems(records: RecordSource, before: EvidenceItems): EvidenceItems {
  const annotations = records.list('annotation');
  const articles = records.list('article');
  if (annotations === before.annotations && articles === before.articles) return before;
  const sources = sourcesOf(articles);
  const items: EvidenceItem[] = [];
  // Both lists are in the order of ids: the rows of before are met in one walk.
  let next = 0;
  for (const annotation of annotations) {
    const source = sources.get(annotation.articleId);
    if (source === undefined) continue;
    let known = before.items[next];
    while (known !== undefined && known.annotation.id < annotation.id) {
      next += 1;
      known = before.items[next];
    }
    const same = known?.annotation.id === annotation.id ? known : null;
    const isSame = same?.annotation === annotation && same.source === source;
    items.push(isSame ? same : new EvidenceItem(annotation, source, same));
  }
  const isAsBefore =
    items.length === before.items.length &&
    items.every((item, index) => item === before.items[index]);
  return { annotations, articles, items: isAsBefore ? before.items : items };
}

const sources = new WeakMap<ListedArticle, EvidenceSource>();

/** By article; those in the trash have none. */
function sourcesOf(articles: readonly ArticleRecord[]): ReadonlyMap<ArticleId, EvidenceSource> {
  const byArticle = new Map<ArticleId, EvidenceSource>();
  for (const article of articles) {
    if (!isTrashed(article)) byArticle.set(article.id, sourceOf(listArticle(article)));
  }
  return byArticle;
}

function sourceOf(listed: ListedArticle): EvidenceSource {
  const known = sources.get(listed);
  if (known !== undefined) return known;
  const { published } = listed.metadata;
  const made: EvidenceSource = {
    listed,
    published: publishedMoment(published),
    // As in the Library: a guess, such as a file's date, must not stand among days that are known.
    day: listed.guesses.includes('published') ? null : (published?.slice(0, 10) ?? null),
  };
  sources.set(listed, made);
  return made;
}

/**
 * A note's words in one line, blocks apart by a space. `nameOf`: what stands for a record that is mentioned; absent: nothing.
 */
export function noteText(
  note: RichTextNode,
  nameOf: (target: NonNullable<ReturnType<typeof mentionOf>>) => string = () => '',
): string {
  const parts: string[] = [];
  const collect = (node: RichTextNode): void => {
    const target = mentionOf(node);
    if (target !== null) parts.push(nameOf(target));
    else if (node.type === 'hard_break') parts.push(' ');
    else if (node.text !== undefined) parts.push(node.text);
    for (const child of node.content ?? []) collect(child);
    if (node.type !== 'text' && node.type !== 'reference') parts.push(' ');
  };
  collect(note);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
