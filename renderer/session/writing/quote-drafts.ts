import type { QuoteAlteration } from '../../../app/brief/quote-alterations.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { Session } from '../session.ts';
import { type QuoteDraft, quoteDraft } from './alter-quotation.ts';

/** A shortening that was begun and neither done nor cancelled: one for a project, for as long as it is open (rule I36). */
const begun = new WeakMap<Session['store'], { readonly key: string; readonly draft: QuoteDraft }>();

function keyOf(annotationId: AnnotationId, alterations: readonly QuoteAlteration[]): string {
  return JSON.stringify([annotationId, alterations]);
}

/**
 * Goes on with what was begun for the same quotation, if its words are still those; else begins. `null`: the annotation is
 * gone. `isBegun`: something was done before.
 */
export function resumedQuoteDraft(
  session: Session,
  annotationId: AnnotationId,
  alterations: readonly QuoteAlteration[],
): { readonly draft: QuoteDraft; readonly isBegun: boolean } | null {
  const fresh = quoteDraft(session, annotationId, alterations);
  if (fresh === null) return null;
  const known = begun.get(session.store);
  const isBegun =
    known?.key === keyOf(annotationId, alterations) && known.draft.quote === fresh.quote;
  return { draft: isBegun ? known.draft : fresh, isBegun };
}

/** Keeps a step, so that Escape loses nothing. */
export function keepQuoteDraft(
  { store }: Session,
  alterations: readonly QuoteAlteration[],
  draft: QuoteDraft,
): void {
  begun.set(store, { key: keyOf(draft.annotationId, alterations), draft });
}

/** It was done or cancelled. */
export function forgetQuoteDraft({ store }: Session): void {
  begun.delete(store);
}
