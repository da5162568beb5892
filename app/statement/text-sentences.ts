import type { RevisionText } from '../record/text.ts';
import type { QuotedPassage } from './quoted-passages.ts';
import { type Sentence, sentencesOfBlock, type TokenQuote } from './sentence-tokens.ts';

/** The sentences of each block, in the text's order; quotations are one token each. Linear. */
export function textSentences(
  { text, blocks }: RevisionText,
  passages: readonly QuotedPassage[],
): Sentence[][] {
  const quotes: TokenQuote[][] = blocks.map(() => []);
  for (const [passage, { parts }] of passages.entries()) {
    for (const part of parts) {
      const lastSign = lastSignIn(text, part.start + part.opening, part.end - part.closing);
      const firstSign = text.charAt(part.start + part.opening);
      quotes[part.block]?.push({ start: part.start, end: part.end, passage, firstSign, lastSign });
    }
  }
  return blocks.map(({ start, end }, index) =>
    sentencesOfBlock(text, start, end, quotes[index] ?? []),
  );
}

/** The last sign in a range that is neither space nor a mark; '' if there is none. */
function lastSignIn(text: string, start: number, end: number): string {
  let at = end - 1;
  while (at > start && /[\s'’”"“»]/u.test(text.charAt(at))) at -= 1;
  return at < start ? '' : text.charAt(at);
}
