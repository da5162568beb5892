import { describe, expect, test } from 'vitest';
import { isAnchored } from '../../../app/anchor/anchor-passage.ts';
import { placesOf } from '../../../app/reanchor/carry-look.ts';
import { carried, carry, inShort, newRevision, passageAt, passageOf } from './carrying.ts';

const lead = 'The island council voted on Tuesday to let the ferry company raise its fares.';
const minister =
  'Minister Orlo said that nobody would have to pay more than eight crowns in winter.';
const fishermen =
  'The fishermen of the north coast called it a tax on living where they were born.';
const harbour = 'A new harbour wall, promised for the spring, has not been begun at all.';
const school = 'Schoolchildren travel free of charge until the end of the year.';

function text(...blocks: readonly string[]): string {
  return blocks.join('\n');
}

describe('K1: unchanged', () => {
  const before = text(lead, minister, fishermen);

  test('in a text that is the same', () => {
    expect(inShort(carried(before, before, 'nobody would have'))).toEqual([
      'unchanged',
      'nobody would have',
    ]);
  });

  test('where the text around it is another one', () => {
    const after = text(`New: ${lead}`, minister.replace('Minister Orlo', 'Hanna Orlo'), harbour);
    const result = carried(before, after, 'pay more than eight crowns');
    expect(inShort(result)).toEqual(['unchanged', 'pay more than eight crowns']);
    expect(placesOf(result)[0]?.passage.revisionId).toBe(newRevision);
    expect(placesOf(result)[0]?.score).toBe(1);
  });

  test('at the very beginning and the very end of a text', () => {
    const after = text('First of all.', lead, minister, fishermen, 'Last of all.');
    expect(inShort(carried(before, after, 'The island'))).toEqual(['unchanged', 'The island']);
    expect(inShort(carried(before, after, 'were born.'))).toEqual(['unchanged', 'were born.']);
    expect(inShort(carried(after, before, 'The island'))).toEqual(['unchanged', 'The island']);
    expect(inShort(carried(after, before, 'were born.'))).toEqual(['unchanged', 'were born.']);
  });

  test('a whole text', () => {
    const after = text('First of all.', before, 'Last of all.');
    expect(inShort(carry(before, after, passageAt(before, 0, before.length)))).toEqual([
      'unchanged',
      before,
    ]);
  });

  test('a single short word in much that stays', () => {
    const after = before.replace('Tuesday', 'Wednesday');
    for (const nth of [1, 2, 3]) {
      const result = carried(before, after, 'the', nth);
      expect(inShort(result)).toEqual(['unchanged', 'the']);
      const moved = 'Wednesday'.length - 'Tuesday'.length;
      expect(placesOf(result)[0]?.passage.start).toBe(passageOf(before, 'the', nth).start + moved);
    }
  });

  test('part of a word', () => {
    expect(inShort(carried(before, text(harbour, before), 'isher'))).toEqual([
      'unchanged',
      'isher',
    ]);
  });

  test('a quote over several blocks', () => {
    const words = 'in winter.\nThe fishermen';
    expect(inShort(carried(before, text(harbour, before), words))).toEqual(['unchanged', words]);
  });

  test('beside a paragraph that was split, and in one that was merged with the next', () => {
    const split = before.replace('Orlo said that', 'Orlo said\nthat');
    expect(inShort(carried(before, split, 'nobody would have'))[0]).toBe('unchanged');
    const merged = text(`${lead} ${minister}`, fishermen);
    expect(inShort(carried(before, merged, 'nobody would have'))[0]).toBe('unchanged');
  });

  test('the second of three equal words, when all three are there', () => {
    const row = text('Yes', 'No', 'Yes', 'No', 'Yes', 'No');
    const after = text('Question and answer, as they were given on the day.', row);
    for (const nth of [1, 2, 3]) {
      const result = carried(row, after, 'Yes', nth);
      expect(inShort(result)).toEqual(['unchanged', 'Yes']);
      expect(placesOf(result)[0]?.passage.start).toBe(passageOf(after, 'Yes', nth).start);
    }
  });
});

