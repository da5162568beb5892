import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { BriefId } from '../record/ids.ts';
import { newRecord, nextRecord, type RecordFields } from '../record/record-factory.ts';
import type { BriefPartRecord, BriefRecord } from '../record/records.ts';
import type { RichTextNode } from '../record/rich-text.ts';
import { keptBlocks, sameBlock } from './kept-blocks.ts';
import { isLong, runsOf } from './runs-of-blocks.ts';

/** A new brief with its parts, to be added by one change. Cost: the blocks. */
export function newBriefRecords(
  maker: Maker,
  fields: Omit<RecordFields<'brief'>, 'content'>,
  blocks: readonly RichTextNode[],
): readonly [BriefRecord, ...BriefPartRecord[]] {
  const brief = newRecord(maker, 'brief', fields);
  return [brief, ...newParts(maker, brief.id, blocks)];
}

/**
 * The change that makes `blocks` the document of a brief (rules I1 and I2). Parts whose blocks stay are not in it. A block
 * that is the same object as before counts as unchanged without being looked into, so whoever keeps untouched blocks pays
 * for the touched ones. A brief with a document in its record gets parts instead. Empty where nothing differs.
 *
 * @param parts the brief's own, in their order
 */
export function briefDiff(
  maker: Maker,
  brief: BriefRecord,
  parts: readonly BriefPartRecord[],
  blocks: readonly RichTextNode[],
): Diff {
  if (brief.content !== undefined) return moveIntoParts(maker, brief, parts, blocks);
  if (parts.length === 0) {
    // An empty brief has no parts, and an empty paragraph says nothing more.
    const added = isBare(blocks) ? [] : newParts(maker, brief.id, blocks);
    return { added, updated: [], removed: [] };
  }
  return new PartEdits(maker, brief.id, parts).diff(distribute(parts, blocks));
}

/** The change that removes a brief with its parts. */
export function removeBriefDiff(brief: BriefRecord, parts: readonly BriefPartRecord[]): Diff {
  return { added: [], updated: [], removed: [brief, ...parts] };
}

function isBare([first, ...others]: readonly RichTextNode[]): boolean {
  return (
    others.length === 0 &&
    (first === undefined || (first.type === 'paragraph' && (first.content ?? []).length === 0))
  );
}

function moveIntoParts(
  maker: Maker,
  brief: BriefRecord,
  parts: readonly BriefPartRecord[],
  blocks: readonly RichTextNode[],
): Diff {
  const before = brief.content?.content ?? [];
  const same =
    before.length === blocks.length &&
    before.every((block, index) => sameBlock(block, blocks[index]));
  if (same) return { added: [], updated: [], removed: [] };
  const { content: _content, ...rest } = nextRecord(maker, brief, {});
  return {
    added: newParts(maker, brief.id, blocks),
    updated: [[brief, rest]],
    removed: parts,
  };
}

function newParts(
  maker: Maker,
  briefId: BriefId,
  blocks: readonly RichTextNode[],
): BriefPartRecord[] {
  const runs = runsOf(blocks);
  const orders = generateNKeysBetween(null, null, runs.length);
  return runs.map((content, index) =>
    newRecord(maker, 'briefPart', { briefId, order: orders[index] ?? '', content }),
  );
}

/** Which blocks go to which part: a block that stayed to its own, a new one to that of what it stands for or behind. */
function distribute(
  parts: readonly BriefPartRecord[],
  blocks: readonly RichTextNode[],
): RichTextNode[][] {
  const before: RichTextNode[] = [];
  const partOf: number[] = [];
  for (const [index, { content }] of parts.entries()) {
    for (const block of content) {
      before.push(block);
      partOf.push(index);
    }
  }
  const kept = keptBlocks(before, blocks);
  const ends = nextKept(kept, before.length);
  const given: RichTextNode[][] = parts.map(() => []);
  // Between two blocks that stayed, the first new one stands for the first that went, and so on.
  let free = 0;
  let part = 0;
  for (const [index, block] of blocks.entries()) {
    const place = kept[index] ?? null;
    if (place !== null) {
      part = partOf[place] ?? part;
      free = place + 1;
      // The record's own object: a part whose blocks say the same is not written.
      given[part]?.push(before[place] ?? block);
      continue;
    }
    if (free < (ends[index] ?? 0)) {
      part = partOf[free] ?? part;
      free += 1;
    }
    given[part]?.push(block);
  }
  return given;
}

/** For each block the old place of the next one that stayed. */
function nextKept(kept: readonly (number | null)[], end: number): readonly number[] {
  const places: number[] = [];
  let next = end;
  for (let index = kept.length - 1; index >= 0; index -= 1) {
    places[index] = next;
    next = kept[index] ?? next;
  }
  return places;
}

/** Turns what each part shall hold into a diff. */
class PartEdits {
  readonly #maker: Maker;
  readonly #briefId: BriefId;
  readonly #parts: readonly BriefPartRecord[];
  readonly #orders: readonly string[];

  constructor(maker: Maker, briefId: BriefId, parts: readonly BriefPartRecord[]) {
    this.#maker = maker;
    this.#briefId = briefId;
    this.#parts = parts;
    this.#orders = areInOrder(parts)
      ? parts.map(({ order }) => order)
      : // Two of one place leave none between them: all are placed anew.
        generateNKeysBetween(null, null, parts.length);
  }

  diff(given: readonly (readonly RichTextNode[])[]): Diff {
    const added: BriefPartRecord[] = [];
    const updated: [BriefPartRecord, BriefPartRecord][] = [];
    const removed: BriefPartRecord[] = [];
    for (const [index, part] of this.#parts.entries()) {
      const content = given[index] ?? [];
      const order = this.#orders[index] ?? part.order;
      if (content.length === 0) {
        removed.push(part);
        continue;
      }
      const isAsBefore =
        content.length === part.content.length &&
        content.every((block, at) => block === part.content[at]);
      if (isAsBefore) {
        if (order !== part.order) updated.push([part, nextRecord(this.#maker, part, { order })]);
        continue;
      }
      const [first = [], ...others] = isLong(content) ? runsOf(content) : [content];
      updated.push([part, nextRecord(this.#maker, part, { order, content: first })]);
      const orders = generateNKeysBetween(order, this.#orders[index + 1] ?? null, others.length);
      for (const [at, run] of others.entries()) {
        const fields = { briefId: this.#briefId, order: orders[at] ?? '', content: run };
        added.push(newRecord(this.#maker, 'briefPart', fields));
      }
    }
    return { added, updated, removed };
  }
}

/** Whether parts can be put between these: their orders ascend and are such as the package makes. */
function areInOrder(parts: readonly BriefPartRecord[]): boolean {
  try {
    for (const [index, { order }] of parts.entries()) {
      generateKeyBetween(order, parts[index + 1]?.order ?? null);
    }
    return true;
  } catch {
    return false;
  }
}
