import type { StatedDate } from '../fact/facts.ts';
import type { RevisionText } from '../record/text.ts';
import { describeDate } from './fact-words.ts';
import type { ConflictPassage, ConflictText } from './find-conflicts.ts';

/** When what an article tells of happened, as far as it says. */
interface EventDate {
  /** `null`: only the text's words for it are known. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly words: string;
  /** Whether the text says so; otherwise it is the published date. */
  readonly isStated: boolean;
}

/** So many blocks at a text's beginning tell what happened and when. */
const leadBlocks = 5;
/** Articles published so many days apart may still be about the same; beyond it that is not taken for granted. */
const apart = 31;

/**
 * What must be said of when the two passages' events were, before a difference is called a conflict; `null`: nothing speaks
 * for different events (rule B15).
 */
export function eventRemark(one: ConflictPassage, other: ConflictPassage): string | null {
  const [first, second] = [eventDate(one.of), eventDate(other.of)];
  if (first === null || second === null || !differ(first, second)) return null;
  if (first.isStated && second.isStated) {
    return `One article tells of ${first.words}, the other of ${second.words}: they may be about different events.`;
  }
  if (!first.isStated && !second.isStated)
    return `The articles were published on ${first.words} and ${second.words}: they may be about different events.`;
  const [stated, published] = first.isStated ? [first, second] : [second, first];
  return `One article tells of ${stated.words}, the other was published on ${published.words}: they may be about different events.`;
}

const events = new WeakMap<ConflictText, EventDate | null>();

/** The first day that the lead states, or the published day. Worked out once for a text. */
function eventDate(text: ConflictText): EventDate | null {
  const known = events.get(text);
  if (known !== undefined) return known;
  const found = workOut(text);
  events.set(text, found);
  return found;
}

function workOut({ text, facts, published }: ConflictText): EventDate | null {
  const end = text.blocks[Math.min(leadBlocks, text.blocks.length) - 1]?.end ?? 0;
  const stated = facts.dates.find(
    (date) => date.start < end && date.precision === 'day' && mayBeEvent(date, text, published),
  );
  if (stated !== undefined && (stated.earliest !== null || published === null)) {
    const { earliest, latest } = stated;
    return {
      earliest,
      latest,
      words: describeDate(stated, wordsOf(text.text, stated)),
      isStated: true,
    };
  }
  if (published === null) return null;
  const day = published.slice(0, 10);
  return day.length === 10 ? { earliest: day, latest: day, words: day, isStated: false } : null;
}

/** Credits of a picture, whose date is that of the picture. */
const credit = /\b(?:file photo|photo by|getty|via reuters|ap photo|pool|handout|illustration)\b/iu;
const ownDay = /\b(?:yesterday|today|tonight|tomorrow|heute|gestern|hier|ayer|hoy)\b/iu;

/** A date of the lead that can be when it happened: no picture's, and not long before the article. */
function mayBeEvent(
  date: StatedDate,
  { text, blocks }: RevisionText,
  published: string | null,
): boolean {
  const words = wordsOf(text, date);
  if (published === null && ownDay.test(words)) return false;
  const block = blocks.find(({ start, end }) => start <= date.start && date.end <= end);
  if (block === undefined || block.kind === 'caption') return false;
  if (!date.relative && credit.test(text.slice(block.start, block.end))) return false;
  if (published === null || published.length < 10 || date.earliest === null) return true;
  return (
    Math.abs(Date.parse(published.slice(0, 10)) - Date.parse(date.earliest)) / 86_400_000 <= apart
  );
}

const wordsOf = (text: string, { start, end }: StatedDate): string => text.slice(start, end);

function differ(one: EventDate, other: EventDate): boolean {
  if (one.earliest === null || other.earliest === null) {
    // Two days of the week are two days, whatever their dates.
    const [first, second] = [one.words.toLowerCase(), other.words.toLowerCase()];
    return (
      one.earliest === null &&
      other.earliest === null &&
      first !== second &&
      one.isStated &&
      other.isStated
    );
  }
  const days = Math.abs(Date.parse(one.earliest) - Date.parse(other.earliest)) / 86_400_000;
  if (one.isStated && other.isStated) return days > 1;
  return days > apart;
}
