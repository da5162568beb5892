import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { isTrashed } from '../../../app/article/article-state.ts';
import type { MentionTarget } from '../../../app/brief/mentions.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord, ArticleRecord } from '../../../app/record/records.ts';
import { foldPlain } from '../../../app/search/fold-words.ts';
import { matchWords, type TypedWords, typedWords } from '../../../app/search/match-words.ts';
import { presentArticles } from '../article-list.ts';
import type { Session } from '../session.ts';

/** How many records are offered. */
const offered = 8;
/** How long the words of annotations are gone through before the keyboard has its turn, in milliseconds. */
const slice = 6;
/** After how many annotations the clock is looked at. */
const pace = 64;

/** The records found so far, best first, and whether all were looked at. */
type OnFound = (found: readonly MentionTarget[], isDone: boolean) => void;

/**
 * Looks for the records that may be meant by what was typed: articles by title, outlet and number, annotations by number
 * (`3:10`) and words, tags by name, claims by number (`C4`) and wording; nothing typed finds what is at hand. What is in
 * the trash, and `owner`, is left out. All but the words of annotations is told at once; those are gone through from the
 * newest on, in slices, however many there are. The result ends it.
 */
export function searchReferences(
  session: Session,
  typed: string,
  owner: string,
  onFound: OnFound,
): () => void {
  const { records } = session.store;
  if (typed.trim() === '') {
    onFound(atHand(session, owner), true);
    return () => {};
  }
  const best = new BestTargets(owner);
  const words = typedWords(typed);
  takeNumbered(records, typed.trim(), best);
  takeNamed(records, words, best);
  let stopped = false;
  // The newest ones first: what was just highlighted is mentioned most.
  const annotations = records.list('annotation');
  let next = annotations.length - 1;
  let shown = '';
  const trashed = new Map<string, boolean>();
  const isLeftOut = ({ articleId }: AnnotationRecord): boolean => {
    const known = trashed.get(articleId);
    if (known !== undefined) return known;
    const article = records.get('article', articleId);
    const out = article === null || isTrashed(article);
    trashed.set(articleId, out);
    return out;
  };
  const run = (): void => {
    if (stopped) return;
    const end = performance.now() + slice;
    for (let looked = 1; next >= 0; next -= 1, looked += 1) {
      const annotation = annotations[next];
      if (annotation !== undefined) takeWords(annotation, words, best, isLeftOut);
      if (looked % pace === 0 && performance.now() >= end) break;
    }
    const isDone = next < 0;
    const found = best.targets;
    const key = found.map(({ id }) => id).join();
    if (isDone || key !== shown) onFound(found, isDone);
    shown = key;
    if (!isDone) {
      next -= 1;
      setTimeout(run);
    }
  };
  run();
  return () => {
    stopped = true;
  };
}

/** The best few of what is offered to it, equals in the order of coming. */
class BestTargets {
  readonly #owner: string;
  readonly #best: { readonly target: MentionTarget; readonly score: number }[] = [];

  constructor(owner: string) {
    this.#owner = owner;
  }

  get targets(): readonly MentionTarget[] {
    return this.#best.map(({ target }) => target);
  }

  /** Whether something of this score would be among them. */
  wants(score: number): boolean {
    return this.#best.length < offered || score > (this.#best.at(-1)?.score ?? 0);
  }

