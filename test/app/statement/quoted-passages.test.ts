import { describe, expect, test } from 'vitest';
import { quotedPassages } from '../../../app/statement/quoted-passages.ts';
import { textOf } from './statement-texts.ts';

function marked(...blocks: readonly string[]): string[][] {
  const text = textOf(...blocks);
  return quotedPassages(text).map(({ parts }) =>
    parts.map(({ start, end }) => text.text.slice(start, end)),
  );
}

describe('O1: marks that belong together', () => {
  test.each([
    ['“We go,” she said.', '“We go,”'],
    ['"We go," she said.', '"We go,"'],
    ['‘We go,’ she said.', '‘We go,’'],
    ["'We go,' she said.", "'We go,'"],
    ['„Wir gehen“, sagte sie.', '„Wir gehen“'],
    ['„Idziemy”, powiedziała.', '„Idziemy”'],
    ['”Vi går”, sade hon.', '”Vi går”'],
    ['« Nous partons », dit-elle.', '« Nous partons »'],
    ['«Мы идём», — сказала она.', '«Мы идём»'],
    ['»Wir gehen«, sagte sie.', '»Wir gehen«'],
    ['‹Wir gehen›, sagte sie.', '‹Wir gehen›'],
    ['彼女は「行きます」と言った。', '「行きます」'],
    ['她说：“我们走。”', '“我们走。”'],
    ["''We go,'' she said.", "''We go,''"],
    ['“We go,“ she said.', '“We go,“'],
    ['”We go,” she said.', '”We go,”'],
    ['"We go,” she said.', '"We go,”'],
    ['She said “we go”.', '“we go”'],
  ])('%s', (text, passage) => {
    expect(marked(text)).toEqual([[passage]]);
  });

  test('a quotation inside another is part of it', () => {
    expect(marked('“He said, ‘Go,’ and I went,” she said.')).toEqual([
      ['“He said, ‘Go,’ and I went,”'],
    ]);
    expect(marked('\'He said, "Go," and I went,\' she said.')).toEqual([
      ['\'He said, "Go," and I went,\''],
    ]);
    expect(marked('「『行け』と彼は言った」と語った。')).toEqual([['「『行け』と彼は言った」']]);
  });

  test('an apostrophe is no mark', () => {
    expect(marked("The players' tickets weren't the club's; 'em that had 'em kept 'em.")).toEqual(
      [],
    );
    expect(marked("'The lads' faces when I told 'em!' he said.")).toEqual([
      ["'The lads' faces when I told 'em!'"],
    ]);
    expect(marked('In the ’90s rock ’n’ roll wasn’t James’ thing.')).toEqual([]);
  });

  test('feet and inches are none', () => {
    expect(marked('He is 6\'2" tall and has a 14" screen.')).toEqual([]);
    expect(marked('"It was 1914" was all he said.')).toEqual([['"It was 1914"']]);
  });
});

describe('O2: over paragraphs, and without an end', () => {
  test('each paragraph begins with the mark again, the last one closes', () => {
    expect(marked('She said: “One.', '“Two.', '“Three,” and left. “Four.”')).toEqual([
      ['“One.', '“Two.', '“Three,”'],
      ['“Four.”'],
    ]);
  });

  test('a paragraph without the mark may close it', () => {
    expect(marked('«Uno.', '»Dos.»')).toEqual([['«Uno.', '»Dos.»']]);
    expect(marked('“One, two, three.', 'Four.” He left.')).toEqual([
      ['“One, two, three.', 'Four.”'],
    ]);
  });

  test('one that is never closed ends with its paragraph, if it reads like a sentence', () => {
    expect(marked('He said. “We wish him good health.', 'Nothing more.')).toEqual([
      ['“We wish him good health.'],
    ]);
    expect(marked('A “ stands alone here', 'Nothing more.')).toEqual([]);
  });

  test('a mark that opens nothing leaves the others as they are', () => {
    expect(marked('He lost.” The end. “We won,” she said.')).toEqual([['“We won,”']]);
    expect(marked('“He lost. The end. “We won,” she said.')).toEqual([['“We won,”']]);
  });

  test('a block with more than 400 quotations has none', () => {
    expect(marked('"a b c" '.repeat(400))).toHaveLength(400);
    expect(marked('"a b c" '.repeat(401))).toEqual([]);
  });
});
