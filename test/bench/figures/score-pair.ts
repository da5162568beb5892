import { findFacts } from '../../../app/fact/find-facts.ts';
import type { ConflictPassage, findConflicts } from '../../../app/suggestion/find-conflicts.ts';
import type { GoldPair } from './read-gold.ts';
import { textOf } from './text-of.ts';

export interface ConflictScore {
  gold: number;
  found: number;
  matched: number;
  /** Matched ones whose dates differ, and those of them whose remark says so. */
  dated: number;
  remarked: number;
  readonly faults: string[];
}

export const emptyConflictScore = (): ConflictScore => ({
  gold: 0,
  found: 0,
  matched: 0,
  dated: 0,
  remarked: 0,
  faults: [],
});

/** Adds what is found between the two passages of a pair, filed under one claim, to a score. */
export function scorePair(score: ConflictScore, pair: GoldPair, find: typeof findConflicts): void {
  const [one, other] = [passageOf(pair, 0), passageOf(pair, 1)];
  const found = find(one, other, 'claim');
  const left = [...pair.conflicts];
  score.gold += left.length;
  score.found += found.length;
  for (const conflict of found) {
    const [first, second] = [
      pair.texts[0].slice(conflict.one.start, conflict.one.end),
      pair.texts[1].slice(conflict.other.start, conflict.other.end),
    ];
    const at = left.findIndex(
      ({ about, words }) =>
        about === conflict.about && overlaps(first, words[0]) && overlaps(second, words[1]),
    );
    const gold = left[at];
    if (gold === undefined) {
      score.faults.push(
        `conflict too much: ${conflict.about} ${conflict.one.value} / ${conflict.other.value} (${conflict.score.toFixed(2)}) in ${pair.texts.join(' | ')}`,
      );
      continue;
    }
    left.splice(at, 1);
    score.matched += 1;
    if (gold.isDated) score.dated += 1;
    if (gold.isDated && conflict.remark !== null) score.remarked += 1;
    if (gold.isDated !== (conflict.remark !== null))
      score.faults.push(`remark ${conflict.remark}: ${pair.texts.join(' | ')}`);
  }
  for (const { about, words } of left)
    score.faults.push(
      `conflict missed: ${about} ${words.join(' / ')} in ${pair.texts.join(' | ')}`,
    );
}

const overlaps = (one: string, other: string) => one.includes(other) || other.includes(one);

function passageOf(pair: GoldPair, side: 0 | 1): ConflictPassage {
  const text = textOf([pair.texts[side]]);
  const published = pair.published[side];
  const facts = findFacts(text, { published, language: 'en' });
  const speaker = pair.speakers[side];
  const [start, end] = [text.blocks[0]?.start, text.blocks[0]?.end];
  if (start === undefined || end === undefined) throw new Error('A pair has an empty passage.');
  const name =
    speaker === null
      ? null
      : (facts.names.find((one) => one.name.endsWith(speaker.replace(/^(?:Mr|Ms|Mrs) /u, '')))
          ?.name ?? speaker);
  return {
    of: {
      text,
      language: 'en',
      published,
      facts,
      statements: name === null ? [] : [{ start, end, speaker: { name, sure: true } }],
    },
    start,
    end,
  };
}