  take(target: MentionTarget, score: number): void {
    if (score <= 0 || target.id === this.#owner || !this.wants(score)) return;
    const known = this.#best.findIndex((one) => one.target.id === target.id);
    if (known !== -1) {
      if ((this.#best[known]?.score ?? 0) >= score) return;
      this.#best.splice(known, 1);
    }
    const after = this.#best.findIndex((one) => one.score < score);
    this.#best.splice(after === -1 ? this.#best.length : after, 0, { target, score });
    this.#best.length = Math.min(this.#best.length, offered);
  }
}

/** Numbers as people write them come before any words: `3`, `3:`, `3:10`, `C4`. */
function takeNumbered(records: RecordSource, typed: string, best: BestTargets): void {
  const claim = /^c(\d+)$/i.exec(typed)?.[1];
  if (claim !== undefined) {
    for (const { id, number } of records.list('claim')) {
      best.take({ kind: 'claim', id }, numberScore(number, claim));
    }
  }
  const [, article, colon, annotation = ''] = /^(\d+)(:?)(\d*)$/.exec(typed) ?? [];
  if (article === undefined) return;
  const found = presentArticles(records).find(({ number }) => number === Number(article));
  if (found === undefined) return;
  if (colon !== ':') best.take({ kind: 'article', id: found.id }, 20);
  if (colon !== ':') return;
  const numbered = [...records.annotationsOf(found.id)].sort(
    (one, other) => one.number - other.number,
  );
  for (const { id, number } of numbered) {
    best.take({ kind: 'annotation', id }, numberScore(number, annotation));
  }
}

/** 20 for the number itself, 10 for one that goes on from what was typed. */
function numberScore(number: number, typed: string): number {
  const digits = String(number);
  return digits === typed ? 20 : digits.startsWith(typed) ? 10 : 0;
}

/** Tags, claims and articles by their words. A tag's name is the shortest and is meant most; then a title. */
function takeNamed(records: RecordSource, words: TypedWords, best: BestTargets): void {
  for (const { id, name } of records.list('tag')) {
    best.take({ kind: 'tag', id }, ahead(matchWords(foldPlain(name), words), 0.3));
  }
  for (const { id, wording } of records.list('claim')) {
    best.take({ kind: 'claim', id }, ahead(matchWords(foldPlain(wording), words), 0.2));
  }
  for (const article of presentArticles(records)) {
    const { title, outlet } = foldedNames(article);
    const score = Math.max(matchWords(title, words), matchWords(outlet, words) > 0 ? 0.5 : 0);
    const both = score === 0 ? matchWords(`${title} ${outlet}`, words) * 0.5 : 0;
    best.take({ kind: 'article', id: article.id }, ahead(Math.max(score, both), 0.1));
  }
}

/** Puts a match before equal ones of other kinds; what does not match stays without. */
function ahead(score: number, by: number): number {
  return score === 0 ? 0 : score + by;
}

function takeWords(
  annotation: AnnotationRecord,
  words: TypedWords,
  best: BestTargets,
  isLeftOut: (annotation: AnnotationRecord) => boolean,
): void {
  const score = matchWords(foldPlain(annotation.passage.quote), words);
  if (score === 0 || !best.wants(score) || isLeftOut(annotation)) return;
  best.take({ kind: 'annotation', id: annotation.id }, score);
}

interface FoldedNames {
  readonly title: string;
  readonly outlet: string;
}

/** Titles as they are compared, for as long as an article stays as it is: each key looks through all of them. */
const folded = new WeakMap<ArticleRecord, FoldedNames>();

function foldedNames(article: ArticleRecord): FoldedNames {
  const known = folded.get(article);
  if (known !== undefined) return known;
  const { title, outlet } = effectiveMetadata(article);
  const names = { title: foldPlain(title), outlet: foldPlain(outlet ?? '') };
  folded.set(article, names);
  return names;
}

/** Before anything is typed: the text that is read, what was last highlighted in it, the newest claims, the first tags. */
function atHand(session: Session, owner: string): readonly MentionTarget[] {
  const { records } = session.store;
  const article = session.activeArticle();
  const annotations = article === null ? [] : records.annotationsOf(article.id);
  const newest = [...annotations].sort((one, other) => other.number - one.number).slice(0, 4);
  const targets: MentionTarget[] = [
    ...newest.map(({ id }): MentionTarget => ({ kind: 'annotation', id })),
    ...records
      .list('claim')
      .slice(-2)
      .reverse()
      .map(({ id }): MentionTarget => ({ kind: 'claim', id })),
    ...(article === null ? [] : [{ kind: 'article', id: article.id } as const]),
    ...records
      .list('tag')
      .slice(0, 2)
      .map(({ id }): MentionTarget => ({ kind: 'tag', id })),
  ];
  return targets.filter(({ id }) => id !== owner).slice(0, offered);
}
