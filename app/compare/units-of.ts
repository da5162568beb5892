import type { RevisionText } from '../record/text.ts';
import { wordKey } from './compared-words.ts';
import { numberWords, suffixWord } from './number-units.ts';
import { type TextUnits, unitFlags, unitKinds } from './text-units.ts';
import { isApostrophe, isInWord, unitClasses, unitClassOf } from './unit-classes.ts';
import { hashEnd, hashOf, hashStart, hashStep } from './unit-hash.ts';
import { UnitsWriter } from './units-writer.ts';

/** A quotation that is left open ends after so many blocks: somebody forgot to close it. */
const mostOpenBlocks = 4;

/** Marks that open and close quotations; straight ones do either. */
const opening = new Set(['“', '«', '„', '「', '『', '‟']);
const closing = new Set(['”', '»', '」', '』']);

/**
 * The units of a text: letters or digits in a row, apart at every other sign, hyphens and apostrophes as well, so that
 * whatever somebody takes for a word is made of whole units; numbers in digits as words ("200" as "two hundred"); in
 * scripts without spaces each sign. Compared as W2 says. Cost: some 30 ns a code unit.
 */
export function unitsOf({ text, blocks }: RevisionText): TextUnits {
  const writer = new UnitsWriter(Math.max(16, text.length >> 2));
  let quoted = false;
  let openBlocks = 0;
  /** Where a quotation in single marks ends. */
  let singleEnd = 0;
  const single = new SingleMarks();
  for (const { kind, start, end } of blocks) {
    let begins: number = unitFlags.startsBlock;
    if (quoted) {
      openBlocks += 1;
      if (openBlocks > mostOpenBlocks) quoted = false;
    }
    const isQuotation = kind === 'quotation';
    const isQuotedAt = (at: number): boolean => quoted || isQuotation || at < singleEnd;
    for (let at: number = start; at < end; ) {
      const kindHere = unitClassOf(text, at);
      if (kindHere === unitClasses.separator || kindHere >= unitClasses.unseen) {
        const mark = text[at] ?? '';
        if (mark === '‘') {
          if (at >= singleEnd) singleEnd = single.end(text, at, start, end);
        } else if (opening.has(mark)) {
          // „A“ closes with the mark that opens “B”.
          quoted = mark !== '“' || !quoted || text[at - 1] === ' ' || at === start;
          openBlocks = 0;
        } else if (closing.has(mark)) quoted = false;
        else if (mark === '"') {
          quoted = at === start || /[\s(\u2014—]/u.test(text[at - 1] ?? ' ');
          openBlocks = 0;
        } else if (mark === '%' && at > start && unitClassOf(text, at - 1) === unitClasses.digit) {
          writer.add(perHash, at, at + 1, unitKinds.more | (isQuotedAt(at) ? unitFlags.quoted : 0));
          writer.add(
            centHash,
            at,
            at + 1,
            unitKinds.more | (isQuotedAt(at) ? unitFlags.quoted : 0),
          );
        }
        at += 1;
        continue;
      }
      const flags = begins | (isQuotedAt(at) ? unitFlags.quoted : 0);
      begins = 0;
      if (kindHere === unitClasses.sign) {
        const next = at + (text.charCodeAt(at) >= 0xd800 && text.charCodeAt(at) <= 0xdbff ? 2 : 1);
        writer.add(hashOf(wordKey(text.slice(at, next))), at, next, flags | unitKinds.sign);
        at = next;
      } else if (kindHere === unitClasses.digit) at = addNumber(writer, text, at, end, flags);
      else at = addWord(writer, text, at, end, flags);
    }
  }
  return writer.end();
}

/** Quotations in single marks are not looked for beyond so many code units: the mark may be an apostrophe. */
const longestSingle = 1_000;

/** Finds ends of quotations in single marks; looks at each sign once, however many begin. */
class SingleMarks {
  /** Up to here there is none. */
  #noneBefore = 0;

  /** Where the quotation ends that begins with ‘ here; `at` itself where none does: “rock ‘n’ roll”, “the ‘90s”. */
  end(text: string, at: number, start: number, end: number): number {
    if (at > start && isInWord(text, at - 1)) return at;
    const most = Math.min(end, at + longestSingle);
    for (let next = Math.max(at + 2, this.#noneBefore); next < most; next += 1) {
      if (text[next] !== '’') continue;
      if (next + 1 >= end || !isInWord(text, next + 1)) return next;
    }
    this.#noneBefore = Math.max(this.#noneBefore, most);
    return at;
  }
}

const perHash = hashOf('per');
const centHash = hashOf('cent');
const percentHash = hashOf('percent');

/** Letters and digits in a row from `at` on. Answers with where they end. */
function addWord(
  writer: UnitsWriter,
  text: string,
  at: number,
  end: number,
  flags: number,
): number {
  // Plain ASCII is hashed while it is read; everything else is folded first.
  let hash = hashStart;
  let next = at;
  let isPlain = true;
  while (next < end) {
    const unit = text.charCodeAt(next);
    if (unit < 0x80) {
      const kind = unitClassOf(text, next);
      if (kind !== unitClasses.letter && kind !== unitClasses.digit) break;
      hash = hashStep(hash, unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit);
      next += 1;
      continue;
    }
    const kind = unitClassOf(text, next);
    if (
      kind === unitClasses.separator ||
      kind === unitClasses.sign ||
      kind === unitClasses.apostrophe
    )
      break;
    isPlain = false;
    next += unit >= 0xd800 && unit <= 0xdbff ? 2 : 1;
  }
  const first = text.charCodeAt(at);
  const isTail = at > 0 && isApostrophe(text, at - 1) && isInWord(text, at - 2);
  const kind = isTail ? unitKinds.tail : unitKinds.word;
  const capital = isCapital(text, at, first, next) ? unitFlags.capital : 0;
  const value = isPlain ? hashEnd(hash) : hashOf(wordKey(text.slice(at, next)));
  if (value === percentHash) {
    writer.add(perHash, at, next, flags | kind | capital);
    writer.add(centHash, at, next, (flags & ~unitFlags.startsBlock) | unitKinds.more);
  } else writer.add(value, at, next, flags | kind | capital);
  return next;
}

/** A capital with small letters behind it, or alone: a word in capitals altogether says nothing of names. */
function isCapital(text: string, at: number, first: number, next: number): boolean {
  if (first < 0x80 && (first < 0x41 || first > 0x5a)) return false;
  const letter = text[at] ?? '';
  if (letter === letter.toLowerCase()) return false;
  const second = text[at + 1] ?? '';
  return next - at === 1 || second === second.toLowerCase();
}

/** Digits from `at` on with the groups behind them, as words as far as people write them so. Answers with where they end. */
function addNumber(
  writer: UnitsWriter,
  text: string,
  at: number,
  end: number,
  flags: number,
): number {
  let next = at;
  let digits = '';
  for (;;) {
    while (next < end && unitClassOf(text, next) === unitClasses.digit) {
      digits += text[next];
      next += 1;
    }
    if (!isGroup(text, next, end)) break;
    next += 1;
  }
  // "2.5": what stands behind the sign is a unit of its own, and less than a word.
  const isTail = at > 1 && /[.,]/.test(text[at - 1] ?? '') && isInWord(text, at - 2);
  const kind = isTail ? unitKinds.tail : unitKinds.word;
  const words = numberWords(digits, next - at > digits.length);
  for (const [index, word] of words.entries()) {
    const own = index === 0 ? flags | kind : (flags & ~unitFlags.startsBlock) | unitKinds.more;
    writer.add(word, at, next, own | unitFlags.number);
  }
  // "190bn": a number and a word.
  let letters = next;
  while (letters < end && letters - next < 6 && unitClassOf(text, letters) === unitClasses.letter)
    letters += 1;
  if (letters === next) return next;
  const suffix = suffixWord(text.slice(next, letters));
  if (suffix === null) return next;
  writer.add(suffix, next, letters, flags & ~unitFlags.startsBlock);
  return letters;
}

/** Whether a sign with three digits behind it and no fourth stands here: the next group of a number. */
function isGroup(text: string, at: number, end: number): boolean {
  if (at + 3 >= end || !/[,'’\u00a0\u202f]/.test(text[at] ?? '')) return false;
  for (let step = 1; step <= 3; step += 1) {
    if (unitClassOf(text, at + step) !== unitClasses.digit) return false;
  }
  return at + 4 >= end || unitClassOf(text, at + 4) !== unitClasses.digit;
}
