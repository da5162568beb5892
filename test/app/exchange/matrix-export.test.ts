import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import { matrixPassages } from '../../../app/brief/matrix-table.ts';
import { confirmSilence } from '../../../app/claim/silence-diffs.ts';
import { matrixGrid, mostInCell, type SheetCell } from '../../../app/exchange/matrix-sheets.ts';
import { matrixWorkbook, type SheetLook } from '../../../app/exchange/matrix-workbook.ts';
import { writeWorkbook } from '../../../app/exchange/table/write-workbook.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import { temporaryFolder } from '../../main/support/samples.ts';
import { workbookReaders } from '../../support/read-workbook.ts';
import { samplePassage } from '../../support/records.ts';
import { canonicalText } from '../brief/arbitrary-brief.ts';
import { ClaimsProject } from '../claim/claims-project.ts';
import { matrixOf } from './matrix-project.ts';

afterEach(() => {
  vi.useRealTimers();
});

function annotateWords(
  project: ClaimsProject,
  article: number,
  quote: string,
  start = 20,
): AnnotationRecord {
  const record = project.records.list('article')[article];
  if (record === undefined) throw new Error('There is no such article.');
  const passage = samplePassage(record.revisionId, start, quote);
  const made = addAnnotation(project.maker, record, passage);
  project.act(made.diff);
  return made.annotation;
}

/** Two claims over three articles: evidence twice, a confirmed silence, and cells that nobody has checked. */
function smallMatrix(project = new ClaimsProject(3)) {
  const cost = project.claim('The tunnel costs 4.2 billion.', { speaker: 'Premier Oduya' });
  const part = project.claim('=HYPERLINK("x") is no formula', { parentId: cost.id });
  const passages = [annotateWords(project, 0, 'climbs to 4.2 billion\nand more')];
  project.file(cost, passages, 'asserts');
  project.file(cost, [annotateWords(project, 0, '“not 4.2”', 90)], 'denies');
  const silent = project.records.list('article')[1];
  if (silent === undefined) throw new Error('There is no such article.');
  const search = { search: 'tunnel NEAR/5 cost', mode: 'words' } as const;
  project.act(confirmSilence(project.maker, project.records, cost, [silent], search));
  return matrixOf(project, [project.now(cost.id), project.now(part.id)]);
}

/** A workbook on disk; returns its path. */
async function written(sheets: readonly SheetLook[]): Promise<string> {
  const path = join(await temporaryFolder(), 'matrix.xlsx');
  await writeFile(path, await writeWorkbook(sheets));
  return path;
}

function asText(rows: Iterable<readonly SheetCell[]>): string[][] {
  return [...rows].map((row) => row.map(String));
}

