import type { Citation } from '../../app/brief/cited-ids.ts';
import { quotationMarks } from '../../app/brief/quotation-marks.ts';
import type { CitationSource, CitedAnnotation, CitedClaim } from './citation-source.ts';

/** "The Harbour Times, 12 May 2024 · 3:10": the source line under a quotation. The title stands in for the outlet. */
export function sourceLine(cited: CitedAnnotation): string {
  const source = [cited.outlet ?? cited.title, cited.published].filter(
    (part) => part !== null && part !== '',
  );
  return `${source.join(', ')} · ${cited.label}`;
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
  numbers: readonly number[],
): string {
  if (citation.kind === 'claim') {
    const claim = source.claim(citation.id);
    if (claim === null) return 'Deleted claim';
    const count = claim.evidence.length;
    const evidence = count === 1 ? '1 piece of evidence' : `${count} pieces of evidence`;
    return `Claim ${claim.label}: ${sentence(claim.wording)} ${claimLine(claim)}. ${evidence}.`;
  }
  const cited = source.annotation(citation.id);
  if (cited === null) return 'Citation of a deleted annotation';
  const name = numbers.length === 0 ? 'Citation' : `Citation ${numbers.join(', ')}`;
  return `${name}: ${quoted(cited.quote)}, ${sourceLine(cited)}.${stateSentences[cited.state]}`;
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
export function citationPlainText(citation: Citation, source: CitationSource): string {
  if (citation.kind === 'claim') {
    const claim = source.claim(citation.id);
    return claim === null
      ? '[deleted claim]'
      : `Claim ${claim.label}: ${claim.wording} (${claimLine(claim)})`;
  }
  const cited = source.annotation(citation.id);
  if (cited === null) return '[deleted annotation]';
  return `${quoted(cited.quote)} (${sourceLine(cited)})`;
}

function quoted(words: string): string {
  const [open, close] = quotationMarks(words);
  return `${open}${words}${close}`;
}