describe('K1: moved', () => {
  test('with its paragraph to another place', () => {
    const before = text(lead, fishermen, minister, harbour, school);
    const after = text(lead, minister, harbour, school, fishermen);
    const result = carried(before, after, 'a tax on living where they were born');
    expect(inShort(result)).toEqual(['moved', 'a tax on living where they were born']);
    expect(placesOf(result)[0]?.passage.start).toBe(after.indexOf('a tax'));
  });

  test('paragraphs in reverse: each passage is found, none in another place', () => {
    const blocks = [lead, minister, fishermen, harbour, school];
    const before = text(...blocks);
    const after = text(...blocks.toReversed());
    for (const block of blocks) {
      const words = block.slice(4, 40).trim();
      const result = carried(before, after, words);
      expect(['unchanged', 'moved']).toContain(result.outcome);
      expect(placesOf(result)[0]?.passage.start).toBe(after.indexOf(words));
    }
  });

  test('the very words are meant, and not somebody else’s that are like them where they stood', () => {
    const not = 'We were not told about the leak.';
    const told = 'We were told about the leak.';
    const before = text(`Orlo said: “${not}”`, `Brandt said: “${told}”`);
    const after = text(`Brandt said: “${told}”`, `Orlo said: “${not}”`);
    expect(inShort(carried(before, after, not))).toEqual(['moved', not]);
    const asked = (who: string, count: string) =>
      `Asked about the dead, ${who} answered: “The ministry knew of ${count} victims on Monday.”`;
    const [eight, nine, ten] = [
      asked('Orlo', 'eight'),
      asked('Brandt', 'nine'),
      asked('Lund', 'ten'),
    ];
    for (const count of ['eight', 'nine', 'ten']) {
      const quote = `The ministry knew of ${count} victims on Monday.`;
      const [, words] = inShort(carried(text(eight, nine, ten), text(ten, eight, nine), quote));
      expect(words).toBe(quote);
    }
  });

  test('what is gone is not found on words like it that stood beside it before', () => {
    const before = 'He denied it. She denied it. They denied it.';
    const after = 'He denied it. They denied it.';
    expect(carried(before, after, 'She denied it.').outcome).toBe('lost');
  });

  test('a short quote whose paragraph is gone is not found in another one', () => {
    const before = text(lead, minister, 'They paid the fares in advance.', harbour);
    const after = text(lead, minister, harbour, 'Of the fares nothing was said.');
    const result = carried(before, after, 'the fares');
    expect(result.outcome).toBe('lost');
  });
});

