import type { RevisionHash, TextOffset } from '../../base/brand.ts';
import type { RevisionText } from '../../record/text.ts';
import { quotedPassages } from '../../statement/quoted-passages.ts';
import {
  type Sentence,
  sentencesOfBlock,
  type TokenQuote,
} from '../../statement/sentence-tokens.ts';
import { type BriefLine, citationSign, type LineCitation } from './brief-lines.ts';

/** A sentence of a line. Offsets count code units of the line's text. */
export interface LineSentence {
  readonly start: number;
  readonly end: number;
  /** Citations and typed quotations are one token each. */
  readonly tokens: Sentence;
  readonly citations: readonly LineCitation[];
}

/** Words that the writer put in quotation marks himself, without the marks. */
export interface TypedQuotation {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** The words of a line as texts are read: one block. A line without words has none. */
export function lineText({ text }: Pick<BriefLine, 'text'>): RevisionText {
  // A line break of the writer's ends no block.
  const plain = text.replaceAll('\n', ' ');
  const end = plain.length as TextOffset;
  return {
    hash: '' as RevisionHash,
    text: plain,
    blocks: plain === '' ? [] : [{ kind: 'paragraph', start: 0 as TextOffset, end }],
  };
}

/**
 * The sentences of a line with their citations, and what stands in quotation marks of the writer's own. `lastSign` says how
 * the words of a citation end: a quotation may end its sentence. Cost: the length.
 */
export function lineSentences(
  line: BriefLine,
  lastSign: (citation: LineCitation) => string,
): { readonly sentences: readonly LineSentence[]; readonly typed: readonly TypedQuotation[] } {
  const text = lineText(line);
  const inLine = line.citations.filter(({ inFootnote }) => !inFootnote);
  const quotes: TokenQuote[] = inLine.map((cited, passage) => ({
    start: cited.offset,
    end: cited.offset + 1,
    passage,
    firstSign: 'x',
    lastSign: lastSign(cited),
  }));
  for (const { offset } of line.references) {
    const sign = 'x';
    quotes.push({
      ...{ start: offset, end: offset + 1, passage: quotes.length },
      ...{ firstSign: sign, lastSign: sign },
    });
  }
  const typed: TypedQuotation[] = [];
  for (const { parts } of /["“”„«»「『'’‘‚]/u.test(line.text) ? quotedPassages(text) : []) {
    for (const { start, end, opening, closing } of parts) {
      const words = text.text.slice(start + opening, end - closing);
      if (words.includes(citationSign)) continue;
      typed.push({ start: start + opening, end: end - closing, words });
      quotes.push({
        start,
        end,
        passage: quotes.length,
        firstSign: words.charAt(0),
        lastSign: words.trimEnd().slice(-1),
      });
    }
  }
  for (const title of titlesIn(line)) {
    const isFree = quotes.every(({ start, end }) => end <= title.start || start >= title.end);
    if (isFree) quotes.push({ ...title, passage: quotes.length, firstSign: 'x', lastSign: 'x' });
  }
  quotes.sort((one, other) => one.start - other.start);
  const sentences = sentencesOfBlock(text.text, 0, text.text.length, quotes).flatMap((tokens) => {
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ start: first.start, end: last.end, tokens }];
  });
  return { sentences: withCitations(sentences, line), typed };
}

/**
 * A title in italics that asks or exclaims ("Who pays? The story of a tunnel") ends no sentence in its midst. Italics with
 * a full stop inside, or of a whole line, are sentences of their own.
 */
function titlesIn({ text, italics }: BriefLine): readonly { start: number; end: number }[] {
  return italics.filter(({ start, end }) => {
    const words = text.slice(start, end);
    return /[?!…]/u.test(words) && !/\.\s/u.test(words) && words.trim() !== text.trim();
  });
}

/** A footnote belongs to the sentence whose sign it stands behind. */
function withCitations(
  sentences: readonly Omit<LineSentence, 'citations'>[],
  { citations }: BriefLine,
): readonly LineSentence[] {
  return sentences.map((sentence, index) => {
    const from = index === 0 ? 0 : sentence.start;
    const to = sentences[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    return {
      ...sentence,
      citations: citations.filter(({ offset }) => offset >= from && offset < to),
    };
  });
}
