import { describe, expect, test } from 'vitest';
import { lookAt } from '../../../app/reanchor/carry-look.ts';
import { carried, passageOf } from './carrying.ts';

const clause = 'The parties will meet again in spring.';
const before = [
  'On fishing rights nothing was agreed.',
  clause,
  'The two delegations left the island by ferry before nightfall.',
].join('\n');

function lookedAt(after: string) {
  return lookAt(passageOf(before, clause), carried(before, after, clause), before, after);
}

describe('What is shown of places that were found', () => {
  test('K5 a line that stands there twice is told from its like by the lines about it', () => {
    const after = [
      'Fishing was left for later.',
      clause,
      'Ports come first, said the minister of transport.',
      clause,
      'Nobody was asked.',
    ].join('\n');
    const places = [1, 2].map((nth) => ({ passage: passageOf(after, clause, nth), score: 0.8 }));
    const look = lookAt(
      passageOf(before, clause),
      { outcome: 'uncertain', places, hasMore: false },
      before,
      after,
    );
    expect(look.places.map(({ around }) => around)).toEqual([
      {
        before: 'Fishing was left for later. ¶ ',
        after: ` ¶ Ports come first, said the minister of transport. ¶ ${clause} ¶ Nobody was asked.`,
      },
      {
        before: `Fishing was left for later. ¶ ${clause} ¶ Ports come first, said the minister of transport. ¶ `,
        after: ' ¶ Nobody was asked.',
      },
    ]);
    expect(look.around.before).toBe('On fishing rights nothing was agreed. ¶ ');
  });

  test('long texts are cut between words, and say so', () => {
    const words = Array.from({ length: 60 }, (_, index) => `word${index}`).join(' ');
    const look = lookedAt(`${words}\n${clause}\n${words}`);
    const { before: left, after: right } = look.places[0]?.around ?? { before: '', after: '' };
    expect(left).toMatch(/^…word\d+ .* word59 ¶ $/u);
    expect(right).toMatch(/^ ¶ word0 .* word\d+…$/u);
    for (const shown of [left, right]) expect(shown.length).toBeLessThanOrEqual(150);
  });

  test('more places than are shown are told of', () => {
    const about = 'Nobody else was asked.';
    const rest = Array.from({ length: 20 }, (_, index) => `Point ${index} of twenty was heard.`);
    const old = [...rest, about, clause, about].join('\n');
    const several = (count: number) =>
      carried(
        old,
        [...rest, ...Array.from({ length: count }, () => [about, clause, about]).flat()].join('\n'),
        clause,
      );
    expect(several(8)).toMatchObject({ outcome: 'uncertain', hasMore: false });
    expect(several(9)).toMatchObject({ outcome: 'uncertain', hasMore: true });
  });
});
