import { isLittleWord } from '../fact/little-words.ts';
import type { ConflictPassage, ConflictStatement } from './find-conflicts.ts';
import { stemOf } from './passage-facts.ts';

/** Two statements in about the same words that different people are said to have made. */
export interface SpeakerPair {
  readonly one: ConflictStatement;
  readonly other: ConflictStatement;
  readonly names: readonly [string, string];
  /** 0 to 1. */
  readonly likeness: number;
}

/** Of the words that matter in both statements, so many must be the same: less is another statement. */
const leastLike = 0.5;
const mostStatements = 20;

/** The statements of two passages in about the same words whose speakers differ (rule B14). */
export function pairSpeakers(one: ConflictPassage, other: ConflictPassage): readonly SpeakerPair[] {
  const pairs: SpeakerPair[] = [];
  const theirs = statementsIn(other);
  const used = new Set<ConflictStatement>();
  for (const mine of statementsIn(one)) {
    let best: SpeakerPair | null = null;
    for (const statement of theirs) {
      if (used.has(statement)) continue;
      const likeness = likeWords(wordsOf(one, mine), wordsOf(other, statement));
      if (likeness < leastLike || (best !== null && best.likeness >= likeness)) continue;
      best = {
        one: mine,
        other: statement,
        names: [mine.speaker?.name ?? '', statement.speaker?.name ?? ''],
        likeness,
      };
    }
    if (best === null) continue;
    used.add(best.other);
    if (isNamed(best.names[0]) && isNamed(best.names[1]) && !sameName(best.names[0], best.names[1]))
      pairs.push(best);
  }
  return pairs;
}

function statementsIn({ of, start, end }: ConflictPassage): readonly ConflictStatement[] {
  return of.statements
    .filter(
      (statement) => statement.speaker !== null && statement.start < end && statement.end > start,
    )
    .slice(0, mostStatements);
}

function wordsOf({ of }: ConflictPassage, { start, end }: ConflictStatement): ReadonlySet<string> {
  const words =
    of.text.text
      .slice(start, end)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const stems = words.filter((word) => !isLittleWord(word) && word.length > 2).map(stemOf);
  return new Set(stems.length > 0 ? stems : words);
}

function likeWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  let shared = 0;
  for (const word of one) if (other.has(word)) shared += 1;
  return shared / Math.min(one.size, other.size);
}

/** "a spokesman" may be anybody whom the other article names. */
function isNamed(name: string): boolean {
  return /\p{Lu}|\p{Lo}/u.test(name);
}

const addresses = /^(?:mr|mrs|ms|mx|dr|sir|president|the|a|an|herr|frau)$/u;

/** Whether two forms of a name may be of one person or body: one holds the other's last word, or its initials. */
function sameName(one: string, other: string): boolean {
  const [first, second] = [wordsIn(one), wordsIn(other)];
  if (first.length === 0 || second.length === 0) return true;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  if (short.every((word) => long.includes(word))) return true;
  const initials = (words: readonly string[]) => words.map((word) => word.charAt(0)).join('');
  if (short.length === 1 && initials(long) === short[0]) return true;
  // "Wang Wenbin" and "spokesman Wang Wenbin of the ministry" share the name; "Joe Biden" and "Hunter Biden" do not.
  return short.length > 2 && short.filter((word) => long.includes(word)).length >= 2;
}

function wordsIn(name: string): readonly string[] {
  return (
    name
      .toLowerCase()
      .replaceAll('’s', '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => !addresses.test(word) && word !== 's');
}
