import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import { confirmSilence } from '../../../app/claim/silence-diffs.ts';
import type { AnnotationDraft } from '../../../app/exchange/import-draft.ts';
import { annotationTableReader } from '../../../app/exchange/table/read-annotation-table.ts';
import { tableWriters } from '../../../app/exchange/table/table-writers.ts';
import { readTagList, writeTagList } from '../../../app/exchange/table/tag-list.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { AnnotationRecord, TagRecord } from '../../../app/record/records.ts';
import { sampleTag } from '../../support/records.ts';
import { ClaimsProject, paragraph, words } from '../claim/claims-project.ts';
import { readDrafts, written } from './exchange-io.ts';

function writer(id: string) {
  const found = tableWriters.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no writer ${id}.`);
  return found;
}

function table(text: string): readonly Readonly<Record<string, string>>[] {
  return Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

function addTag(project: ClaimsProject, name: string, parent: TagRecord | null = null): TagRecord {
  const tag = { ...sampleTag(project.maker, name), parentId: parent?.id ?? null };
  project.act({ added: [tag], updated: [], removed: [] });
  return tag;
}

function annotate(
  project: ClaimsProject,
  quote: string,
  fields: Partial<AnnotationRecord> = {},
): AnnotationRecord {
  const article = project.records.list('article')[0];
  if (article === undefined) throw new Error('There is no article.');
  const passage = {
    revisionId: article.revisionId,
    start: 3 as TextOffset,
    end: (3 + quote.length) as TextOffset,
    quote,
    prefix: 'before ',
    suffix: ' after',
  };
  const made = addAnnotation(project.maker, article, passage);
  const annotation = { ...made.annotation, ...fields };
  const added = made.diff.added.map((one) => (one.id === annotation.id ? annotation : one));
  project.act({ ...made.diff, added });
  return annotation;
}

describe('Tables of annotations', () => {
  test('J20 every annotation is a row with its words, tags by path, note, place and article', async () => {
    const project = new ClaimsProject();
    const sources = addTag(project, 'Sources');
    const official = addTag(project, 'Official; or "so"', sources);
    const annotation = annotate(project, '=said “no”, and left\nagain', {
      tagIds: [official.id, sources.id],
      note: paragraph(words('A note.')),
    });
    const claim = project.claim('They left.');
    project.file(claim, [annotation], 'reports');
    const { text, report } = await written(writer('annotations-csv'), project.records);
    const [row] = table(text);
    expect(row).toMatchObject({
      Number: "'1:1",
      Quotation: "'=said “no”, and left\nagain",
      Tags: 'Sources/"Official; or ""so"""; Sources',
      Note: 'A note.',
      Claims: 'C1 reports',
      'Start (UTF-16)': '3',
      Id: annotation.id,
    });
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(report.carried).toEqual({ annotation: 1 });
  });

  test('E9 outlets and dates that are guesses stand plain, and a column says which', async () => {
    const project = new ClaimsProject();
    const annotation = annotate(project, 'words');
    const claim = project.claim('They left.');
    project.file(claim, [annotation], 'reports');
    const article = project.records.list('article')[0];
    if (article === undefined) throw new Error('There is no article.');
    const fact = { source: 'file-date', confidence: 'guessed' } as const;
    const guessed = nextRecord(project.maker, article, {
      detected: { ...article.detected, outlet: 'CNN', published: '2026-11-22' },
      provenance: { outlet: fact, published: fact },
    });
    project.act({ added: [], updated: [[article, guessed]], removed: [] });
    for (const id of ['annotations-csv', 'claims-csv']) {
      const { text } = await written(writer(id), project.records);
      expect(table(text)[0]).toMatchObject({
        Outlet: 'CNN',
        Published: '2026-11-22',
        Guessed: 'outlet, published',
      });
    }
    const { text } = await written(writer('annotations-csv'), project.records);
    const old = text
      .replace(',Guessed', '')
      .replace('CNN,2026-11-22,"outlet, published"', 'CNN (guess),2026-11-22 (guess)');
    expect(old).toContain('CNN (guess),2026-11-22 (guess),');
    for (const one of [text, old]) {
      const { drafts, report } = await readDrafts(annotationTableReader, one, project.records);
      expect(drafts[0]).toMatchObject({ target: { outlet: 'CNN', published: '2026-11-22' } });
      expect(JSON.stringify(report.lost)).not.toContain('Guessed');
    }
  });

  test('J20 what a table has no place for is in the report', async () => {
    const project = new ClaimsProject();
    addTag(project, 'Coloured');
    annotate(project, 'words', {
      note: paragraph({ type: 'text', text: 'bold', marks: [{ type: 'strong' }] }),
    });
    const { report } = await written(writer('annotations-csv'), project.records);
    expect(report.lost.map(({ what, examples }) => [what, ...examples])).toEqual([
      ['Colours of tags', 'Coloured'],
      ['The form of notes', '1:1'],
    ]);
  });

  test('J9 J20 what is written is read back equal: words, place, tags, note, author, time, number, id', async () => {
    const project = new ClaimsProject();
    const words1 = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((one) => {
      return one.isWellFormed() && one.trim() !== '' && !one.includes('\0');
    });
    const name = fc
      .string({ minLength: 1, maxLength: 8 })
      .map((one) => one.replace(/\s+/g, ' ').trim())
      .filter((one) => one !== '');
    const tags = new Map<string, TagRecord>();
    const tagOf = (one: string): TagRecord => {
      const known = tags.get(one) ?? addTag(project, one);
      tags.set(one, known);
      return known;
    };
    const made: AnnotationRecord[] = [];
    fc.assert(
      fc.property(words1, fc.uniqueArray(name, { maxLength: 3 }), name, (quote, names, note) => {
        made.push(
          annotate(project, quote, {
            tagIds: names.map((one) => tagOf(one).id),
            note: paragraph(words(note)),
          }),
        );
      }),
      { seed: 31, numRuns: 150 },
    );
    const { text } = await written(writer('annotations-csv'), project.records);
    const { drafts, report } = await readDrafts(annotationTableReader, text, project.records);
    expect(report.refusedCount).toBe(0);
    const byKey = new Map(drafts.map((draft) => [(draft as AnnotationDraft).key, draft]));
    expect(byKey.size).toBe(made.length);
    for (const annotation of made) {
      const draft = byKey.get(annotation.id) as AnnotationDraft;
      const { passage } = annotation;
      expect(draft.selector).toEqual({
        quote: passage.quote,
        prefix: passage.prefix,
        suffix: passage.suffix,
        position: { start: passage.start, end: passage.end, unit: 'utf-16' },
      });
      const names = annotation.tagIds.map((id) => project.records.get('tag', id)?.name);
      expect(draft.tags).toEqual(names.map((one) => ({ path: [one] })));
      expect(draft.note).toEqual(annotation.note);
      expect(draft.author).toBe(annotation.author);
      expect(draft.createdAt).toBe(annotation.createdAt);
      expect(draft.number).toBe(annotation.number);
    }
  });

  test('J20 a table of another program is read by the names of its columns; what has no place is told', async () => {
    const { records } = new ClaimsProject();
    const content =
      'Document;Highlighted text;Codes;Comment;Weight\r\n"The ""Ferry""";five people, all of them;Numbers|Deaths;first\nsecond;3\r\nThe Ferry;;Numbers;;\r\n';
    const quoted = content.replace('first\nsecond', '"first\nsecond"');
    const { drafts, report } = await readDrafts(annotationTableReader, quoted, records, 'a.csv');
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      where: 'row 2: “five people, all of them”',
      target: { title: 'The "Ferry"', byQuote: true },
      selector: { quote: 'five people, all of them' },
      tags: [{ path: ['Numbers'] }, { path: ['Deaths'] }],
      note: { content: [{ content: [{ text: 'first' }] }, { content: [{ text: 'second' }] }] },
    });
    expect(report.refused).toEqual([{ where: 'row 3', reason: 'The row has no quotation.' }]);
    expect(report.lost).toMatchObject([{ examples: ['“Weight”'], count: 1 }]);
  });

  test('J20 a file without a column of quotations, or in another coding, is refused as a whole', async () => {
    const { records } = new ClaimsProject();
    const read = (content: string | Uint8Array) =>
      readDrafts(annotationTableReader, content, records);
    await expect(read('name,colour\nA,red\n')).rejects.toThrow('no column “Quotation”');
    await expect(read('')).rejects.toThrow('no column “Quotation”');
    const latin = Uint8Array.from([...Buffer.from('Quotation\nZ'), 0xfc, ...Buffer.from('rich\n')]);
    await expect(read(latin)).rejects.toThrow('UTF-8');
  });

  test('J20 the same row twice is two annotations, the same file twice is the same keys', async () => {
    const { records } = new ClaimsProject();
    const content = 'Quotation,Tags\nsame words,A\nsame words,A\n';
    const one = await readDrafts(annotationTableReader, content, records);
    const other = await readDrafts(annotationTableReader, content, records);
    expect(new Set(one.drafts.map((draft) => (draft as AnnotationDraft).key)).size).toBe(2);
    expect(other.drafts).toEqual(one.drafts);
  });
});

test('J20 lists of tags are read back, whatever the names', () => {
  const name = fc
    .string({ unit: fc.constantFrom('a', 'B', '"', '/', ';', ',', ' ', '|', 'é'), minLength: 1 })
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const paths = fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
  fc.assert(
    fc.property(paths, (list) => {
      expect(readTagList(writeTagList(list))).toEqual(list);
    }),
    { seed: 7, numRuns: 500 },
  );
});

describe('Tables of claims and links', () => {
  test('J21 a claim has a row for each passage, its facts stand in the first', async () => {
    const project = new ClaimsProject();
    const [first, second] = [project.annotate(0), project.annotate(1)];
    const claim = project.claim('Five people died.', { saidOn: '2031-05', confidence: 0.7 });
    const bare = project.claim('Nobody knew.', { parentId: claim.id });
    project.file(claim, [first], 'asserts');
    project.file(claim, [second], 'denies');
    const article = project.records.list('article')[2];
    if (article === undefined) throw new Error('There is no article.');
    project.act(
      confirmSilence(project.maker, project.records, claim, [article], {
        search: 'died',
        mode: 'words',
      }),
    );
    const { text, report } = await written(writer('claims-csv'), project.records);
    const rows = table(text);
    expect(rows.map((row) => [row.Claim, row['Part of'], row.Stance, row.Number])).toEqual([
      ['C1', '', 'asserts', "'1:1"],
      ['C1', '', 'denies', "'2:1"],
      ['C2', 'C1', '', ''],
    ]);
    expect(rows[0]).toMatchObject({ 'Said on': "'2031-05", 'Confidence (%)': '70', Id: claim.id });
    expect(rows[0]?.Silent).toContain('“died”');
    expect(rows[1]?.['Said on']).toBe('');
    expect(rows[2]?.Id).toBe(bare.id);
    expect(report.carried).toEqual({ claim: 2, evidence: 2, silence: 1 });
  });

  test('J21 links have both ends with their words; none to the trash', async () => {
    const project = new ClaimsProject();
    const [first, second, third] = [project.annotate(0), project.annotate(1), project.annotate(2)];
    const type = project.records.list('linkType')[0];
    if (type === undefined) throw new Error('There is no type of links.');
    const link = (to: AnnotationRecord) =>
      newRecord(project.maker, 'link', {
        typeId: type.id,
        from: first.id,
        to: { kind: 'annotation', id: to.id },
        note: 'why',
      });
    project.act({ added: [link(second), link(third)], updated: [], removed: [] });
    const article = project.records.list('article')[2];
    if (article === undefined) throw new Error('There is no article.');
    const trashed = nextRecord(project.maker, article, { trashedAt: project.maker.now() });
    project.act({ added: [], updated: [[article, trashed]], removed: [] });
    const { text, report } = await written(writer('links-csv'), project.records);
    expect(table(text)).toMatchObject([
      { From: "'1:1", To: "'2:1", Relation: type.name, 'From words': 'words', Note: 'why' },
    ]);
    expect(report.carried).toEqual({ link: 1 });
  });

  test('J21 all of them are one workbook, the same bytes each time; words too long for a cell go on in others', async () => {
    const project = new ClaimsProject();
    const long = 'long words 😀 '.repeat(6_000);
    annotate(project, long);
    project.claim('A claim.');
    const one = await written(writer('workbook'), project.records);
    const other = await written(writer('workbook'), project.records);
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
    const { annotationSheet } = await import('../../../app/exchange/table/annotation-table.ts');
    const [heads = [], row = []] = [...annotationSheet(project.records).rows];
    const parts = heads.flatMap((head, index) =>
      String(head).startsWith('Quotation') ? [row[index]] : [],
    );
    expect(parts).toHaveLength(3);
    expect(parts.join('')).toBe(long);
  });

  test('J21 nothing to export is said, and nothing is written', async () => {
    const { records } = new ClaimsProject();
    for (const id of ['annotations-csv', 'claims-csv', 'links-csv', 'workbook']) {
      await expect(written(writer(id), records)).rejects.toThrow('to export');
    }
  });
});