describe('The matrix as sheets', () => {
  test('X21 a cell says stances, number of passages and their words; silence with its search; what nobody checked', () => {
    const { content, sources } = smallMatrix();
    const [heads, cost, part] = [...matrixGrid(content, sources)];
    expect(heads?.[0]).toBe('Claim');
    expect(cost).toEqual([
      'C1 The tunnel costs 4.2 billion.',
      [
        'asserts, denies · 2 passages',
        'asserts 1:1 (The Harbour Times): “climbs to 4.2 billion\nand more”',
        'denies 1:2 (The Harbour Times): “not 4.2”',
      ].join('\n'),
      'silent\nsearched “tunnel NEAR/5 cost”',
      'not yet checked',
    ]);
    expect(part?.[0]).toBe('    C2 =HYPERLINK("x") is no formula');
    expect(part?.slice(1)).toEqual(['not yet checked', 'not yet checked', 'not yet checked']);
  });

  test('X21 the sheet of passages has each in full with its place, the sheet of claims what is said of each', () => {
    const { content, sources } = smallMatrix();
    const [, passages, claims] = matrixWorkbook(content, [...matrixPassages(content)], sources);
    const [heads = [], first = []] = passages?.rows ?? [];
    const counted = [...(passages?.rows ?? [])].length;
    const row = Object.fromEntries(heads.map((head, index) => [head, first[index]]));
    expect(row).toMatchObject({
      Claim: 'C1',
      Stance: 'asserts',
      Number: '1:1',
      Guessed: '',
      Quotation: 'climbs to 4.2 billion\nand more',
      'Start (UTF-16)': 20,
      'End (UTF-16)': 50,
      'SHA-256 of the revision': '0'.repeat(64),
    });
    expect(counted).toBe(3);
    const [, cost, part] = claims?.rows ?? [];
    expect(cost).toEqual(expect.arrayContaining(['C1', 'Premier Oduya', 1, 2]));
    expect(part?.[2]).toBe('C1');
  });

  test('X21 a cell that is too full says where the rest is and cuts no quotation; a long one goes over several cells', () => {
    const project = new ClaimsProject(1);
    const claim = project.claim('Long');
    const long = `${'word '.repeat(7_000)}😀${'x'.repeat(mostInCell)}`;
    project.file(claim, [annotateWords(project, 0, 'short', 10)], 'asserts');
    project.file(claim, [annotateWords(project, 0, long, 30)], 'reports');
    const { content, sources } = matrixOf(project, [project.now(claim.id)]);
    const cell = [...matrixGrid(content, sources)][1]?.[1] ?? '';
    expect(cell.length).toBeLessThanOrEqual(mostInCell);
    expect(cell).toContain('“short”\nThe rest is on the sheet “Passages”.');
    const passages = matrixWorkbook(content, [...matrixPassages(content)], sources)[1];
    const [heads = [], , second = []] = passages?.rows ?? [];
    const parts = second.filter((_, index) => String(heads[index]).startsWith('Quotation'));
    expect(parts).toHaveLength(3);
    expect(parts.join('')).toBe(long);
    for (const part of parts) expect(String(part)).toBe(String(part).toWellFormed());
  });

  test('X22 the same matrix gives the same bytes on another day', async () => {
    const { content, sources } = smallMatrix();
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime('2031-05-12T08:00:00Z');
    const one = await writeWorkbook(matrixWorkbook(content, [...matrixPassages(content)], sources));
    vi.setSystemTime('2032-01-01T23:59:58Z');
    const other = await writeWorkbook(
      matrixWorkbook(content, [...matrixPassages(content)], sources),
    );
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test.each(workbookReaders())(
    'X21 $name reads every cell of every sheet as it was written',
    async ({ read: open }) => {
      const { content, sources } = smallMatrix();
      const sheets = matrixWorkbook(content, [...matrixPassages(content)], sources);
      const read = await open(await written(sheets));
      expect([...read.keys()].sort()).toEqual(['Claims', 'Matrix', 'Passages']);
      for (const { name, rows } of sheets) expect(read.get(name)).toEqual(asText(rows));
    },
    120_000,
  );

  test.each(workbookReaders())(
    'X21 whatever stands in a cell is a text for $name: formulas, numbers, markup and every script',
    async ({ read: open }) => {
      const traps = ['=1+1', '+1', '-1', '@SUM(A1)', '007', '1e5', '2024-05-12', 'TRUE', '#REF!'];
      const marks = ['_x000D_', '_x0041_', '</t>', ']]>', '&amp;', '  two  ', "'quoted", 'a\nb'];
      const any = fc.sample(canonicalText, { seed: 20310512, numRuns: 150 });
      const words = [...traps, ...marks, ...any];
      const rows = [['first', 'second'], ...words.map((word, index) => [word, `row ${index}`])];
      const sheet = { name: 'Any', rows, widths: [40, 10], stickyColumns: 1 };
      const read = await open(await written([sheet]));
      expect(read.get('Any') ?? [...read.values()][0]).toEqual(rows);
    },
    120_000,
  );
});
