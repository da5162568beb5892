import { describe, expect, test } from 'vitest';
import { buildGraph, type GraphContent } from '../../../app/link/build-graph.ts';
import { type Graph, otherEnd, relationWords } from '../../../app/link/graph.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { AnnotationRecord, ClaimRecord, LinkTypeRecord } from '../../../app/record/records.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { countingMaker, sampleArticle, samplePassage, sampleTag } from '../../support/records.ts';

const maker = countingMaker();
const all: GraphContent = {
  passages: true,
  articles: true,
  claims: true,
  evidence: true,
  hiddenTypes: [],
  accepts: null,
};

/** Two articles with two passages each, a claim, the types "repeats" and "contradicts" (symmetric). */
function project() {
  const records = new RecordIndex();
  const tag = { ...sampleTag(maker, 'figure'), color: 4 as const };
  const articles = [sampleArticle(maker, 1), sampleArticle(maker, 2)];
  const annotations = articles.flatMap((article) =>
    [1, 2].map((number) =>
      newRecord(maker, 'annotation', {
        articleId: article.id,
        number,
        passage: samplePassage(
          article.revisionId,
          number * 10,
          `quote ${article.number}:${number}`,
        ),
        tagIds: number === 1 ? [tag.id] : [],
        note: null,
      }),
    ),
  );
  const claim = newRecord(maker, 'claim', {
    number: 1,
    wording: 'It cost much',
    speaker: null,
    saidOn: '2031-05-13',
    status: 'open',
    confidence: null,
    tagIds: [],
    note: null,
  });
  const repeats = newRecord(maker, 'linkType', {
    name: 'repeats',
    inverseName: 'is repeated by',
    symmetric: false,
    color: 3,
    line: 'dashed',
  });
  const contradicts = newRecord(maker, 'linkType', {
    name: 'contradicts',
    inverseName: 'contradicts',
    symmetric: true,
  });
  const added = [tag, ...articles, ...annotations, claim, repeats, contradicts];
  records.apply({ added, updated: [], removed: [] });
  const [a = never(), b = never(), c = never(), d = never()] = annotations;
  return { records, articles, annotations: { a, b, c, d }, claim, repeats, contradicts };
}

function never(): never {
  throw new Error('The project has no such record.');
}

function link(
  records: RecordIndex,
  type: LinkTypeRecord,
  from: AnnotationRecord | ClaimRecord,
  to: AnnotationRecord | ClaimRecord,
): void {
  const end =
    to.kind === 'claim'
      ? ({ kind: 'claim', id: to.id } as const)
      : ({ kind: 'annotation', id: to.id } as const);
  const added = newRecord(maker, 'link', {
    typeId: type.id,
    from: from.id,
    to: end,
    ...(from.kind === 'claim' ? { fromKind: 'claim' as const } : {}),
  });
  records.apply({ added: [added], updated: [], removed: [] });
}

/** Every line as "1:1 repeats 2:1 (2)", from its start. */
function lines(graph: Graph): readonly string[] {
  return graph.edges.map((edge) => {
    const [from, to] = [graph.nodes[edge.from], graph.nodes[edge.to]];
    const count = edge.count > 1 ? ` (${edge.count})` : '';
    return `${from?.sign} ${relationWords(edge, edge.from)} ${to?.sign}${count}`;
  });
}

