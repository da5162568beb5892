import { effectiveMetadata, isGuess } from '../article/article-metadata.ts';
import { comparePublished, formatPublished } from '../article/published-date.ts';
import type { ArticleId } from '../record/ids.ts';
import type { ArticleRecord, MetadataField } from '../record/records.ts';

/** What a column of the matrix is about. */
export type MatrixColumnKind = 'article' | 'outlet';

/** What columns are put together by. */
export type MatrixColumnGroup = 'none' | 'date' | 'cluster' | 'language';

/** A column of the matrix: one article, or all articles of one outlet (rule X1). */
export interface MatrixColumn {
  /** The article's id, or `outlet` and the outlet's name. Lasts as long as that. */
  readonly id: string;
  readonly kind: MatrixColumnKind;
  /** The outlet's name; of an article whose outlet is not known its headline. */
  readonly title: string;
  /** Of an article its headline, where `title` is the outlet; of an outlet with one article that one's. Else empty. */
  readonly headline: string;
  /** "12 May 2031", "wire, 3 copies", "copy of Meridian Wire", "fr": what the head shows below the title. */
  readonly facts: readonly string[];
  /** All of it in words, as it is said and as a list names it. */
  readonly name: string;
  /** In the order of their dates; never empty. */
  readonly articleIds: readonly ArticleId[];
  /** Of a column that holds only near duplicates of earlier articles elsewhere: what it counts with. Else `null`. */
  readonly countsWith: string | null;
  /** The group that it stands in; `null` where nothing is grouped or it is pinned. */
  readonly group: string | null;
  readonly isPinned: boolean;
}

/** A column that the analyst put behind another one, or at the beginning (`null`). */
export interface ColumnMove {
  readonly id: string;
  readonly after: string | null;
}

/** How columns are chosen and ordered. */
export interface MatrixColumnChoice {
  readonly columnsBy: MatrixColumnKind;
  readonly group: MatrixColumnGroup;
  readonly hidden: readonly string[];
  readonly pinned: readonly string[];
  /** One after the other, over the order by date. */
  readonly moves: readonly ColumnMove[];
}

/** Where an article stands among near duplicates; `firstId` is the one published earliest. */
export interface ClusterFacts {
  readonly id: string;
  readonly firstId: ArticleId;
  readonly size: number;
}

/** Says where an article stands among near duplicates; `null`: it is like no other. */
export type ClusterOf = (id: ArticleId) => ClusterFacts | null;

/** A column before it has its place. */
interface Draft {
  readonly id: string;
  readonly kind: MatrixColumnKind;
  readonly articles: readonly ArticleRecord[];
}

/** Every column of the articles, hidden ones as well, in the order of their dates; which, see `matrixColumns`. */
export function everyMatrixColumn(
  articles: readonly ArticleRecord[],
  choice: Pick<MatrixColumnChoice, 'columnsBy' | 'group' | 'pinned'>,
  clusterOf: ClusterOf,
  locale: string,
): readonly MatrixColumn[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const usual = usualLanguage(articles);
  const pinned = new Set(choice.pinned);
  return draftsOf(articles, choice.columnsBy).map((draft) => {
    const [first] = draft.articles;
    if (first === undefined) throw new RangeError('A column has an article.');
    const { title, outlet } = effectiveMetadata(first);
    const isOne = draft.articles.length === 1;
    const countsWith = countsWithOf(draft, clusterOf, byId);
    const facts = [
      datesOf(draft.articles, locale),
      ...(isOne ? [] : [`${draft.articles.length} articles`]),
      ...copiesOf(draft, clusterOf),
      ...(countsWith === null ? [] : [`copy of ${countsWith}`]),
      ...languagesOf(draft.articles).filter((language) => language !== usual),
    ];
    const shown = outlet === null ? title : withGuess(first, 'outlet', outlet);
    const headline = isOne && outlet !== null ? title : '';
    const isPinned = pinned.has(draft.id);
    return {
      id: draft.id,
      kind: draft.kind,
      title: shown,
      headline,
      facts,
      name: [shown, ...(headline === '' ? [] : [`“${headline}”`]), ...facts].join(', '),
      articleIds: draft.articles.map(({ id }) => id),
      countsWith,
      group: isPinned ? null : groupOf(draft, choice.group, clusterOf, byId, locale),
      isPinned,
    };
  });
}

/**
 * The columns that are shown (rules X1 and X2): by date of the first article, unknown dates last; then as the analyst moved
 * them; then group by group, each where its first column stands; pinned ones before all others, in the order in which they
 * were pinned. Cost: O(columns log columns), and a look through them for each move.
 */
