import type { Sentence } from './sentence-tokens.ts';

const longestSpeaker = 14;

/** Where a phrase ends at the latest: the next sign that parts clauses, or a quotation. */
export function phraseEnd(sentence: Sentence, from: number): number {
  let to = from;
  while (to < sentence.length && to < from + longestSpeaker) {
    const token = sentence[to];
    if (token === undefined) break;
    if (token.kind === 'quote' && token.end - token.start > 14) break;
    if (token.kind === 'sign' && /[,:;–—!?…]/u.test(token.text)) break;
    if (token.kind === 'sign' && token.text === '.' && !followsInitial(sentence, to)) break;
    to += 1;
  }
  return to;
}

function followsInitial(sentence: Sentence, at: number): boolean {
  const before = sentence[at - 1];
  return before?.capital === true && before.text.length <= 4 && sentence[at + 1]?.capital === true;
}
