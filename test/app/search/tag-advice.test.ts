import { expect, test } from 'vitest';
import { tagAdvice } from '../../../app/search/tag-advice.ts';

test('S7 a search for a tag that finds nothing says whose tags it looks at', () => {
  for (const query of ['tag:trade', 'xi TAG:"free trade"', 'a OR (b -tag:trade)']) {
    expect(tagAdvice(query)).toContain('Passages with a tag are found in Evidence');
  }
  for (const query of ['trade', '"tag:trade"', 'hashtag:trade', 'title:tag', '']) {
    expect(tagAdvice(query)).toBeNull();
  }
});
