import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matrixFigure } from '../../../../app/brief/figure/matrix-figure.ts';
import {
  type TimelineItem,
  timelineFigure,
  timelineItems,
} from '../../../../app/brief/figure/timeline-figure.ts';
import { wrapped } from '../../../../app/brief/figure/wrapped.ts';
import type { MatrixContent } from '../../../../app/brief/matrix-table.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { MatrixCell } from '../../../../app/claim/matrix-cell.ts';
import type { MatrixColumn } from '../../../../app/claim/matrix-columns.ts';
import { BriefFixture } from '../brief-fixture.ts';

function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words]) => words ?? '');
}

function matrix(rows: number, columns: number): MatrixContent {
  const fixture = new BriefFixture();
  const claims = Array.from({ length: rows }, (_, index) =>
    fixture.claim(`Claim no. ${index}`, []),
  );
  const heads = Array.from({ length: columns }, (_, index) => ({
    id: `column-${index}`,
    title: index === 0 ? 'Ledger & "Times" <daily>' : `Outlet ${index}`,
  }));
  const cells: readonly (MatrixCell | null)[] = [
    { kind: 'evidence', passages: [], stances: ['asserts', 'denies'], countsWith: null },
    { kind: 'silent', silences: [], confirmedFor: null },
    { kind: 'copy', of: 'Wire' },
    { kind: 'unchecked', silences: [] },
    null,
  ];
  return {
    rows: claims.map((claim) => ({ claim, depth: 0 })),
    columns: heads as unknown as readonly MatrixColumn[],
    cellOf: (_claim, column) => cells[Number(column.slice(7)) % cells.length] ?? null,
  };
}

describe('Figures of a brief', () => {
  test('I25 the matrix is drawn with claims, sources, letters for stances and their legend', () => {
    const { svg, description, width, height } = matrixFigure(matrix(2, 4));
    const texts = textsOf(svg);
    expect(texts).toEqual(
      expect.arrayContaining(['C1 Claim no. 0', 'Outlet 1', 'A', 'D', '–', '=']),
    );
    expect(texts).toEqual(expect.arrayContaining(['asserts', 'questions', 'silent (confirmed)']));
    // What nobody looked at is not called silent.
    expect(description).toBe(
      'Matrix of 2 claims and 4 sources, who says what. Of its cells 2 have passages, 2 are silent (confirmed), 2 are copies of another source and 2 are not yet checked.',
    );
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    expect(svg).not.toContain('<daily>');
    expect(svg).not.toMatch(/(?:href|url\()/);
    expect(matrixFigure(matrix(2, 4)).svg).toBe(svg);
  });

  test('I25 of a large matrix the first rows and columns are drawn, and it says how many there are', () => {
    const texts = textsOf(matrixFigure(matrix(61, 21)).svg);
    expect(texts).toContain('The first 60 of 61 claims are shown.');
    expect(texts).toContain('The first 20 of 21 sources are shown.');
    expect(texts.some((words) => words.startsWith('C61 '))).toBe(false);
  });

  test('I25 the timeline has what has a date, in its order, articles apart from claims', () => {
    const fixture = new BriefFixture();
    const late = fixture.article('x', { published: '2024-06-01', title: 'Late' });
    fixture.article('y', { published: null, title: 'Never' });
    const early = fixture.article('z', { published: '2024-05', title: 'Early' });
    const claim = { ...fixture.claim('They said so.', []), saidOn: '2024-05-20' };
    const items = timelineItems(recordSourceOf([...fixture.articles, ...fixture.revisions, claim]));
    expect(items.map(({ label }) => label)).toEqual([
      String(early.number),
      `C${claim.number}`,
      String(late.number),
    ]);
    const figure = timelineFigure(items);
    expect(figure?.description).toBe(
      'Timeline of 2 articles and 1 claim, May 2024 to 1 June 2024.',
    );
    expect(textsOf(figure?.svg ?? '')).toContain('C1 They said so.');
    expect(timelineFigure([])).toBeNull();
  });

  test('I25 lines of a timeline do not stand on each other, however close their dates are', () => {
    const items = Array.from(
      { length: 70 },
      (_, index): TimelineItem => ({
        kind: index % 2 === 0 ? 'article' : 'claim',
        date: `2024-05-${String(1 + Math.floor(index / 35)).padStart(2, '0')}`,
        label: String(index),
        words:
          'Something that is told in a rather long line of words, longer than the page is wide',
        source: 'Outlet',
      }),
    );
    const svg = timelineFigure(items)?.svg ?? '';
    const right = [...svg.matchAll(/<text x="408" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(right.length).toBeGreaterThan(60);
    for (const [index, y] of right.entries()) {
      if (index > 0) expect(y - (right[index - 1] ?? 0)).toBeGreaterThanOrEqual(12);
    }
    expect(textsOf(svg)).toContain('The first 60 of 70 dated articles and claims are shown.');
  });

  test('I25 words are wrapped without losing any, and cut with an ellipsis where they are too many', () => {
    const words = 'One two three four five six seven eight nine ten';
    expect(wrapped(words, 90, 12, 20).join(' ')).toBe(words);
    expect(wrapped('The Evening Lantern', 66, 11, 4)).toEqual(['The', 'Evening', 'Lantern']);
    const cut = wrapped(words, 90, 12, 2);
    expect(cut).toHaveLength(2);
    expect(cut[1]?.endsWith('…')).toBe(true);
    expect(wrapped('W'.repeat(200), 90, 12, 3)).toHaveLength(3);
    expect(wrapped('', 90, 12, 3)).toEqual([]);
  });

  test('I25 words of a figure are broken between words only, whatever they are', () => {
    const word = fc.stringMatching(/^[A-Za-zäéß]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (list) => {
        const lines = wrapped(list.join(' '), 110, 11, 3);
        const last = lines.at(-1) ?? '';
        for (const line of lines.slice(0, -1)) expect(line).not.toContain('…');
        const shown = lines.join(' ').replace(/…$/u, '').split(' ').filter(Boolean);
        expect(list.slice(0, shown.length)).toEqual(shown);
        if (!last.endsWith('…')) expect(shown).toEqual(list);
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(wrapped('Süddeutsche Zeitung-Nachrichtenagentur', 130, 11, 4)).toEqual([
      'Süddeutsche Zeitung-',
      'Nachrichtenagentur',
    ]);
    // Scripts without spaces, and letters of several signs.
    expect(wrapped('人民日報社国際部', 40, 11, 9).join('')).toBe('人民日報社国際部');
    expect(wrapped('👩‍👩‍👧'.repeat(6), 60, 11, 9).join('')).toBe('👩‍👩‍👧'.repeat(6));
    for (const line of wrapped('👩‍👩‍👧'.repeat(6), 60, 11, 9)) {
      expect(line.replaceAll('👩‍👩‍👧', '')).toBe('');
    }
  });

  test('I25 the name of a source stands whole at the head of its column', () => {
    const names = ['Correspondent', 'Nachrichtenagentur', 'The Guardian', 'MERIDIAN WIRE'];
    const shown = matrix(1, names.length);
    const columns = names.map((title, index) => ({ ...shown.columns[index], title }));
    const texts = textsOf(
      matrixFigure({ ...shown, columns: columns as unknown as MatrixContent['columns'] }).svg,
    );
    expect(texts).toEqual(expect.arrayContaining(['Correspondent', 'Nachrichtenagentur']));
    expect(texts.join(' ')).toContain('The Guardian');
    expect(texts.join(' ')).toContain('MERIDIAN WIRE');
  });
});
