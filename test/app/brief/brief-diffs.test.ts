import fc from 'fast-check';
import { expect, test } from 'vitest';
import { briefContentIn } from '../../../app/brief/brief-content.ts';
import { briefDiff, newBriefRecords, removeBriefDiff } from '../../../app/brief/brief-diffs.ts';
import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import { applyDiff, type Diff, isEmptyDiff, type RecordMap } from '../../../app/record/diff.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { BriefPartRecord, BriefRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { countingMaker } from '../../support/records.ts';

const maker = countingMaker();

function block(text: string): RichTextNode {
  return text === ''
    ? { type: 'paragraph' }
    : { type: 'paragraph', content: [{ type: 'text', text }] };
}

function stateOf(records: readonly (BriefRecord | BriefPartRecord)[]): RecordMap {
  return new Map(records.map((record) => [record.id, record]));
}

function read(state: RecordMap) {
  const source = recordSourceOf(state.values());
  const [brief] = source.list('brief');
  if (brief === undefined) throw new Error('There is no brief.');
  const parts = source.partsOf(brief.id);
  return { brief, parts, blocks: briefContentIn(source, brief).content ?? [] };
}

function save(state: RecordMap, blocks: readonly RichTextNode[]): Diff {
  const { brief, parts } = read(state);
  return briefDiff(maker, brief, parts, blocks);
}

/** What a writer does to a document: kinds of edits at places given as shares of its length. */
const edits = fc.array(
  fc.record({
    act: fc.constantFrom('write', 'write', 'insert', 'remove', 'move', 'paste', 'repeat', 'undo'),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    to: fc.double({ min: 0, max: 0.999, noNaN: true }),
    many: fc.nat(40),
    long: fc.boolean(),
  }),
  { minLength: 1, maxLength: 25 },
);

type Edit = typeof edits extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

function edited(blocks: readonly RichTextNode[], edit: Edit, step: number): RichTextNode[] {
  const next = [...blocks];
  const at = Math.floor(edit.at * next.length);
  const words = `words ${step}${edit.long ? ' and more of them'.repeat(600) : ''}`;
  switch (edit.act) {
    case 'write':
      next[at] = block(words);
      break;
    case 'insert':
      next.splice(at, 0, block(words));
      break;
    case 'remove':
      next.splice(at, 1 + (edit.many % 30));
      break;
    case 'move': {
      const moved = next.splice(at, 1 + (edit.many % 8));
      next.splice(Math.floor(edit.to * (next.length + 1)), 0, ...moved);
      break;
    }
    case 'paste': {
      const pasted = Array.from({ length: edit.many }, (_, index) => block(`${step} ${index}`));
      next.splice(at, 0, ...pasted);
      break;
    }
    default: {
      // The same words again, as another object.
      const copy = next[at];
      if (copy !== undefined) next.splice(at, 0, structuredClone(copy));
    }
  }
  // A document is never without a block.
  return next.length === 0 ? [block('')] : next;
}

