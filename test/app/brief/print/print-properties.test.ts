import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alteredQuote, fittingAlterations } from '../../../../app/brief/altered-quote.ts';
import { citationsIn } from '../../../../app/brief/cited-ids.ts';
import { printBrief } from '../../../../app/brief/print/print-brief.ts';
import type { PrintedBlock, PrintedRun } from '../../../../app/brief/print/printed-brief.ts';
import { arbitraryBrief } from '../arbitrary-brief.ts';
import { builtInStyle, linesOf } from './printed-lines.ts';

const notes = builtInStyle('chicago-notes');
const authorDate = builtInStyle('chicago-author-date');

/** The marks of notes and the passages of a printed brief, in the order in which they are read. */
function inOrder(blocks: readonly PrintedBlock[]): { marks: number[]; passages: number[] } {
  const marks: number[] = [];
  const passages: number[] = [];
  const readRuns = (runs: readonly PrintedRun[]): void => {
    for (const run of runs) {
      if (run.kind === 'note') marks.push(run.number);
      if (run.kind === 'cited') passages.push(run.passage);
    }
  };
  const read = (block: PrintedBlock): void => {
    if (block.kind === 'list') for (const item of block.items) item.forEach(read);
    else if (block.kind === 'aside') block.blocks.forEach(read);
    else if (block.kind === 'table') {
      for (const row of block.rows) for (const cell of row) cell.blocks.forEach(read);
    } else if (block.kind === 'quotation') {
      passages.push(block.passage);
      readRuns(block.credit);
    } else if (block.kind === 'claim') {
      for (const item of block.evidence) {
        passages.push(item.passage);
        readRuns(item.credit);
      }
    } else readRuns(block.kind === 'figure' ? block.caption : block.runs);
  };
  blocks.forEach(read);
  return { marks, passages };
}

test('C5, C8, C12: any brief: notes without a gap, each passage once and in order, equal input gives equal output', () => {
  fc.assert(
    fc.property(arbitraryBrief, ({ fixture, bundle }) => {
      const brief = printBrief(bundle, fixture.texts, notes);
      const { marks, passages } = inOrder(brief.blocks);
      expect(marks).toEqual(brief.notes.map((_, index) => index + 1));
      expect(brief.notes.map(({ number }) => number)).toEqual(marks);
      expect([...new Set(passages)]).toEqual(brief.passages.map((_, index) => index));
      const ids = brief.passages.map(({ annotationId }) => annotationId);
      expect(new Set(ids).size).toBe(ids.length);
      const cited = citationsIn(bundle.brief.content).filter(({ kind }) => kind === 'annotation');
      for (const { id } of cited) expect(ids).toContain(id);
      expect(printBrief(structuredClone(bundle), fixture.texts, notes)).toEqual(brief);
    }),
    { seed: 7, numRuns: 20 },
  );
});

test('C2: any brief: the words of each passage are those of its text, with what stands around them', () => {
  fc.assert(
    fc.property(arbitraryBrief, ({ fixture, bundle }) => {
      const brief = printBrief(bundle, fixture.texts, authorDate);
      for (const { revisionHash, start, end, quote, before, after } of brief.passages) {
        const text = fixture.texts.get(revisionHash) ?? '';
        expect(text.slice(start, end)).toBe(quote);
        expect(text.slice(start - before.length, end + after.length)).toBe(before + quote + after);
        expect(before + after).not.toContain('\n');
      }
      const printed = linesOf(brief.blocks).join('\n');
      expect(printed).not.toMatch(/[\ue000-\ue00f]/);
    }),
    { seed: 11, numRuns: 20 },
  );
});

test('C9: any alterations: the words outside them are the source’s, and with what was left out they make up the quote', () => {
  const alteration = fc.record({
    start: fc.integer({ min: -2, max: 30 }),
    end: fc.integer({ min: -2, max: 30 }),
    text: fc.option(fc.string({ maxLength: 5 })),
  });
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 25 }),
      fc.array(alteration, { maxLength: 4 }),
      (quote, alterations) => {
        const pieces = alteredQuote(quote, alterations);
        const whole = pieces.map((piece) => (piece.kind === 'source' ? piece.text : piece.omitted));
        expect(whole.join('')).toBe(quote);
        expect(pieces.filter(({ kind }) => kind === 'altered')).toHaveLength(
          fittingAlterations(quote, alterations).length,
        );
        for (const { text } of pieces) expect(text.isWellFormed()).toBe(true);
      },
    ),
    { seed: 13, numRuns: 500 },
  );
});
