import type { Block, RevisionText } from '../record/text.ts';
import { type MarkedSpan, type PairedMarks, pairMarks } from './pair-marks.ts';
import { pairSingleMarks } from './pair-single-marks.ts';

/** A piece of a text between marks, in offsets of the text. */
export interface QuotedPart {
  /** Which block it stands in, by index. */
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** How long the marks at its ends are; 0 at an end without one. */
  readonly opening: number;
  readonly closing: number;
}

/** What a text has between quotation marks, whether somebody says it or not. */
export interface QuotedPassage {
  /** One, or one for each paragraph it goes on over. */
  readonly parts: readonly QuotedPart[];
  /** `false`: a mark is missing at its end, and it was taken to the end of its paragraph. */
  readonly closed: boolean;
  readonly sign: string;
}

/** A block with more marks than this is a table or a program. */
const mostInBlock = 400;

/** The quoted passages of a text in order, none inside another. Linear. */
export function quotedPassages({ text, blocks }: RevisionText): QuotedPassage[] {
  const passages: QuotedPassage[] = [];
  let pending: { parts: QuotedPart[]; sign: string } | null = null;
  for (const [index, block] of blocks.entries()) {
    const words = text.slice(block.start, block.end);
    const paired = pairMarks(words);
    const partOf = (span: MarkedSpan) => partIn(block, index, span);
    let from = 0;
    if (pending !== null) {
      const last = continuation(words, paired, pending.sign);
      if (last === null) {
        keepUnclosed(passages, pending, text);
        pending = null;
      } else {
        pending.parts.push(partOf(last));
        if (last.closing > 0) {
          passages.push({ ...pending, closed: true });
          pending = null;
        }
        from = last.end;
      }
    }
    if (from >= words.length) continue;
    const tail: MarkedSpan | null = paired.tail;
    const goesOn =
      tail !== null && tail.start >= from && mayGoOn(text, blocks, index, tail, paired.spans);
    const open: MarkedSpan | null = goesOn ? tail : null;
    const spans = paired.spans.filter(
      (span) => span.start >= from && (open === null || span.end <= open.start),
    );
    const all = withSingles(words, spans, from, open?.start ?? words.length);
    if (all.length <= mostInBlock) {
      for (const span of all) {
        passages.push({ parts: [partOf(span)], closed: true, sign: span.sign });
      }
    }
    if (open !== null) pending = { parts: [partOf(open)], sign: open.sign };
  }
  if (pending !== null) keepUnclosed(passages, pending, text);
  return passages;
}

function partIn(block: Block, index: number, span: MarkedSpan): QuotedPart {
  return {
    block: index,
    start: block.start + span.start,
    end: block.start + span.end,
    opening: span.opening,
    closing: span.closing,
  };
}

/** How a quotation that the block before left open goes on in this one; `null`: it does not. */
function continuation(words: string, paired: PairedMarks, sign: string): MarkedSpan | null {
  const first = paired.spans[0];
  if (first?.start === 0 && sameKind(first.sign, sign)) return first;
  if (paired.tail?.start === 0 && sameKind(paired.tail.sign, sign)) return paired.tail;
  // French repeats the closing mark, and some go on without any mark.
  if (paired.head !== null && paired.head > 1) {
    return { start: 0, end: paired.head, opening: 0, closing: 1, sign };
  }
  if (sign === '«' && words.startsWith('»')) {
    const end = words.indexOf('»', 1) + 1;
    return end > 0
      ? { start: 0, end, opening: 1, closing: 1, sign }
      : { start: 0, end: words.length, opening: 1, closing: 0, sign };
  }
  return null;
}

function sameKind(one: string, other: string): boolean {
  return one === other || ('“"”„'.includes(one) && '“"”„'.includes(other));
}

/** Whether what a block leaves open may be a quotation: the next paragraph goes on with it, or it is a sentence. */
function mayGoOn(
  text: string,
  blocks: readonly Block[],
  index: number,
  tail: MarkedSpan,
  spans: readonly MarkedSpan[],
): boolean {
  const block = blocks[index];
  if (block === undefined || block.kind === 'heading') return false;
  const next = blocks[index + 1];
  if (next !== undefined && next.kind !== 'heading') {
    const beginning = text.charAt(next.start);
    if (sameKind(beginning, tail.sign) || (tail.sign === '«' && beginning === '»')) return true;
  }
  // What other quotations follow was opened by mistake.
  if (spans.some(({ start }) => start > tail.start)) return false;
  const words = text.slice(block.start + tail.start + tail.opening, block.end);
  return words.split(/\s+/u, 4).length >= 3 || /[」』]/u.test(tail.sign);
}

/** One part, taken to the end of its paragraph, if it reads like a sentence to its end. */
function keepUnclosed(
  passages: QuotedPassage[],
  { parts, sign }: { parts: readonly QuotedPart[]; sign: string },
  text: string,
): void {
  const last = parts.at(-1);
  if (last === undefined) return;
  if (/[.!?…。！？,—-]$/u.test(text.slice(last.end - 1, last.end))) {
    passages.push({ parts, closed: false, sign });
  }
}

/** The spans with those of single marks, in order; what lies inside another is left out. */
function withSingles(
  words: string,
  doubles: readonly MarkedSpan[],
  from: number,
  until: number,
): MarkedSpan[] {
  if (!/['’‘‚]/u.test(words)) return [...doubles];
  const singles = pairSingleMarks(words, doubles).filter(
    (span) => span.start >= from && span.end <= until,
  );
  const all = [...doubles, ...singles].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const outer: MarkedSpan[] = [];
  for (const span of all) {
    if (span.start >= (outer.at(-1)?.end ?? 0)) outer.push(span);
  }
  return outer;
}
