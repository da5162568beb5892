import { alteredQuote, alteredText } from '../../app/brief/altered-quote.ts';
import type { Citation } from '../../app/brief/cited-ids.ts';
import { quotationMarks } from '../../app/brief/quotation-marks.ts';
import type { QuoteAlteration } from '../../app/brief/quote-alterations.ts';
import type {
  CitationSource,
  CitationStanding,
  CitedAnnotation,
  CitedClaim,
} from './citation-source.ts';

/** "The Harbour Times, 12 May 2024 · 3:10": the source line under a quotation. The title stands in for the outlet. */
function sourceLine(cited: CitedAnnotation): string {
  return sourceParts(cited).join('');
}

/** The same in two: who printed it, and when and where it stands. */
export function sourceParts(cited: CitedAnnotation): readonly [name: string, rest: string] {
  const name = cited.outlet ?? cited.title;
  const date = cited.published ?? '';
  const between = name === '' || date === '' ? '' : ', ';
  return [name, `${between}${date} · ${cited.label}`];
}

/** "Premier Ansel · 10 May 2024 · disputed": the line under a claim's wording. */
export function claimLine(cited: CitedClaim): string {
  return [cited.speaker, cited.saidOn, cited.status]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}

/** A citation as one line of plain text, for screen readers. */
export function describeCitation(
  citation: Citation,
  source: CitationSource,
  numbers: readonly string[],
  alterations: readonly QuoteAlteration[] = [],
  standing: CitationStanding = 'accepted',
): string {
  return `${describeCited(citation, source, numbers, alterations)}${standingSentences[standing]}`;
}

const standingSentences: Readonly<Record<CitationStanding, string>> = {
  accepted: '',
  missing: '',
  changed: ' Changed since it was accepted, review.',
  misfit: ' What was left out no longer fits the words, review.',
};

function describeCited(
  citation: Citation,
  source: CitationSource,
  numbers: readonly string[],
  alterations: readonly QuoteAlteration[],
): string {
  if (citation.kind === 'article') {
    const article = source.article(citation.id);
    if (article === null) return 'Citation of a deleted article';
    return `Citation of the article ${article.label}: ${article.line}.`;
  }
  if (citation.kind === 'claim') {
    const claim = source.claim(citation.id);
    if (claim === null) return 'Deleted claim';
    const count = claim.evidence.length;
    const evidence = count === 1 ? '1 piece of evidence' : `${count} pieces of evidence`;
    return `Claim ${claim.label}: ${sentence(claim.wording)} ${claimLine(claim)}. ${evidence}.`;
  }
  const cited = source.annotation(citation.id);
  if (cited === null) return 'Citation of a deleted annotation';
  const marks = numbers.join(', ');
  const name = marks === '' ? 'Citation' : `Citation ${marks}`;
  const pieces = alteredQuote(cited.quote, alterations);
  const omitted = pieces.flatMap((piece) =>
    piece.kind === 'altered' && piece.omitted !== '' ? [piece.omitted.trim()] : [],
  );
  const left = omitted.length === 0 ? '' : ` Left out: ${omitted.join('; ')}.`;
  return `${name}: ${quoted(alteredText(pieces))}, ${sourceLine(cited)}.${left}${stateSentences[cited.state]}`;
}

const stateSentences: Readonly<Record<CitedAnnotation['state'], string>> = {
  anchored: '',
  orphan: ' Passage not found, review.',
  earlier: ' From an earlier revision, the source has changed since.',
};

/** With a full stop, unless the words end as a sentence does. */
function sentence(words: string): string {
  return /\p{Sentence_Terminal}$/u.test(words) ? words : `${words}.`;
}

/** A citation as it is copied into other programs: the words and where they are from. */
export function citationPlainText(
  citation: Citation,
  source: CitationSource,
  alterations: readonly QuoteAlteration[] = [],
): string {
  if (citation.kind === 'article') {
    const article = source.article(citation.id);
    return article === null ? '[deleted article]' : article.line;
  }
  if (citation.kind === 'claim') {
    const claim = source.claim(citation.id);
    return claim === null
      ? '[deleted claim]'
      : `Claim ${claim.label}: ${claim.wording} (${claimLine(claim)})`;
  }
  const cited = source.annotation(citation.id);
  if (cited === null) return '[deleted annotation]';
  const words = alteredText(alteredQuote(cited.quote, alterations));
  return `${quoted(words)} (${sourceLine(cited)})`;
}

function quoted(words: string): string {
  const [open, close] = quotationMarks(words);
  return `${open}${words}${close}`;
}
