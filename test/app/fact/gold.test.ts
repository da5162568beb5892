import { describe, expect, test } from 'vitest';
import { findFacts } from '../../../app/fact/find-facts.ts';
import { readGold } from '../../bench/figures/read-gold.ts';
import { emptyScore, scoreFacts } from '../../bench/figures/score-facts.ts';

describe('facts against the gold', () => {
  for (const isHeldOut of [false, true]) {
    const texts = readGold().filter((gold) => gold.isHeldOut === isHeldOut);
    const least = { figure: [0.95, 0.85], date: [0.95, 0.95], name: [0.9, 0.9] } as const;

    test.each(['figure', 'date', 'name'] as const)(
      `B1 to B10: each %s${isHeldOut ? ' of texts that nothing was mended on' : ''}`,
      (kind) => {
        const score = emptyScore();
        for (const gold of texts) {
          if (kind !== 'name' || gold.hasNames)
            scoreFacts(score, gold, findFacts(gold.text, gold), kind);
        }
        expect(score.gold).toBeGreaterThan(isHeldOut ? 10 : 35);
        const f1 = (2 * score.matched) / (score.gold + score.found);
        expect(f1, score.faults.join('\n')).toBeGreaterThanOrEqual(least[kind][0]);
        expect(score.right / score.matched, score.faults.join('\n')).toBeGreaterThanOrEqual(
          least[kind][1],
        );
      },
    );
  }
});
