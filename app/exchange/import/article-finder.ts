import { effectiveMetadata } from '../../article/article-metadata.ts';
import { foldName } from '../../base/fold-name.ts';
import type { ArticleId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ArticleRecord, RevisionRecord } from '../../record/records.ts';
import type { ArticleTarget } from '../import-draft.ts';

/** An article with the revision that is meant: the one of a hash, else its present one. */
export interface FoundArticle {
  readonly article: ArticleRecord;
  readonly revision: RevisionRecord;
}

/** What a target led to. */
export type ArticleSearch =
  | { readonly kind: 'found'; readonly one: FoundArticle }
  /** Several answer equally well. */
  | { readonly kind: 'several'; readonly candidates: readonly FoundArticle[] }
  | { readonly kind: 'none' };

/** Finds the articles that an import speaks of: those of the project, and those that it makes itself. */
export class ArticleFinder {
  readonly #source: RecordSource;
  readonly #byKey = new Map<string, FoundArticle>();
  readonly #byHash = new Map<string, FoundArticle[]>();
  readonly #byUrl = new Map<string, FoundArticle[]>();
  readonly #byTitle = new Map<string, FoundArticle[]>();

  constructor(source: RecordSource) {
    this.#source = source;
    for (const revision of source.list('revision')) {
      const article = source.get('article', revision.articleId);
      if (article !== null) this.#note(article, revision);
    }
  }

  /** An article that the import makes. */
  add(one: FoundArticle): void {
    this.#note(one.article, one.revision);
  }

  /** What a key of the file means from here on. */
  name(key: string, one: FoundArticle): void {
    this.#byKey.set(key, one);
  }

  /** An article with this text as its present one, else as an earlier one; those in the trash last. */
  withText(hash: string): FoundArticle | null {
    return this.#byHash.get(hash)?.toSorted(bestFirst)[0] ?? null;
  }

  find(target: ArticleTarget): ArticleSearch {
    const keyed = target.key === undefined ? undefined : this.#byKey.get(target.key);
    if (keyed !== undefined) return { kind: 'found', one: keyed };
    if (target.hash !== undefined) {
      const one = this.withText(target.hash);
      if (one !== null) return { kind: 'found', one };
    }
    if (target.id !== undefined) {
      const one = this.#present(target.id);
      if (one !== null) return { kind: 'found', one };
    }
    if (target.url !== undefined) {
      const search = settle(this.#byUrl.get(comparable(target.url)), target);
      if (search.kind !== 'none') return search;
    }
    return target.title === undefined
      ? { kind: 'none' }
      : settle(this.#byTitle.get(foldName(target.title)), target);
  }

  #present(id: ArticleId): FoundArticle | null {
    const article = this.#source.get('article', id);
    const revision = article === null ? null : this.#source.get('revision', article.revisionId);
    return article === null || revision === null ? null : { article, revision };
  }

  #note(article: ArticleRecord, revision: RevisionRecord): void {
    const one = { article, revision };
    put(this.#byHash, revision.hash, one);
    if (article.revisionId !== revision.id) return;
    const { url, title } = effectiveMetadata(article);
    const urls = new Set([url, article.detected.url].filter((one) => one !== null));
    for (const known of urls) put(this.#byUrl, comparable(known), one);
    const folded = foldName(title);
    if (folded !== '') put(this.#byTitle, folded, one);
  }
}

/** Articles in the trash count only where there is no other; outlet and date tell the rest apart. */
function settle(found: readonly FoundArticle[] | undefined, target: ArticleTarget): ArticleSearch {
  const kept = found?.filter(({ article }) => (article.trashedAt ?? null) === null) ?? [];
  let left = kept.length > 0 ? kept : (found ?? []);
  for (const field of ['outlet', 'published'] as const) {
    const wanted = target[field];
    if (left.length < 2 || wanted === undefined) continue;
    const same = left.filter(({ article }) => agrees(effectiveMetadata(article)[field], wanted));
    if (same.length > 0) left = same;
  }
  const [one] = left;
  if (one === undefined) return { kind: 'none' };
  return left.length === 1 ? { kind: 'found', one } : { kind: 'several', candidates: left };
}

function agrees(known: string | null, wanted: string): boolean {
  if (known === null) return false;
  const [one, other] = [foldName(known), foldName(wanted)];
  return one.startsWith(other) || other.startsWith(one);
}

function bestFirst(one: FoundArticle, other: FoundArticle): number {
  return Number(inTrash(one)) - Number(inTrash(other)) || Number(isOld(one)) - Number(isOld(other));
}

function inTrash({ article }: FoundArticle): boolean {
  return (article.trashedAt ?? null) !== null;
}

function isOld({ article, revision }: FoundArticle): boolean {
  return article.revisionId !== revision.id;
}

/** Addresses are the same without fragment, scheme, `www.` and the slash at the end. */
function comparable(url: string): string {
  return url
    .trim()
    .replace(/#.*$/, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
}

function put(map: Map<string, FoundArticle[]>, key: string, one: FoundArticle): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [one]);
  else known.push(one);
}