export function matrixColumns(
  all: readonly MatrixColumn[],
  choice: MatrixColumnChoice,
): readonly MatrixColumn[] {
  const hidden = new Set(choice.hidden);
  const moved = [...all];
  for (const { id, after } of choice.moves) {
    const from = moved.findIndex((column) => column.id === id);
    const [column] = from < 0 ? [] : moved.splice(from, 1);
    if (column === undefined) continue;
    const behind = after === null ? -1 : moved.findIndex((other) => other.id === after);
    // What it was put behind may be gone with its articles: then it stays where it was.
    moved.splice(after !== null && behind < 0 ? from : behind + 1, 0, column);
  }
  const shown = moved.filter(({ id }) => !hidden.has(id));
  const pinned = choice.pinned.flatMap((id) => shown.find((column) => column.id === id) ?? []);
  const free = shown.filter(({ isPinned }) => !isPinned);
  if (choice.group === 'none') return [...pinned, ...free];
  const groups = new Map<string | null, MatrixColumn[]>();
  for (const column of free) {
    const group = groups.get(column.group);
    if (group === undefined) groups.set(column.group, [column]);
    else group.push(column);
  }
  return [...pinned, ...[...groups.values()].flat()];
}

function draftsOf(articles: readonly ArticleRecord[], by: MatrixColumnKind): readonly Draft[] {
  const published = new Map(
    articles.map((article) => [article.id, effectiveMetadata(article).published]),
  );
  const ordered = articles.toSorted(
    (one, other) =>
      comparePublished(published.get(one.id) ?? null, published.get(other.id) ?? null) ||
      one.number - other.number,
  );
  if (by === 'article') {
    return ordered.map((article) => ({ id: article.id, kind: by, articles: [article] }));
  }
  const outlets = new Map<string, ArticleRecord[]>();
  for (const article of ordered) {
    const { outlet } = effectiveMetadata(article);
    // An article of no known outlet stands for itself: nobody knows that two of them are of one.
    const key = outlet === null ? `article ${article.id}` : `outlet ${outlet.trim().toLowerCase()}`;
    const known = outlets.get(key);
    if (known === undefined) outlets.set(key, [article]);
    else known.push(article);
  }
  return [...outlets].map(([id, ofOutlet]) => ({ id, kind: by, articles: ofOutlet }));
}

/** The day alone: of the time of day nothing hangs on in a head. "(guess)" where nobody has confirmed it. */
function dayOf(article: ArticleRecord, locale: string): string {
  const { published } = effectiveMetadata(article);
  const day = formatPublished(published?.slice(0, 10) ?? null, locale);
  return day === null ? 'no date' : withGuess(article, 'published', day);
}

function datesOf(articles: readonly ArticleRecord[], locale: string): string {
  const days = articles.map((article) => dayOf(article, locale));
  const known = days.filter((day) => day !== 'no date');
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return 'no date';
  return first === last ? first : `${first} to ${last}`;
}

function withGuess(article: ArticleRecord, field: MetadataField, text: string): string {
  return isGuess(article, field) ? `${text} (guess)` : text;
}

function languagesOf(articles: readonly ArticleRecord[]): readonly string[] {
  const languages = articles.flatMap((article) => effectiveMetadata(article).language ?? []);
  return [...new Set(languages)];
}

/** The language of most articles: what is in it need not say so. */
function usualLanguage(articles: readonly ArticleRecord[]): string | null {
  const counts = new Map<string, number>();
  for (const article of articles) {
    const { language } = effectiveMetadata(article);
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  let usual: string | null = null;
  for (const [language, count] of counts) {
    if (count > (usual === null ? 0 : (counts.get(usual) ?? 0))) usual = language;
  }
  return usual;
}

/** "wire, 3 copies", where an article of the column is the first of a cluster. */
function copiesOf({ articles }: Draft, clusterOf: ClusterOf): readonly string[] {
  let copies = 0;
  for (const { id } of articles) {
    const cluster = clusterOf(id);
    if (cluster?.firstId === id) copies += cluster.size - 1;
  }
  return copies === 0 ? [] : [`wire, ${copies} ${copies === 1 ? 'copy' : 'copies'}`];
}

function countsWithOf(
  { articles }: Draft,
  clusterOf: ClusterOf,
  byId: ReadonlyMap<ArticleId, ArticleRecord>,
): string | null {
  const own = new Set(articles.map(({ id }) => id));
  let name: string | null = null;
  for (const { id } of articles) {
    const cluster = clusterOf(id);
    if (cluster === null || own.has(cluster.firstId)) return null;
    const first = byId.get(cluster.firstId);
    // The first may be in the trash: then this one is as good as any.
    if (first === undefined) return null;
    const { outlet, title } = effectiveMetadata(first);
    name ??= outlet ?? `“${title}”`;
  }
  return name;
}

function groupOf(
  { articles }: Draft,
  group: MatrixColumnGroup,
  clusterOf: ClusterOf,
  byId: ReadonlyMap<ArticleId, ArticleRecord>,
  locale: string,
): string | null {
  const [first] = articles;
  if (first === undefined) return null;
  switch (group) {
    case 'none':
      return null;
    case 'date':
      return dayOf(first, locale);
    case 'language':
      return languagesOf(articles)[0] ?? 'language not known';
    case 'cluster': {
      const cluster = clusterOf(first.id);
      const head = cluster === null ? undefined : byId.get(cluster.firstId);
      if (head === undefined) return 'like no other';
      const { outlet, title } = effectiveMetadata(head);
      return `like ${outlet ?? `“${title}”`}, ${dayOf(head, locale)}`;
    }
  }
}
