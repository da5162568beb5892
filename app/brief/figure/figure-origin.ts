import { effectiveMetadata } from '../../article/article-metadata.ts';
import { isTrashed } from '../../article/article-state.ts';
import { matrixRowFacts } from '../../claim/matrix-cell.ts';
import { hashOf } from '../../compare/unit-hash.ts';
import { buildGraph } from '../../link/build-graph.ts';
import type { ArticleId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ArticleRecord, FigureOrigin, PictureRecord } from '../../record/records.ts';
import { timelineItems } from './timeline-figure.ts';

/** What is drawn of a project. */
type FigureKind = Exclude<PictureRecord['of'], 'other'>;

/** More than this no figure shows: where there is more now, that alone is another picture. */
const mostFacts = 5_000;

/** What a figure of these records is drawn from, as it is kept with the figure (rule I31). Cost: as `isFigureChanged`. */
export function figureOrigin(
  source: RecordSource,
  of: FigureKind,
  from: Omit<FigureOrigin, 'digest'>,
): FigureOrigin {
  return { ...from, digest: figureDigest(source, of, from) };
}

/**
 * Whether the records that a figure shows say something else than when it was drawn (rule I31). One that keeps nothing of
 * what it was drawn from is never changed. Cost: the records that it shows; of one that shows all, those of these kinds.
 */
export function isFigureChanged(source: RecordSource, picture: PictureRecord): boolean {
  const { of, drawnFrom } = picture;
  if (of === 'other' || drawnFrom === undefined) return false;
  return figureDigest(source, of, drawnFrom) !== drawnFrom.digest;
}

/** The same for the same facts, whatever else the records hold: tags and notes are in no figure. */
function figureDigest(
  source: RecordSource,
  of: FigureKind,
  from: Omit<FigureOrigin, 'digest'>,
): string {
  const facts = JSON.stringify(factsOf(source, of, from));
  return [facts, `${facts.length} ${facts}`]
    .map((text) => hashOf(text).toString(16).padStart(8, '0'))
    .join('');
}

function factsOf(
  source: RecordSource,
  of: FigureKind,
  from: Omit<FigureOrigin, 'digest'>,
): readonly unknown[] {
  switch (of) {
    case 'matrix':
      return matrixFacts(source, from.ids);
    case 'graph':
      return graphFacts(source, from);
    case 'timeline': {
      const count = source.count('article') + source.count('claim');
      return count > mostFacts ? [count] : timelineItems(source).map(Object.values);
    }
  }
}

/** Claims by number with what each source does with them, and how the sources are called. */
function matrixFacts(source: RecordSource, ids: FigureOrigin['ids']): readonly unknown[] {
  const count = source.count('claim') + source.count('article');
  if (ids === null && count > mostFacts) return [count];
  const claims =
    ids === null ? source.list('claim') : ids.flatMap((id) => source.get('claim', id) ?? []);
  const articles = (
    ids === null ? source.list('article') : ids.flatMap((id) => source.get('article', id) ?? [])
  ).filter((article) => !isTrashed(article));
  const shown = new Set<ArticleId>(articles.map(({ id }) => id));
  return [
    ...byId(articles).map((article) => [article.id, nameOf(article)]),
    ...byId(claims).map((claim) => {
      const { passages, silences } = matrixRowFacts(source, claim);
      const said = [...passages].map(([id, own]) => [
        id,
        [...new Set(own.map(({ evidence }) => evidence.stance))].sort().join(' '),
      ]);
      const silent = [...silences.keys()].map((id) => [id, 'silent']);
      const cells = [...said, ...silent].filter(([id]) => shown.has(id as ArticleId));
      return [claim.number, claim.wording, cells.map((cell) => cell.join(' ')).sort()];
    }),
  ];
}

function graphFacts(
  source: RecordSource,
  { ids, graph: content }: Omit<FigureOrigin, 'digest'>,
): readonly unknown[] {
  const count = source.count('link') + source.count('evidence');
  if (count > mostFacts || content === undefined) return [count];
  const { nodes, edges } = buildGraph(source, { ...content, accepts: null });
  const shown = ids === null ? null : new Set(ids);
  const isShown = (id: string | undefined): boolean =>
    id !== undefined && (shown === null || shown.has(id));
  const lines = edges.flatMap(({ from, to, relation, count: times }) => {
    const [start, end] = [nodes[from]?.id, nodes[to]?.id];
    if (!isShown(start) || !isShown(end)) return [];
    const name = relation.kind === 'link' ? relation.name : relation.key;
    return [[start, end, relation.kind, name, times].join(' ')];
  });
  const points = nodes
    .filter(({ id }) => isShown(id))
    .map(({ sign, text, outlet }) => `${sign} ${outlet} ${text}`);
  return [points.sort(), lines.sort()];
}

function nameOf(article: ArticleRecord): string {
  const { outlet, title } = effectiveMetadata(article);
  return outlet ?? title;
}

function byId<Known extends { readonly id: string }>(records: readonly Known[]): readonly Known[] {
  return [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
}