describe('K1, K8: changed', () => {
  const before = text(lead, minister, fishermen);

  test('a word inside it is another one, one is cut, one is inserted', () => {
    const after = before.replace('nobody would have to pay', 'hardly anybody would have pay');
    const result = carried(before, after, 'nobody would have to pay more');
    expect(inShort(result)).toEqual(['changed', 'hardly anybody would have pay more']);
    const score = placesOf(result)[0]?.score ?? 0;
    expect(score).toBeGreaterThan(0.6);
    expect(score).toBeLessThan(1);
  });

  test('its edges were written anew: what took their place is in it', () => {
    const after = before.replace('nobody would', 'few would').replace('eight crowns', 'nine marks');
    expect(inShort(carried(before, after, 'nobody would have to pay more than eight'))).toEqual([
      'changed',
      'few would have to pay more than nine',
    ]);
  });

  test('what was inserted right before and right behind it is not in it', () => {
    const after = before
      .replace('nobody would', 'in winter nobody would')
      .replace('eight crowns', 'eight or nine crowns');
    expect(inShort(carried(before, after, 'nobody would have to pay more than eight'))).toEqual([
      'unchanged',
      'nobody would have to pay more than eight',
    ]);
  });

  test('a deletion inside', () => {
    const after = before.replace(' of the north coast', '');
    expect(inShort(carried(before, after, 'fishermen of the north coast called it a tax'))).toEqual(
      ['changed', 'fishermen called it a tax'],
    );
  });

  test('a paragraph that was split within it, and two that were merged', () => {
    const split = before.replace('have to pay', 'have\nto pay');
    expect(inShort(carried(before, split, 'would have to pay more'))).toEqual([
      'changed',
      'would have\nto pay more',
    ]);
    const merged = text(`${lead} ${minister}`, fishermen);
    const result = carried(before, merged, 'its fares.\nMinister Orlo');
    expect(inShort(result)).toEqual(['changed', 'its fares. Minister Orlo']);
    expect(placesOf(result)[0]?.score).toBeGreaterThan(0.95);
  });

  test('only the better a place answers, the higher its score', () => {
    const words = 'nobody would have to pay more than eight crowns';
    const versions = [
      'nobody would have to pay more than eight crowns',
      'nobody would have to pay more than nine crowns',
      'nobody will have to pay much more than nine crowns',
      'not one man will have to pay much more than nine marks',
    ];
    const scores = versions.map((version) => {
      const result = carried(before, before.replace(words, version), words);
      return placesOf(result)[0]?.score ?? 0;
    });
    expect(scores).toEqual(scores.toSorted((one, other) => other - one));
    expect(new Set(scores).size).toBe(scores.length);
  });

  test('moved and changed at once', () => {
    const after = text(lead, harbour, school, fishermen.replace('a tax', 'one more tax'), harbour);
    expect(inShort(carried(before, after, 'called it a tax on living where they'))).toEqual([
      'changed',
      'called it one more tax on living where they',
    ]);
  });
});

describe('K4: typography is nearly equal', () => {
  const before = text(lead, `Orlo: "We're here - and we stay", he said again.`, fishermen);
  const after = text(lead, 'Orlo: “We’re here – and we stay”, he said again.', fishermen);

  test('quotation marks, apostrophes and dashes', () => {
    const result = carried(before, after, `"We're here - and we stay"`);
    expect(inShort(result)).toEqual(['changed', '“We’re here – and we stay”']);
    expect(placesOf(result)[0]?.score).toBeGreaterThan(0.98);
  });

  test('spaces that do not break, capitals', () => {
    const other = before.replace('we stay', 'we\u00a0STAY');
    const result = carried(before, other, 'and we stay');
    expect(inShort(result)).toEqual(['changed', 'and we\u00a0STAY']);
    expect(placesOf(result)[0]?.score).toBeGreaterThan(0.98);
  });

  test('context in other typography is the same context', () => {
    expect(inShort(carried(before, after, 'here'))).toEqual(['unchanged', 'here']);
  });
});

describe('K5: uncertain', () => {
  test('a paragraph that was doubled', () => {
    const before = text(lead, harbour, school);
    const after = text(lead, harbour, harbour, school);
    const result = carried(before, after, 'promised for the spring');
    expect(result.outcome).toBe('uncertain');
    const starts = placesOf(result).map(({ passage }) => passage.start);
    expect(starts.toSorted((one, other) => one - other)).toEqual([
      after.indexOf('promised'),
      after.lastIndexOf('promised'),
    ]);
  });

  test('a paragraph that was cut, and stands at two other places', () => {
    const before = text(lead, harbour, school, minister);
    const after = text(
      school,
      fishermen,
      harbour,
      fishermen,
      minister,
      fishermen,
      harbour,
      fishermen,
    );
    const result = carried(before, after, 'promised for the spring');
    expect(result.outcome).toBe('uncertain');
    expect(placesOf(result)).toHaveLength(2);
  });
});

describe('K1: lost', () => {
  test('with its paragraph, and nothing like it', () => {
    const before = text(lead, harbour, school);
    expect(carried(before, text(lead, school), 'promised for the spring')).toEqual({
      outcome: 'lost',
      best: null,
    });
  });

  test('what is a little like it is shown, not taken', () => {
    const before = text(lead, harbour, school);
    const after = text(lead, school, 'The lighthouse keeper retired in the spring of that year.');
    const result = carried(before, after, 'A new harbour wall, promised for the spring');
    expect(result.outcome).toBe('lost');
    for (const { score } of placesOf(result)) expect(score).toBeLessThan(0.6);
  });
});

