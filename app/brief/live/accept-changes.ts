import type { RichTextNode } from '../../record/rich-text.ts';
import { citedAlterations } from '../cited-alterations.ts';
import { citationOf } from '../cited-ids.ts';
import { acceptedIn, acceptedOf, type CitationRecords } from './accepted-citation.ts';
import { citationState } from './citation-state.ts';

/**
 * A document in which every changed citation keeps what it prints now: none is changed any more (rule Y2). What the writer
 * wrote, and each citation that was not changed, stay the same objects; so does the document if nothing was. Missing
 * citations stay as they are. Cost: one walk, and the state of each citation.
 */
export function acceptAll(source: CitationRecords, document: RichTextNode): RichTextNode {
  const state = citationState(source, document);
  if (state !== null) return state.kind === 'changed' ? accept(source, document) : document;
  const { content } = document;
  if (content === undefined) return document;
  const next = content.map((child) => acceptAll(source, child));
  return next.every((child, index) => child === content[index])
    ? document
    : { ...document, content: next };
}

/**
 * Blocks to be put into a brief, in which every citation keeps what it prints now: later changes are told from it. What a
 * citation keeps already stays.
 */
export function acceptNew(source: CitationRecords, node: RichTextNode): RichTextNode {
  if (citationOf(node) !== null) return acceptedIn(node) === null ? accept(source, node) : node;
  const { content } = node;
  if (content === undefined) return node;
  return { ...node, content: content.map((child) => acceptNew(source, child)) };
}

/**
 * A citation that keeps what it prints now. What was left out of its words moves with them; where it no longer fits it is
 * given up, since that is how the words are printed (rule I22). One whose record is gone, and what is no citation, stays as
 * it is.
 */
export function accept(source: CitationRecords, citation: RichTextNode): RichTextNode {
  const accepted = acceptedOf(source, citation);
  if (accepted === null) return citation;
  const { alterations: _, ...attrs } = citation.attrs ?? {};
  const present =
    accepted.kind === 'quotation' ? (citedAlterations(citation, accepted.quote) ?? []) : [];
  const kept = present.length === 0 ? {} : { alterations: present };
  return { ...citation, attrs: { ...attrs, ...kept, accepted } };
}

/**
 * What a quotation keeps once its writer has shortened it, with the exact words in view: those are accepted, and whatever
 * else has changed stays told (rule Y2). `kept` is its attribute `accepted`, `now` what it prints; one that keeps nothing
 * keeps all of `now`, as when it is put in.
 */
export function acceptQuote(kept: unknown, now: unknown): unknown {
  if (typeof now !== 'object' || now === null || !('quote' in now)) return kept;
  const isKept = typeof kept === 'object' && kept !== null && 'quote' in kept;
  return isKept ? { ...kept, quote: now.quote } : now;
}
