import fc from 'fast-check';
import {
  type Graph,
  type GraphNode,
  type GraphRelation,
  makeGraph,
} from '../../../app/link/graph.ts';
import type { AnnotationId, ArticleId, ClaimId } from '../../../app/record/ids.ts';

const repeats: GraphRelation = {
  kind: 'link',
  key: 'type 1',
  name: 'repeats',
  inverseName: 'is repeated by',
  symmetric: false,
  color: 3,
  line: 'solid',
};
const contradicts: GraphRelation = {
  kind: 'link',
  key: 'type 2',
  name: 'contradicts',
  inverseName: 'contradicts',
  symmetric: true,
  color: null,
  line: 'double',
};
const relations: readonly GraphRelation[] = [
  repeats,
  contradicts,
  { kind: 'evidence', key: 'asserts' },
  { kind: 'part', key: 'part' },
];

/** Graphs of any shape, with outlets and dates that may be unknown, and words with any signs. */
export const anyGraph: fc.Arbitrary<Graph> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('article', 'annotation', 'claim'),
      text: fc.oneof(fc.string({ unit: 'binary', maxLength: 50 }), fc.string({ maxLength: 50 })),
      outlet: fc.constantFrom(null, 'The Ledger', 'Agency <Wire> & "Co"', 'Harbour Times'),
      article: fc.integer({ min: 0, max: 5 }),
      day: fc.option(fc.integer({ min: 0, max: 400 })),
    }),
    { maxLength: 40 },
  )
  .chain((drafts) =>
    fc.tuple(
      fc.constant(drafts),
      drafts.length === 0
        ? fc.constant([])
        : fc.array(
            fc.tuple(
              fc.nat(drafts.length - 1),
              fc.nat(drafts.length - 1),
              fc.constantFrom(...relations),
              fc.integer({ min: 1, max: 30 }),
            ),
            { maxLength: 80 },
          ),
    ),
  )
  .map(([drafts, lines]) => {
    const nodes = drafts.map(({ kind, text, outlet, article, day }, place): GraphNode => {
      const facts = {
        sign: `${place}`,
        text,
        outlet: kind === 'claim' ? null : outlet,
        articleId: kind === 'claim' ? null : (`article ${article}` as ArticleId),
        moment: day === null ? Number.POSITIVE_INFINITY : Date.UTC(2031, 0, 1 + day),
        color: null,
      };
      const id = `record ${place}`;
      if (kind === 'claim') return { ...facts, kind, id: id as ClaimId };
      if (kind === 'article') return { ...facts, kind, id: id as ArticleId };
      return { ...facts, kind: 'annotation', id: id as AnnotationId };
    });
    const known = new Set<string>();
    const edges = lines.flatMap(([from, to, relation, count]) => {
      const key = `${from} ${to} ${relation.key}`;
      if (from === to || known.has(key)) return [];
      known.add(key);
      return [{ from, to, relation, count }];
    });
    return makeGraph(nodes, edges);
  });
