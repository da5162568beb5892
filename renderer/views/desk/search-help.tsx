import type { ReactNode } from 'react';
import type { SearchMode } from '../../../app/host/search.ts';

const words: readonly (readonly [string, string])[] = [
  ['tunnel cost', 'articles with both words, in any order'],
  ['"thirty years"', 'exactly these words, side by side'],
  ['harbo*', 'words that begin so'],
  ['tunnel OR bridge', 'one of them or both'],
  ['tunnel -fish', 'without a word; also NOT fish'],
  ['NEAR(tunnel cost, 5)', 'at most five words between them'],
  ['(tunnel OR bridge) cost', 'grouped'],
  ['title:tunnel', 'in the title; also text: outlet: byline:'],
  [
    'tag:figure lang:en',
    'articles tagged as a whole (passages: Evidence), in a language; also section:',
  ],
  ['after:2024-02 before:2024-03-01', 'published between; also on: a day, a month or a year'],
  ['is:unread', 'also is:starred is:read is:archived'],
];

const patterns: readonly (readonly [string, string])[] = [
  ['\\d+ (million|billion)', 'a number before one of two words'],
  ['colou?r', 'with or without the u'],
  ['^“', 'at the beginning of a paragraph; $ is its end'],
  ['\\p{Lu}\\p{L}+ said', 'a word with a capital letter, then “said”'],
];

/** The query language by example, folded away until it is asked for. */
export function SearchHelp({ mode }: { readonly mode: SearchMode }): ReactNode {
  const lines = mode === 'words' ? words : patterns;
  return (
    <details className="search-help">
      <summary>How to ask</summary>
      <dl>
        {lines.map(([example, meaning]) => (
          <div key={example}>
            <dt>
              <code>{example}</code>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">
        {mode === 'words'
          ? 'Upper and lower case, accents and the kind of quotation marks make no difference.'
          : 'A pattern is a regular expression (JavaScript’s). It reads every text, which takes longer.'}
      </p>
    </details>
  );
}
