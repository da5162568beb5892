import type { Node } from 'prosemirror-model';
import { citedAlterations } from '../../app/brief/cited-alterations.ts';
import type { Citation } from '../../app/brief/cited-ids.ts';
import type { QuoteAlteration } from '../../app/brief/quote-alterations.ts';
import { nodeCitation } from './citation-node.ts';
import type {
  CitationSource,
  CitedAnnotation,
  CitedArticle,
  CitedClaim,
} from './citation-source.ts';

/** What a citation shows of its record; `null`: it was removed. */
export function citedRecord(
  citation: Citation,
  source: CitationSource,
): CitedAnnotation | CitedArticle | CitedClaim | null {
  switch (citation.kind) {
    case 'annotation':
      return source.annotation(citation.id);
    case 'article':
      return source.article(citation.id);
    case 'claim':
      return source.claim(citation.id);
  }
}

/** What was left out of a quotation's words and put in, as far as it applies to the words as they are now. */
export function shownAlterations(node: Node, source: CitationSource): readonly QuoteAlteration[] {
  const citation = nodeCitation(node);
  const cited = citation?.kind === 'annotation' ? source.annotation(citation.id) : null;
  if (cited === null) return [];
  return citedAlterations({ type: node.type.name, attrs: node.attrs }, cited.quote) ?? [];
}
