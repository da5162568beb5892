import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addTag, removeAnnotations, setNote } from '../../../../app/annotation/annotation-diffs.ts';
import { restoreArticles, trashArticles } from '../../../../app/article/article-state.ts';
import { addClaim } from '../../../../app/claim/claim-diffs.ts';
import { fileAll } from '../../../../app/claim/file-all.ts';
import { newRecord } from '../../../../app/record/record-factory.ts';
import type { AnnotationRecord, ArticleRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { evidenceText } from '../../../../renderer/session/evidence/evidence-columns.ts';
import {
  type EvidenceQuery,
  filterEvidence,
  narrowsFurther,
  wordsOf,
} from '../../../../renderer/session/evidence/evidence-filter.ts';
import {
  type EvidenceGroup,
  groupEvidence,
  mayRepeat,
} from '../../../../renderer/session/evidence/evidence-groups.ts';
import {
  type EvidenceItem,
  evidenceItems,
  noEvidence,
} from '../../../../renderer/session/evidence/evidence-item.ts';
import {
  type EvidenceLines,
  groupedLines,
  plainLines,
} from '../../../../renderer/session/evidence/evidence-lines.ts';
import { sortEvidence } from '../../../../renderer/session/evidence/evidence-sort.ts';
import { noEvidenceFacets } from '../../../../renderer/session/evidence/evidence-state.ts';
import {
  evidenceColumns,
  evidenceGroups,
  readEvidenceView,
  sortedBy,
} from '../../../../renderer/session/evidence/evidence-view.ts';
import { lineLeft } from '../../../../renderer/session/grid-lines.ts';
import { RecordIndex } from '../../../../renderer/store/record-index.ts';
import {
  countingMaker,
  sampleArticle,
  samplePassage,
  sampleTag,
} from '../../../support/records.ts';

const words = ['Ferry', 'ferry', 'Fährè', 'two dead', 'nobody', '4.2 billion', 'x'];
const outlets = [null, 'Times', 'Echo'];
const dates = [null, '2031', '2031-05', '2031-05-12', '2031-06-01T09:00'];

const shapes = fc.array(
  fc.record({
    article: fc.nat(3),
    quote: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
    note: fc.option(fc.constantFrom(...words)),
    tags: fc.subarray([0, 1, 2]),
    claims: fc.subarray([0, 1]),
    linked: fc.boolean(),
  }),
  { maxLength: 20 },
);
const articleShapes = fc.tuple(
  ...[0, 1, 2, 3].map(() =>
    fc.record({ outlet: fc.constantFrom(...outlets), published: fc.constantFrom(...dates) }),
  ),
);

type Shape = typeof shapes extends fc.Arbitrary<infer Drafts> ? Drafts : never;
type Articles = typeof articleShapes extends fc.Arbitrary<infer Drafts> ? Drafts : never;

function noteOf(text: string): RichTextNode {
  return {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  };
}

/** A project with these annotations. */
function project(drafts: Shape, made: Articles) {
  const maker = countingMaker();
  const records = new RecordIndex();
  const tags = ['comment', 'agency', 'figure'].map((name) => sampleTag(maker, name));
  const articles = made.map(({ outlet, published }, index): ArticleRecord => {
    const article = sampleArticle(maker, index + 1);
    return { ...article, detected: { ...article.detected, outlet, published } };
  });
  const linkType = newRecord(maker, 'linkType', {
    name: 'repeats',
    inverseName: 'is repeated by',
    symmetric: false,
  });
  records.load([...tags, ...articles, linkType]);
  const claims = ['One thing.', 'Another thing.'].map((wording) => {
    const { claim, diff } = addClaim(maker, records, { wording, speaker: null, status: 'open' });
    records.apply(diff);
    return claim;
  });
  const annotations = drafts.map((draft, index) => {
    const article = articles[draft.article] as ArticleRecord;
    return newRecord(maker, 'annotation', {
      articleId: article.id,
      number: index + 1,
      passage: samplePassage(article.revisionId, index, draft.quote.join(' ')),
      tagIds: draft.tags.map((tag) => tags[tag]?.id ?? maker.id()),
      note: draft.note === null ? null : noteOf(draft.note),
    });
  });
  records.load(annotations);
  for (const [index, { linked, claims: filed }] of drafts.entries()) {
    const annotation = annotations[index] as AnnotationRecord;
    for (const place of filed) {
      const claim = claims[place];
      if (claim !== undefined)
        records.apply(fileAll(maker, records, claim, [annotation], 'asserts'));
    }
    const to = annotations[0];
    if (!linked || to === undefined || to === annotation) continue;
    const end = { kind: 'annotation', id: to.id } as const;
    records.load([newRecord(maker, 'link', { typeId: linkType.id, from: annotation.id, to: end })]);
  }
  return { maker, records, articles, claims, tags };
}

function itemsOf(records: RecordIndex): readonly EvidenceItem[] {
  return evidenceItems(records, noEvidence).items;
}

const query: EvidenceQuery = { words: '', facets: noEvidenceFacets, opened: null, accepts: null };

describe('the rows', () => {
  test('E1: are those of articles that are not in the trash, and stay the same as long as they say the same', () => {
    fc.assert(
      fc.property(shapes, articleShapes, fc.nat(), (drafts, made, pick) => {
        const { maker, records, articles } = project(drafts, made);
        const first = evidenceItems(records, noEvidence);
        expect(evidenceItems(records, first)).toBe(first);
        const changed = records.list('annotation')[pick % Math.max(1, drafts.length)];
        if (changed !== undefined) {
          records.apply(setNote(maker, changed, noteOf('A new note')));
          const second = evidenceItems(records, first);
          const fresh = second.items.filter((item) => !first.items.includes(item));
          expect(fresh.map(({ annotation }) => annotation.id)).toEqual([changed.id]);
          expect(fresh[0]?.folded).toContain('a new note');
          expect(second.items.map(({ annotation }) => annotation)).toEqual(
            records.list('annotation'),
          );
          records.apply(
            removeAnnotations(records, [records.get('annotation', changed.id) ?? changed]),
          );
          const third = evidenceItems(records, second);
          expect(third.items).toEqual(second.items.filter((item) => item !== fresh[0]));
        }
        const gone = articles[pick % articles.length] as ArticleRecord;
        const whole = evidenceItems(records, noEvidence);
        records.apply(trashArticles(maker, [records.get('article', gone.id) ?? gone]));
        const left = evidenceItems(records, whole);
        expect(left.items).toEqual(
          whole.items.filter(({ annotation }) => annotation.articleId !== gone.id),
        );
        records.apply(restoreArticles(maker, [records.get('article', gone.id) ?? gone]));
        const again = evidenceItems(records, left);
        expect(again.items.map(({ annotation }) => annotation)).toEqual(
          whole.items.map(({ annotation }) => annotation),
        );
      }),
      { seed: 31, numRuns: 60 },
    );
  });

  test('E2: a filter leaves what a look at every row leaves, one letter after the other', () => {
    const typed = fc.constantFrom(
      '',
      'f',
      'fe',
      'FERRY',
      'fahre',
      'two de',
      '"two dead"',
      '1:',
      '1:1',
      'no x',
    );
    const facets = fc.record({
      outlets: fc.subarray(['', 'Times']),
      note: fc.constantFrom('any', 'with', 'without'),
      link: fc.constantFrom('any', 'with', 'without'),
      claim: fc.constantFrom('any', 'with', 'without'),
      from: fc.constantFrom('', '2031-05-12', '2031-05-13'),
      to: fc.constantFrom('', '2031-05-31'),
    });
    fc.assert(
      fc.property(shapes, articleShapes, typed, facets, (drafts, made, text, chosen) => {
        const { records } = project(drafts, made);
        const items = itemsOf(records);
        const asked = { ...query, words: text, facets: { ...noEvidenceFacets, ...chosen } };
        const left = filterEvidence(items, asked, records);
        const plain = (value: string): string =>
          value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
        const holds = ({ annotation, source }: EvidenceItem): boolean => {
          const own = [
            annotation.passage.quote,
            evidenceText({ annotation, source } as EvidenceItem, 'note', records),
          ];
          const number = `${source.listed.number}:${annotation.number}`;
          const day = source.day;
          const isWith = (wanted: string, there: boolean): boolean =>
            wanted === 'any' || (wanted === 'with') === there;
          const cut = (limit: string): [string, string] => {
            const length = Math.min(limit.length, day?.length ?? 0);
            return [day?.slice(0, length) ?? '', limit.slice(0, length)];
          };
          const [begin, from] = cut(chosen.from);
          const [end, to] = cut(chosen.to);
          return (
            wordsOf(text).every(
              (word) =>
                own.some((part) => plain(part).includes(word)) ||
                (word.includes(':') && number.startsWith(word)),
            ) &&
            (chosen.outlets.length === 0 ||
              chosen.outlets.includes(source.listed.metadata.outlet ?? '')) &&
            isWith(chosen.note, annotation.note !== null) &&
            isWith(chosen.link, records.linksAt(annotation.id).length > 0) &&
            isWith(chosen.claim, records.evidenceFor(annotation.id).length > 0) &&
            (chosen.from === '' || (day !== null && begin >= from)) &&
            (chosen.to === '' || (day !== null && end <= to))
          );
        };
        expect(left).toEqual(items.filter(holds));
        for (let length = 1; length <= text.length; length += 1) {
          const upTo = (end: number): EvidenceQuery => ({ ...asked, words: text.slice(0, end) });
          const [before, after] = [upTo(length - 1), upTo(length)];
          if (!narrowsFurther(after, before)) continue;
          const shown = filterEvidence(items, before, records);
          expect(filterEvidence(shown, after, records)).toEqual(
            filterEvidence(items, after, records),
          );
        }
      }),
      { seed: 32, numRuns: 200 },
    );
  });

  test('E2: claims, articles, passages of a figure and the tag filter leave theirs', () => {
    const made = fc.sample(articleShapes, { seed: 4, numRuns: 1 })[0] as Articles;
    const drafts = fc.sample(shapes, { seed: 4, numRuns: 20 }).flat();
    const { maker, records, claims, articles, tags } = project(drafts, made);
    const items = itemsOf(records);
    const ids = (list: readonly EvidenceItem[]) => list.map(({ annotation }) => annotation.id);
    const [claim] = claims;
    const claimIds = claim === undefined ? [] : [claim.id];
    const filed = filterEvidence(
      items,
      { ...query, facets: { ...noEvidenceFacets, claimIds } },
      records,
    );
    expect(new Set(ids(filed))).toEqual(
      new Set(
        records.evidenceOf(claimIds[0] ?? maker.id()).map(({ annotationId }) => annotationId),
      ),
    );
    const articleIds = articles.slice(0, 2).map(({ id }) => id);
    const inTwo = filterEvidence(
      items,
      { ...query, facets: { ...noEvidenceFacets, articleIds } },
      records,
    );
    expect(inTwo).toEqual(
      items.filter(({ annotation }) => articleIds.includes(annotation.articleId)),
    );
    const opened = { title: 'three', ids: new Set(ids(items.slice(2, 5))) };
    expect(filterEvidence(items, { ...query, opened }, records)).toEqual(items.slice(2, 5));
    const tagId = tags[1]?.id ?? maker.id();
    const accepts = ({ tagIds }: AnnotationRecord) => tagIds.includes(tagId);
    expect(filterEvidence(items, { ...query, accepts }, records)).toEqual(
      items.filter(({ annotation }) => accepts(annotation)),
    );
    expect(filed.length * inTwo.length).toBeGreaterThan(0);
  });
});

describe('their order', () => {
  test('E3: by several columns, what is not there last, equals as they were made', () => {
    const sorts = fc
      .uniqueArray(fc.constantFrom(...evidenceColumns), { minLength: 1, maxLength: 4 })
      .chain((columns) =>
        fc.tuple(
          ...columns.map((column) =>
            fc.record({ column: fc.constant(column), descending: fc.boolean() }),
          ),
        ),
      );
    const byName = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' });
    fc.assert(
      fc.property(shapes, articleShapes, sorts, (drafts, made, order) => {
        const { records } = project(drafts, made);
        const items = itemsOf(records);
        const keyOf = (item: EvidenceItem, column: string): string | number | null => {
          const { annotation, source } = item;
          const claims = records
            .evidenceFor(annotation.id)
            .map(({ claimId }) => records.get('claim', claimId)?.number ?? 0);
          switch (column) {
            case 'number':
              return source.listed.number * 1e7 + annotation.number;
            case 'quote':
              return item.folded;
            case 'note':
              return annotation.note === null
                ? null
                : evidenceText(item, 'note', records)
                    .normalize('NFKD')
                    .replace(/\p{M}/gu, '')
                    .toLowerCase();
            case 'tags':
              return annotation.tagIds.length === 0
                ? null
                : (records.get('tag', annotation.tagIds[0] ?? '')?.name ?? null);
            case 'article':
              return source.listed.metadata.title;
            case 'outlet':
              return source.listed.metadata.outlet;
            case 'date':
              return Number.isFinite(source.published) ? source.published : null;
            case 'links':
              return records.linksAt(annotation.id).length;
            case 'claims':
              return claims.length === 0 ? null : Math.min(...claims);
            case 'author':
              return annotation.author;
            default:
              return annotation.createdAt;
          }
        };
        const named = new Set(['tags', 'article', 'outlet', 'author']);
        const wanted = [...items].sort((one, other) => {
          for (const { column, descending } of order) {
            const [left, right] = [keyOf(one, column), keyOf(other, column)];
            if (left === right) continue;
            if (left === null) return 1;
            if (right === null) return -1;
            const result = named.has(column)
              ? byName.compare(String(left), String(right))
              : left < right
                ? -1
                : 1;
            if (result !== 0) return descending ? -result : result;
          }
          return items.indexOf(one) - items.indexOf(other);
        });
        expect(sortEvidence(items, order, records)).toEqual(wanted);
      }),
      { seed: 33, numRuns: 150 },
    );
  });

  test('E3: a press on a head sorts by it alone, the next one turns it; with Shift it comes behind the others', () => {
    const number = [{ column: 'number', descending: false }] as const;
    expect(sortedBy(number, 'number', false)).toEqual([{ column: 'number', descending: true }]);
    const outlet = sortedBy(number, 'outlet', false);
    expect(outlet).toEqual([{ column: 'outlet', descending: false }]);
    const both = sortedBy(outlet, 'date', true);
    expect(both).toEqual([...outlet, { column: 'date', descending: false }]);
    expect(sortedBy(both, 'date', true)).toEqual([...outlet, { column: 'date', descending: true }]);
  });
});

/** What stands in the lines, one after the other. */
function keys(lines: EvidenceLines): readonly (string | null)[] {
  return Array.from({ length: lines.count }, (_, index) => lines.keyAt(index));
}

test('E4: groups hold every row in its order, rows with several tags or claims in each of theirs', () => {
  const groupings = evidenceGroups.filter((group) => group !== 'none');
  fc.assert(
    fc.property(
      shapes,
      articleShapes,
      fc.constantFrom(...groupings),
      fc.nat(),
      (drafts, made, group, at) => {
        const { records } = project(drafts, made);
        const items = itemsOf(records);
        const groups = groupEvidence(items, group, records);
        for (const { items: held } of groups) {
          const places = held.map((item) => items.indexOf(item));
          expect(places).toEqual([...places].sort((one, other) => one - other));
          expect(new Set(held).size).toBe(held.length);
        }
        expect(new Set(groups.flatMap(({ items: held }) => held))).toEqual(new Set(items));
        const all = groups.reduce((sum, { items: held }) => sum + held.length, 0);
        if (!mayRepeat(group)) expect(all).toBe(items.length);
        const unknown = groups.findIndex(({ id }) => id === `${group}:`);
        if (unknown >= 0) expect(unknown).toBe(groups.length - 1);

        const folded = groups[at % Math.max(1, groups.length)];
        const lines = groupedLines(groups, new Set(folded === undefined ? [] : [folded.id]));
        const wanted = groups.flatMap((one) => [
          one.id,
          ...(one === folded
            ? []
            : one.items.map(({ annotation }) => `${one.id}/${annotation.id}`)),
        ]);
        expect(keys(lines)).toEqual(wanted);
        for (const [index, key] of wanted.entries()) {
          expect(lines.indexOf(key)).toBe(index);
          const isHead = groups.some(({ id }) => id === key);
          expect(lines.isGroup(index)).toBe(isHead);
          expect(lines.itemAt(index) === null).toBe(isHead);
          expect(lines.headOf(index)).toBe(wanted.indexOf(key.split('/')[0] ?? ''));
        }
        expect(lines.indexOf('nothing')).toBe(-1);
        expect(lines.keyAt(wanted.length)).toBeNull();
      },
    ),
    { seed: 34, numRuns: 150 },
  );
});

test('lines without groups are the rows', () => {
  const { records } = project(
    fc.sample(shapes, { seed: 5, numRuns: 5 }).flat(),
    fc.sample(articleShapes, { seed: 5, numRuns: 1 })[0] as Articles,
  );
  const items = itemsOf(records);
  const lines = plainLines(items);
  expect(keys(lines)).toEqual(items.map(({ annotation }) => annotation.id));
  expect(lines.indexOf(items[3]?.annotation.id ?? '')).toBe(3);
});

test('a row keeps its folded words when only its tags change', () => {
  const { maker, records, tags } = project(
    fc.sample(shapes, { seed: 6, numRuns: 5 }).flat(),
    fc.sample(articleShapes, { seed: 6, numRuns: 1 })[0] as Articles,
  );
  const before = evidenceItems(records, noEvidence);
  const annotation = records.list('annotation').find(({ tagIds }) => tagIds.length === 0);
  if (annotation === undefined) throw new Error('Every annotation has a tag.');
  const words = before.items.find((item) => item.annotation === annotation)?.folded;
  records.apply(addTag(maker, annotation, tags[0]?.id ?? maker.id()));
  const after = evidenceItems(records, before);
  const row = after.items.find((item) => item.annotation.id === annotation.id);
  expect(row?.annotation.tagIds).toHaveLength(1);
  expect(row?.folded).toBe(words);
});

test('a setting of another version is read as far as it is understood', () => {
  const view = readEvidenceView({
    columns: ['outlet', 'weight'],
    widths: { quote: 300, weight: 4, outlet: 'wide' },
    sorts: [{ column: 'weight' }, { column: 'outlet', descending: true }, { column: 'outlet' }],
    group: 'planet',
    collapsed: ['tag:1', 7],
  });
  expect(view).toEqual({
    columns: ['number', 'quote', 'outlet'],
    widths: { quote: 300 },
    sorts: [{ column: 'outlet', descending: true }],
    group: 'none',
    collapsed: ['tag:1'],
  });
  for (const broken of [null, 7, 'x', [], { sorts: 4, columns: null }]) {
    expect(readEvidenceView(broken).sorts).toEqual([{ column: 'number', descending: false }]);
  }
});

test('E4: the keyboard follows a row whose group it has left when nothing is near that it could take', () => {
  const draft = { quote: ['x'], note: null, tags: [], claims: [], linked: false };
  const { records } = project(
    [
      { ...draft, article: 0 },
      { ...draft, article: 1 },
    ],
    [0, 1, 2, 3].map((at) => ({ outlet: outlets[at] ?? null, published: null })) as Articles,
  );
  const items = itemsOf(records);
  const [first, second] = items;
  if (first === undefined || second === undefined) throw new Error('No rows.');
  const open = new Set<string>();
  const group = (id: string, of: EvidenceItem[]): EvidenceGroup => ({ id, title: id, items: of });
  const before = groupedLines([group('a', [first]), group('b', [second])], open);
  const after = groupedLines([group('b', [second]), group('c', [first])], open);
  expect(before.keyAt(1)).toBe(`a/${first.annotation.id}`);
  // Nearer is what stood beside it.
  expect(after.keyAt(lineLeft(before, 1, after))).toBe(`b/${second.annotation.id}`);
  const folded = groupedLines([group('b', [second]), group('c', [first])], new Set(['b']));
  expect(folded.keyAt(lineLeft(before, 1, folded))).toBe(`c/${first.annotation.id}`);
  const gone = groupedLines([group('b', [second])], new Set(['b']));
  expect(lineLeft(before, 1, gone)).toBe(0);
});
