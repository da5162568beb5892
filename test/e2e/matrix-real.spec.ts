import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import Papa from 'papaparse';
import { expect, test } from '../support/app-test.ts';
import { articlesCounted, said } from '../support/areas.ts';
import { command } from '../support/commands.ts';
import { pressIn, whenClosed } from '../support/dialogs.ts';
import { dropFiles } from '../support/drop-files.ts';
import { expectInertHtml } from '../support/exporting.ts';
import { showGraph } from '../support/graph.ts';
import { type JournalRecord, recordsOnDisk } from '../support/journal-on-disk.ts';
import { activeCell, firstClaim, matrixGrid, searchHere } from '../support/matrix.ts';
import { answerSave } from '../support/native-dialogs.ts';
import { statedPlaces, wordsAt } from '../support/project-texts.ts';
import { workbookReaders } from '../support/read-workbook.ts';
import { whenSaved } from '../support/reading.ts';
import { sharedCorpus } from '../support/shared-corpus.ts';

const wording = 'Xi and Putin spoke by telephone on Thursday.';

/** What the journal holds of a project's comparison; knows nothing of the program. */
interface Kept {
  readonly annotations: readonly JournalRecord[];
  readonly evidence: readonly JournalRecord[];
  readonly silences: readonly JournalRecord[];
}

async function keptOnDisk(project: string): Promise<Kept> {
  const records = [...(await recordsOnDisk(project)).values()];
  const ofKind = (kind: string) => records.filter((record) => record.kind === kind);
  return {
    annotations: ofKind('annotation'),
    evidence: ofKind('evidence'),
    silences: ofKind('silence'),
  };
}

/** By keys: what the search of each article finds is filed, or its silence confirmed. */
async function fillRow(window: Page, articles: number): Promise<void> {
  for (let column = 0; column < articles; column += 1) {
    if (column > 0) await window.keyboard.press('ArrowRight');
    await searchHere(window);
    const count = await window.getByRole('listbox', { name: 'Sentences found' }).count();
    if (count > 0) {
      await window.keyboard.press('Enter');
      const stance = window.getByRole('dialog', { name: 'File 1 passage as evidence' });
      await pressIn(stance, 'r');
      await said(window, /^Filed/);
      await whenClosed(stance);
    } else {
      await window.keyboard.press('m');
      await said(window, /is silent/);
    }
    await window.keyboard.press('Escape');
    await expect(matrixGrid(window)).toBeFocused();
    await window.keyboard.press('Escape');
    await expect(activeCell(window)).toHaveAccessibleName(/: (reports, 1 passage|silent)/);
  }
}

async function exported(
  { app, window }: { readonly app: ElectronApplication; readonly window: Page },
  format: 'CSV' | 'HTML' | 'XLSX',
  path: string,
): Promise<string> {
  await answerSave(app, path);
  await command(window, `Export the matrix as ${format}`);
  await said(window, `Exported 1 claim × 5 columns to ${basename(path)}.`);
  return readFile(path, 'utf8');
}

const sorted = (words: readonly (string | undefined)[]): readonly string[] =>
  words.map((one) => one ?? '').sort();

test('X20 to X22, L18, real articles: each is searched for a claim, and every export says what the journal holds', async ({
  start,
  folder,
}) => {
  const files = sharedCorpus('xi-putin-calls').filter((path) => path.endsWith('.txt'));
  test.skip(files.length === 0, 'The shared corpus is not here.');
  const project = join(folder, 'project');
  const { window, app } = await start({ args: ['--project', project] });
  await window.getByRole('region', { name: 'Library', exact: true }).waitFor();
  await dropFiles(window, files);
  await articlesCounted(window, files.length);
  await firstClaim(window, wording);
  await fillRow(window, files.length);
  await whenSaved(window);
  const { annotations, evidence, silences } = await keptOnDisk(project);
  const quotes = annotations.map(({ passage }) => passage?.quote);
  expect(evidence.length + silences.length).toBe(files.length);
  expect(annotations).toHaveLength(evidence.length);
  expect(evidence.length).toBeGreaterThan(2);
  const holding = (cells: readonly string[]) => ({
    reports: cells.filter((cell) => cell.startsWith('reports · 1 passage\n')).length,
    silent: cells.filter((cell) => cell.startsWith('silent\nsearched “')).length,
  });
  const expected = { reports: evidence.length, silent: silences.length };

  let grid: readonly string[][] = [];
  await test.step('CSV', async () => {
    const csv = await exported({ app, window }, 'CSV', join(folder, 'matrix.csv'));
    grid = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: true }).data;
    const [heads = [], row = []] = grid;
    expect([heads.length, row[0]]).toEqual([files.length + 1, `C1 ${wording}`]);
    expect(holding(row)).toEqual(expected);
    for (const quote of quotes) {
      expect(
        row.filter((cell) => cell.includes(`“${quote}”`)),
        quote,
      ).toHaveLength(1);
    }
  });

  await test.step('XLSX', async () => {
    await exported({ app, window }, 'XLSX', join(folder, 'matrix.xlsx'));
    for (const { name, read } of workbookReaders()) {
      const sheets = await read(join(folder, 'matrix.xlsx'));
      expect(sheets.get('Matrix'), name).toEqual(grid);
      const [titles = [], ...passages] = sheets.get('Passages') ?? [];
      const column = (title: string) => passages.map((row) => row[titles.indexOf(title)]);
      expect(sorted(column('Quotation')), name).toEqual(sorted(quotes));
      expect(new Set(column('Stance')), name).toEqual(new Set(['reports']));
      for (const { passage } of annotations) {
        const at = passages.find((row) => row[titles.indexOf('Quotation')] === passage?.quote);
        expect(Number(at?.[titles.indexOf('Start (UTF-16)')])).toBe(passage?.start);
      }
    }
  });

  await test.step('HTML', async () => {
    const html = await exported({ app, window }, 'HTML', join(folder, 'matrix.html'));
    expectInertHtml(html);
    const places = statedPlaces(html);
    const stated = await Promise.all(places.map((place) => wordsAt(project, place)));
    expect(sorted(stated)).toEqual(sorted(quotes));
  });

  await test.step('the graph as SVG and PNG', async () => {
    await showGraph(window);
    await answerSave(app, join(folder, 'graph.svg'));
    await window.getByRole('button', { name: 'Export as SVG…' }).press('Enter');
    await said(window, /to graph\.svg\.$/);
    const svg = await readFile(join(folder, 'graph.svg'), 'utf8');
    expect(XMLValidator.validate(svg)).toBe(true);
    // One title for the drawing, one for each claim, article and passage, one for each line between them.
    const points = 1 + evidence.length + annotations.length;
    const lines = annotations.length + evidence.length;
    const titles = [...svg.matchAll(/<title>([^<]*)<\/title>/g)].map((match) => match[1] ?? '');
    expect(titles).toHaveLength(1 + points + lines);
    const words = JSON.stringify(new XMLParser().parse(svg));
    expect(words).toContain(wording.slice(0, 20));
    for (const quote of quotes)
      expect(words).toContain(JSON.stringify(quote?.slice(0, 12)).slice(1, -1));
    await answerSave(app, join(folder, 'graph.png'));
    await window.getByRole('button', { name: 'Export as PNG…' }).press('Enter');
    await said(window, /to graph\.png\.$/);
    const png = await readFile(join(folder, 'graph.png'));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.length).toBeGreaterThan(5_000);
  });
});