describe('L11: points and lines', () => {
  test('links, evidence and the articles of passages; what takes part in nothing is no point', () => {
    const { records, annotations, claim, repeats } = project();
    expect(buildGraph(records, all).nodes).toEqual([]);
    link(records, repeats, annotations.a, annotations.c);
    const evidence = newRecord(maker, 'evidence', {
      claimId: claim.id,
      annotationId: annotations.c.id,
      stance: 'denies',
    });
    records.apply({ added: [evidence], updated: [], removed: [] });
    const graph = buildGraph(records, all);
    expect(graph.nodes.map(({ sign }) => sign)).toEqual(['1:1', '2:1', 'C1', '1', '2']);
    expect(lines(graph)).toEqual([
      '1:1 repeats 2:1',
      '2:1 denies C1',
      '1:1 is a passage of 1',
      '2:1 is a passage of 2',
    ]);
    expect(graph.nodes[0]).toMatchObject({
      kind: 'annotation',
      text: 'quote 1:1',
      outlet: 'The Harbour Times',
      color: 4,
      moment: Date.UTC(2031, 4, 12),
    });
    expect(graph.nodes[2]).toMatchObject({ moment: Date.UTC(2031, 4, 13), outlet: null });
    expect(graph.edges[0]?.relation).toMatchObject({ color: 3, line: 'dashed' });
    expect(lines(buildGraph(records, { ...all, evidence: false }))).not.toContain('2:1 denies C1');
  });

  test('a line reads from both its ends', () => {
    const { records, annotations, repeats, contradicts } = project();
    link(records, repeats, annotations.a, annotations.c);
    link(records, contradicts, annotations.c, annotations.a);
    const graph = buildGraph(records, { ...all, articles: false });
    const place = graph.places.get(annotations.c.id) ?? -1;
    const read = graph.edgesAt[place]?.map((index) => {
      const edge = graph.edges[index] ?? never();
      return `${relationWords(edge, place)} ${graph.nodes[otherEnd(edge, place)]?.sign}`;
    });
    expect(read).toEqual(['is repeated by 1:1', 'contradicts 1:1']);
  });

  test('links of a symmetric type are one line whichever way they run; others are two', () => {
    const { records, annotations, repeats, contradicts } = project();
    for (const type of [repeats, contradicts]) {
      link(records, type, annotations.a, annotations.c);
      link(records, type, annotations.c, annotations.a);
    }
    expect(lines(buildGraph(records, { ...all, articles: false }))).toEqual([
      '1:1 repeats 2:1',
      '2:1 repeats 1:1',
      '1:1 contradicts 2:1 (2)',
    ]);
  });

  test('claims may be both ends of a link', () => {
    const { records, annotations, claim, repeats } = project();
    link(records, repeats, claim, annotations.a);
    expect(lines(buildGraph(records, all))).toEqual(['C1 repeats 1:1', '1:1 is a passage of 1']);
  });

  test('no line for what is gone, in the trash, not let through, or of a type that is left out', () => {
    const { records, articles, annotations, repeats, contradicts } = project();
    link(records, repeats, annotations.a, annotations.c);
    link(records, contradicts, annotations.a, annotations.b);
    const bare = { ...all, articles: false };
    expect(lines(buildGraph(records, { ...bare, hiddenTypes: [repeats.id] }))).toEqual([
      '1:1 contradicts 1:2',
    ]);
    const accepts = ({ id }: AnnotationRecord): boolean => id !== annotations.b.id;
    expect(lines(buildGraph(records, { ...bare, accepts }))).toEqual(['1:1 repeats 2:1']);
    const article = articles[1] ?? never();
    const trashed = nextRecord(maker, article, { trashedAt: maker.now() });
    records.apply({ added: [], updated: [[article, trashed]], removed: [] });
    const graph = buildGraph(records, all);
    expect(lines(graph)).toContain('1:1 contradicts 1:2');
    expect(graph.nodes.map(({ sign }) => sign).sort()).toEqual(['1', '1:1', '1:2']);
    records.apply({ added: [], updated: [], removed: [annotations.b] });
    expect(buildGraph(records, all).nodes).toEqual([]);
  });
});

describe('L12: what is hidden', () => {
  test('without passages their lines hang on articles, counted; an article is not joined with itself', () => {
    const { records, annotations, claim, repeats } = project();
    const { a, b, c, d } = annotations;
    link(records, repeats, a, c);
    link(records, repeats, b, d);
    link(records, repeats, a, b);
    link(records, repeats, c, claim);
    const withoutPassages = { ...all, passages: false };
    expect(lines(buildGraph(records, withoutPassages))).toEqual([
      '1 repeats 2 (2)',
      '2 repeats C1',
    ]);
    expect(lines(buildGraph(records, { ...withoutPassages, claims: false }))).toEqual([
      '1 repeats 2 (2)',
    ]);
    expect(buildGraph(records, { ...withoutPassages, articles: false }).nodes).toEqual([]);
  });

  test('without passages and articles, what joins claims is left', () => {
    const { records, claim, repeats } = project();
    const other = { ...claim, id: maker.id<typeof claim.id>(), number: 2 };
    records.apply({ added: [other], updated: [], removed: [] });
    link(records, repeats, claim, other);
    const content = { ...all, passages: false, articles: false };
    expect(lines(buildGraph(records, content))).toEqual(['C1 repeats C2']);
  });
});
