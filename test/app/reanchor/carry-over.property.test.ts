import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnchored } from '../../../app/anchor/anchor-passage.ts';
import { placesOf } from '../../../app/reanchor/carry-look.ts';
import { carryOver } from '../../../app/reanchor/carry-over.ts';
import { type EditPlan, editedText } from '../../bench/anchor/edited-text.ts';
import { markResults } from '../../bench/anchor/mark-results.ts';
import { carry, newRevision, passageAt } from './carrying.ts';
import { everyPlace } from './slow-search.ts';

/** Edges that the differences give may cost a tenth (K8), and edges within a word are not what the slow search tries. */
const tolerance = 0.15;

const untouched = { words: 0, moved: 0, broken: 0, replaced: 0 } as const;

function marksOf(plan: EditPlan, length = 60_000, count = 400) {
  const { before, after, passages } = editedText(length, count, plan);
  const sought = passages.map(({ start, end }) => passageAt(before, start, end));
  const results = carryOver(before, { revisionId: newRevision, text: after }, sought);
  for (const [index, result] of results.entries()) {
    for (const { passage } of placesOf(result)) expect(isAnchored(passage, after)).toBe(true);
    if (result.outcome !== 'unchanged' && result.outcome !== 'moved') continue;
    expect(result.place.passage.quote).toBe(sought[index]?.quote);
  }
  return markResults(passages, results);
}

describe('K1: edits of known truth', () => {
  test.for([51, 52, 53])('paragraphs only split and merged (seed %i)', (seed) => {
    const marks = marksOf({ ...untouched, broken: 0.3, seed });
    expect(marks.recall).toBe(1);
    expect(marks.precision).toBe(1);
  });

  test.for([54, 55, 56])('one word in ten (seed %i)', (seed) => {
    const marks = marksOf({ ...untouched, words: 0.1, seed });
    expect(marks.recall).toBeGreaterThan(0.97);
    expect(marks.precision).toBeGreaterThan(0.97);
    expect(marks.precision_unchanged).toBeGreaterThan(0.99);
    expect(marks.precision_near).toBeGreaterThan(0.99);
  });

  test.for([57, 58, 59])('three words in ten (seed %i)', (seed) => {
    const marks = marksOf({ ...untouched, words: 0.3, seed });
    expect(marks.recall).toBeGreaterThan(0.85);
    expect(marks.precision_near).toBeGreaterThan(0.98);
    // A word may be cut and the one before it replaced by the same: then nobody can tell.
    expect(marks.precision_unchanged).toBeGreaterThan(0.97);
  });

  test.for([60, 61, 62])('paragraphs in another order (seed %i)', (seed) => {
    const marks = marksOf({ ...untouched, moved: 0.3, seed });
    expect(marks.recall_near).toBeGreaterThan(0.95);
    expect(marks.precision_near).toBeGreaterThan(0.98);
    expect(marks.precision_unchanged).toBe(1);
  });

  test.for([63, 64])('all of it at once (seed %i)', (seed) => {
    const marks = marksOf({ words: 0.1, moved: 0.2, broken: 0.2, replaced: 0.1, seed });
    expect(marks.recall_near).toBeGreaterThan(0.93);
    expect(marks.precision_near).toBeGreaterThan(0.97);
    expect(marks.precision_unchanged).toBeGreaterThan(0.99);
  });
});

describe('K4, K5: against a search of every range of words', () => {
  const word = fc.constantFrom(
    ...'ferry fares crown harbour winter council minister of the and in coast north paid wall'.split(
      ' ',
    ),
  );
  const paragraph = fc
    .array(word, { minLength: 4, maxLength: 14 })
    .map((list) => `${list.join(' ')}.`);
  const texts = fc.record({
    blocks: fc.array(paragraph, { minLength: 3, maxLength: 6 }),
    others: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
    order: fc.array(fc.nat({ max: 8 }), { minLength: 3, maxLength: 6 }),
    edits: fc.array(fc.tuple(fc.nat(), word), { maxLength: 6 }),
    from: fc.nat(),
    length: fc.integer({ min: 2, max: 9 }),
  });

  test('the best place is found, and none as good is passed over in silence', () => {
    fc.assert(
      fc.property(texts, ({ blocks, others, order, edits, from, length }) => {
        const before = blocks.join('\n');
        const pool = [...blocks, ...others];
        const words = order
          .map((at) => pool[at % pool.length] ?? '')
          .join('\n')
          .split(' ');
        for (const [at, fresh] of edits) words[at % words.length] = fresh;
        const after = words.join(' ');
        const starts = [...before.matchAll(/\S+/g)];
        const first = starts[from % starts.length];
        const last = starts[Math.min(starts.length - 1, (from % starts.length) + length - 1)];
        if (first === undefined || last === undefined) return;
        const passage = passageAt(before, first.index, last.index + last[0].length);
        const result = carry(before, after, passage);
        if (result.outcome === 'unchanged') return;
        const places = everyPlace(before, after, passage);
        const best = placesOf(result)[0];

        expect(best?.score ?? 0.4).toBeGreaterThanOrEqual((places[0]?.score ?? 0) - tolerance);
        if (result.outcome === 'lost' || best === undefined) return;
        const named = placesOf(result).map((place) => place.passage);
        const rival = places.find(
          ({ start, end, score }) =>
            score > best.score + tolerance &&
            named.every((one) => end <= one.start || one.end <= start),
        );
        expect(rival).toBeUndefined();
      }),
      { seed: 71, numRuns: 200 },
    );
  });
});
