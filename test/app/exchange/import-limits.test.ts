import { describe, expect, test } from 'vitest';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { instantOf } from '../../../app/exchange/import/made-by.ts';
import type { AnnotationDraft, ImportDraft } from '../../../app/exchange/import-draft.ts';
import type { ProjectRecord, RecordKind, RecordOf } from '../../../app/record/records.ts';
import { planned } from './planned-import.ts';

// `planned` reads every record that comes of it by the schema: one that is none throws.
const nothing = { records: recordSourceOf([]), texts: { read: async () => null } };
const long = 'N'.repeat(3_000);
const uuid = (number: number): string =>
  `0190a000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const annotation: Omit<AnnotationDraft, 'tags'> = {
  kind: 'annotation',
  key: uuid(2),
  where: 'mark 1',
  target: { key: uuid(1) },
  note: null,
  selector: { quote: 'ferry sank' },
};

function ofKind<Kind extends RecordKind>(records: readonly ProjectRecord[], kind: Kind) {
  return records.filter((one): one is RecordOf<Kind> => one.kind === kind);
}

describe('what a file says beyond what a record can hold', () => {
  test('J4: names are cut, what is no date or too long an address is left out, and the report says so', async () => {
    const drafts: readonly ImportDraft[] = [
      {
        kind: 'article',
        key: uuid(1),
        metadata: {
          ...{ title: long, outlet: long, byline: long, section: long, published: 'last Tuesday' },
          ...{ url: `https://example.org/${'a'.repeat(9_000)}`, language: 'x'.repeat(200) },
        },
        text: { plain: 'The ferry sank.' },
        createdAt: '9999-12-31T23:59:59-14:00',
      },
      { ...annotation, tags: [] },
    ];
    const { diff, report } = await planned(drafts, nothing);
    const [article] = ofKind(diff.added, 'article');
    expect(article?.detected.title).toBe(`${long.slice(0, 1_999)}…`);
    expect(article?.detected).toMatchObject({ url: null, published: null, language: null });
    expect(ofKind(diff.added, 'annotation')).toHaveLength(1);
    expect(report.lost.map(({ what, count }) => [what, count])).toEqual([
      ['Times of making that could not be read', 1],
      ['Facts of articles that are too long, or no dates', 7],
    ]);
  });

  test('J4: speakers, types of links and tags have names that a record can hold', async () => {
    const drafts: readonly ImportDraft[] = [
      { kind: 'tag', key: uuid(7), name: ' \n ' },
      { kind: 'tag', key: uuid(8), name: `two\nlines ${long}`, description: 'd'.repeat(1_200_000) },
      {
        kind: 'speaker',
        key: uuid(9),
        name: long,
        aliases: [`a${long}`],
        description: 'd'.repeat(1_200_000),
      },
      {
        kind: 'article',
        key: uuid(1),
        metadata: { title: 'T' },
        text: { plain: 'The ferry sank.' },
      },
      { ...annotation, tags: [{ key: uuid(7) }, { key: uuid(8) }] },
      { ...annotation, key: uuid(3), selector: { quote: 'The ferry' }, tags: [] },
      {
        kind: 'link',
        key: uuid(4),
        where: 'link 1',
        type: { name: long, inverseName: long, description: 'd'.repeat(1_200_000) },
        from: { kind: 'annotation', key: uuid(2) },
        to: { kind: 'annotation', key: uuid(3) },
      },
    ];
    const first = await planned(drafts, nothing);
    expect(ofKind(first.diff.added, 'tag').map(({ name }) => name.slice(0, 11))).toEqual([
      'two lines N',
    ]);
    expect(ofKind(first.diff.added, 'annotation')[0]?.tagIds).toHaveLength(1);
    expect(first.report.lost.map(({ what }) => what)).toEqual(['Tags without a name']);
    const again = await planned(drafts, { records: first.records, texts: first.texts });
    expect(again.diff.added).toEqual([]);
  });

  test('J24: metadata that an article can’t have corrects nothing', async () => {
    const article: ImportDraft = {
      kind: 'article',
      key: uuid(1),
      metadata: { title: 'T' },
      text: { plain: 'The ferry sank.' },
    };
    const first = await planned([article], nothing);
    const { diff } = await planned(
      [
        {
          kind: 'metadata',
          where: 'entry 1',
          target: { title: 'T' },
          metadata: {
            published: 'soon',
            url: `https://example.org/${'a'.repeat(9_000)}`,
            outlet: long,
          },
        },
      ],
      { records: first.records, texts: first.texts },
    );
    const [[, after] = []] = diff.updated;
    expect(after).toMatchObject({ corrected: { outlet: `${long.slice(0, 1_999)}…` } });
    expect(Object.keys((after as RecordOf<'article'>).corrected)).toEqual(['outlet']);
  });

  test('a time in a year that no record has is none', () => {
    expect(instantOf('9999-12-31T23:59:59-14:00')).toBe(null);
    expect(instantOf('2031-05-12T10:00:00+02:00')).toBe('2031-05-12T08:00:00.000Z');
  });
});

test('J4: a claim with a date that is none comes without the date, and the report says so', async () => {
  const claim = { kind: 'claim', where: 'claim 1', wording: 'It sank.' } as const;
  const { diff, report } = await planned(
    [
      { ...claim, key: uuid(1), saidOn: 'soon', saidUntil: '12 May 2031' },
      { ...claim, key: uuid(2), saidOn: '2031-05' },
    ],
    nothing,
  );
  const [first, second] = ofKind(diff.added, 'claim');
  expect(first).toMatchObject({ saidOn: null, saidUntil: '2031-05-12' });
  expect(second).toMatchObject({ saidOn: '2031-05' });
  expect(report.lost).toMatchObject([{ examples: ['claim 1: soon'] }]);
});