test('I2: after any edits, saves and undoing, the parts compose to the document, and none is long or empty', () => {
  fc.assert(
    fc.property(fc.nat(120), edits, fc.boolean(), (size, work, isOld) => {
      const blocks = Array.from({ length: size + 1 }, (_, index) => block(`block ${index % 50}`));
      let state = stateOf(
        isOld
          ? [newRecord(maker, 'brief', { title: 'Old', content: { type: 'doc', content: blocks } })]
          : newBriefRecords(maker, { title: 'New' }, blocks),
      );
      let document: readonly RichTextNode[] = blocks;
      const done: { readonly diff: Diff; readonly before: readonly RichTextNode[] }[] = [];
      for (const [step, edit] of work.entries()) {
        const last = done.at(-1);
        if (edit.act === 'undo' && last !== undefined) {
          const back = undoDiff(state, last.diff, maker);
          if (back === null) throw new Error('The save can not be taken back.');
          state = applyDiff(state, back);
          document = last.before;
          done.pop();
        } else {
          const next = edited(document, edit, step);
          const diff = save(state, next);
          if (isEmptyDiff(diff)) expect(next).toEqual(document);
          else done.push({ diff, before: document });
          state = applyDiff(state, diff);
          document = next;
        }
        const { blocks: composed, parts, brief } = read(state);
        expect(composed).toEqual(document);
        if (brief.content !== undefined) continue;
        for (const { content } of parts) {
          expect(content.length).toBeGreaterThan(0);
          expect(content.length).toBeLessThanOrEqual(24);
          const { length } = JSON.stringify(content);
          expect(content.length === 1 || length < 17_000).toBe(true);
        }
        expect(new Set(parts.map(({ order }) => order)).size).toBe(parts.length);
      }
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('I2: an edit of one block writes one part, wherever the block stands', () => {
  const blocks = Array.from({ length: 400 }, (_, index) => block(`block ${index}`));
  const state = stateOf(newBriefRecords(maker, { title: 'Long' }, blocks));
  expect(read(state).parts.length).toBeGreaterThan(15);
  for (const at of [0, 11, 12, 13, 199, 399]) {
    const diff = save(state, blocks.with(at, block('written')));
    expect([diff.added.length, diff.updated.length, diff.removed.length]).toEqual([0, 1, 0]);
  }
});

test('I2: blocks far apart that change, and a section that moves, write the parts they stand in only', () => {
  const blocks = Array.from({ length: 400 }, (_, index) => block(`block ${index}`));
  const state = stateOf(newBriefRecords(maker, { title: 'Long' }, blocks));
  const both = blocks.with(3, block('one')).with(390, block('other'));
  expect(save(state, both).updated).toHaveLength(2);
  const moved = [...blocks.slice(0, 20), ...blocks.slice(25), ...blocks.slice(20, 25)];
  const diff = save(state, moved);
  expect(diff.updated.length + diff.added.length).toBeLessThanOrEqual(4);
});

test('I2: what says the same is not written, though it is another object', () => {
  const blocks = Array.from({ length: 60 }, (_, index) => block(`block ${index}`));
  const state = stateOf(newBriefRecords(maker, { title: 'Long' }, blocks));
  expect(isEmptyDiff(save(state, structuredClone(blocks)))).toBe(true);
  const empty = stateOf(newBriefRecords(maker, { title: 'Empty' }, []));
  expect(isEmptyDiff(save(empty, [block('')]))).toBe(true);
});

test('I1: a brief of an earlier schema keeps its document until it is edited, then has parts alone', () => {
  const content = { type: 'doc', content: [block('one'), block('two')] };
  const old = newRecord(maker, 'brief', { title: 'Old', content });
  const state = stateOf([old]);
  expect(isEmptyDiff(save(state, structuredClone(content.content)))).toBe(true);
  const diff = save(state, [block('one'), block('two'), block('three')]);
  const after = applyDiff(state, diff);
  const { brief, blocks, parts } = read(after);
  expect('content' in brief).toBe(false);
  expect(parts).toHaveLength(1);
  expect(blocks).toHaveLength(3);
  const back = undoDiff(after, diff, maker);
  expect(back && read(applyDiff(after, back)).blocks).toEqual(content.content);
});

test('I1: the document of a record wins over parts that another program left beside it', () => {
  const [brief, ...parts] = newBriefRecords(maker, { title: 'Both' }, [block('of a part')]);
  const content = { type: 'doc', content: [block('of the record')] };
  const state = stateOf([{ ...brief, content }, ...parts]);
  expect(read(state).blocks).toEqual(content.content);
  const after = applyDiff(state, save(state, [block('written')]));
  expect(read(after).blocks).toEqual([block('written')]);
  expect(read(after).parts).toHaveLength(1);
});

test('I2: parts that stand at one place, or at one that nothing can be put behind, are placed anew', () => {
  const [brief, ...parts] = newBriefRecords(
    maker,
    { title: 'Twice' },
    Array.from({ length: 40 }, (_, index) => block(`block ${index}`)),
  );
  for (const order of ['a0', 'zz', '!']) {
    const state = stateOf([brief, ...parts.map((part) => ({ ...part, order }))]);
    const { blocks } = read(state);
    const next = [...blocks.slice(0, 5), ...blocks.slice(2), block('more')];
    const after = applyDiff(state, save(state, next));
    expect(read(after).blocks).toEqual(next);
  }
});

test('I3: a removed brief takes its parts along, and comes back with them', () => {
  const blocks = Array.from({ length: 60 }, (_, index) => block(`block ${index}`));
  const state = stateOf(newBriefRecords(maker, { title: 'Gone' }, blocks));
  const { brief, parts } = read(state);
  const diff = removeBriefDiff(brief, parts);
  const after = applyDiff(state, diff);
  expect(after.size).toBe(0);
  const back = undoDiff(after, diff, maker);
  expect(back && read(applyDiff(after, back)).blocks).toEqual(blocks);
});