describe('scripts', () => {
  test('Chinese: words inside and around have changed', () => {
    const before = text(
      '市议会周二投票决定允许渡轮公司提高票价。',
      '部长说冬季任何人都不需要支付超过八克朗的费用。',
      '北海岸的渔民称这一决定是对他们出生地生活的征税。',
    );
    const after = text(
      '市议会周三投票决定允许渡轮公司提高票价。',
      '北海岸的渔民称这一决定是对他们出生地生活的征税。',
      '部长说夏季任何人都不需要支付超过九克朗的费用。',
    );
    expect(inShort(carried(before, after, '允许渡轮公司提高票价'))).toEqual([
      'unchanged',
      '允许渡轮公司提高票价',
    ]);
    expect(inShort(carried(before, after, '任何人都不需要支付超过八克朗'))).toEqual([
      'changed',
      '任何人都不需要支付超过九克朗',
    ]);
    expect(inShort(carried(before, after, '北海岸的渔民称这一决定'))[1]).toBe(
      '北海岸的渔民称这一决定',
    );
  });

  test('Arabic and Hebrew', () => {
    const before = text(
      'صوت مجلس الجزيرة يوم الثلاثاء للسماح لشركة العبارات برفع أسعارها.',
      'שר התחבורה אמר שאיש לא ישלם יותר משמונה כתרים בחורף.',
    );
    const after = text(
      'صوت مجلس المدينة يوم الثلاثاء للسماح لشركة العبارات برفع أسعارها.',
      'שר התחבורה אמר שאיש לא ישלם יותר מתשעה כתרים בקיץ.',
    );
    expect(inShort(carried(before, after, 'للسماح لشركة العبارات'))).toEqual([
      'unchanged',
      'للسماح لشركة العبارات',
    ]);
    expect(inShort(carried(before, after, 'שאיש לא ישלם יותר משמונה'))).toEqual([
      'changed',
      'שאיש לא ישלם יותר מתשעה',
    ]);
  });

  test('emoji and letters beyond the first plane are never split', () => {
    const before = text(
      lead,
      'They sent 👩‍👩‍👧 and 🏴‍☠️ and 𝒜𝒷 to the 🇫🇷 office, said Orlo.',
      school,
    );
    const after = text(lead, 'They sent 👨‍👩‍👧 and 🏴 and 𝒜𝒸 to the 🇩🇪 office, said Orlo.', school);
    expect(inShort(carried(before, after, 'sent 👩‍👩‍👧 and 🏴‍☠️ and 𝒜𝒷 to the 🇫🇷'))).toEqual([
      'changed',
      'sent 👨‍👩‍👧 and 🏴 and 𝒜𝒸 to the 🇩🇪',
    ]);
    expect(inShort(carried(before, after, 'and 🏴‍☠️'))).toEqual(['changed', 'and 🏴']);
  });
});

describe('K9: what is not anchored in its own text', () => {
  const before = text(lead, minister, fishermen);

  test('is looked for by what it keeps, and is never unchanged', () => {
    const passage = passageOf(before, 'nobody would have to pay');
    for (const gone of ['', school]) {
      const result = carry(gone, text(harbour, minister), passage);
      expect(inShort(result)).toEqual(['moved', 'nobody would have to pay']);
    }
  });

  test('is lost where it is not', () => {
    expect(carry('', text(harbour, school), passageOf(before, 'eight crowns')).outcome).toBe(
      'lost',
    );
  });
});

test('every place is anchored in the new text', () => {
  const before = text(lead, minister, fishermen, harbour, school);
  const after = text(harbour, minister.replace('eight', 'nine'), harbour, school);
  for (let start = 0; start < before.length - 12; start += 7) {
    const result = carry(before, after, passageAt(before, start, start + 12));
    for (const { passage, score } of placesOf(result)) {
      expect(isAnchored(passage, after)).toBe(true);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  }
});
