import { describe, expect, test } from 'vitest';
import type { TextOffset } from '../../../app/base/brand.ts';
import { findableText, findInText, type TextRange } from '../../../app/search/find-in-text.ts';
import { mounted } from './mounted.ts';
import { revisionOf, spanOf } from './revisions.ts';

const revision = revisionOf(['heading', 'A tunnel'], 'No tunnel, no Tunnel.', [
  'list-item',
  'The last tunnel',
]);

function hitsOf(text: string, wanted: string): readonly TextRange[] {
  return findInText(findableText(text), wanted, { matchCase: false, wholeWords: false });
}

/** The words drawn as hits of a reader, in the order of the page. */
function drawn(dom: Element, name = 'search-hit'): string[] {
  const ranges = [...(CSS.highlights.get(name) ?? [])]
    .filter((range): range is Range => range instanceof Range && dom.contains(range.startContainer))
    .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other));
  return ranges.map(String);
}

function frame(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
}

describe('Hits', () => {
  test('are drawn where they stand, the current one apart; none are left', () => {
    const { reader, dom } = mounted(revision);
    reader.setHits(hitsOf(revision.text, 'tunnel'), 2);
    expect(drawn(dom)).toEqual(['tunnel', 'tunnel', 'tunnel']);
    expect(drawn(dom, 'search-hit-current')).toEqual(['Tunnel']);
    reader.setHits([], -1);
    expect([...drawn(dom), ...drawn(dom, 'search-hit-current')]).toEqual([]);
  });

  test('stay drawn when highlights split the text under them', async () => {
    const { reader, dom } = mounted(revision);
    reader.setHits(hitsOf(revision.text, 'no tunnel'), -1);
    expect(drawn(dom)).toEqual(['No tunnel', 'no Tunnel']);
    const first = revision.text.indexOf('tunnel,');
    reader.setSpans([spanOf('one', first, first + 3), spanOf('two', first + 2, first + 9, 1)]);
    await frame();
    expect(drawn(dom)).toEqual(['No tunnel', 'no Tunnel']);
  });

  test('across blocks are drawn in each of them', () => {
    const { reader, dom } = mounted(revision);
    const start = 2 as TextOffset;
    const end = (revision.text.indexOf('The last') + 3) as TextOffset;
    reader.setHits([{ start, end }], 0);
    expect(drawn(dom, 'search-hit-current')).toEqual(['tunnel', 'No tunnel, no Tunnel.', 'The']);
  });

  test('of two readers keep out of each other’s way, and go with their reader', () => {
    const one = mounted(revision);
    const other = mounted(revision);
    one.reader.setHits(hitsOf(revision.text, 'tunnel'), -1);
    other.reader.setHits(hitsOf(revision.text, 'last'), -1);
    expect([drawn(one.dom).length, drawn(other.dom)]).toEqual([4, ['last']]);
    other.reader.destroy();
    expect(drawn(one.dom)).toHaveLength(4);
    const { size } = CSS.highlights.get('search-hit') ?? { size: -1 };
    one.reader.destroy();
    expect(CSS.highlights.get('search-hit')?.size).toBe(size - 4);
  });

  test('of a long text are drawn where it is read, wherever that is', async () => {
    const long = revisionOf(
      ...Array.from({ length: 3000 }, (_, at) =>
        `Paragraph ${at} of a tunnel ${'word '.repeat(20)}`.trim(),
      ),
    );
    const { reader, dom } = mounted(long);
    const hits = hitsOf(long.text, 'tunnel');
    expect(hits).toHaveLength(3000);
    reader.setHits(hits, -1);
    expect(drawn(dom).length).toBeGreaterThan(2);
    expect(drawn(dom).length).toBeLessThan(100);
    const last = hits.at(-1);
    if (last === undefined) throw new Error('No hit');
    reader.reveal(last.start, last.end);
    await frame();
    await frame();
    const paragraph = [...dom.querySelectorAll('p')].at(-1);
    expect(drawn(paragraph ?? dom)).toEqual(['tunnel']);
  });
});
