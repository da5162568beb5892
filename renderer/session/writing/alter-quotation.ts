import { alteredQuote, type QuotePiece } from '../../../app/brief/altered-quote.ts';
import { citedAlterations } from '../../../app/brief/cited-alterations.ts';
import { citationOf } from '../../../app/brief/cited-ids.ts';
import {
  leaveOut,
  putIn,
  type QuoteAlteration,
  quoteWords,
  restore,
} from '../../../app/brief/quote-alterations.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import type { Session } from '../session.ts';

/** A quotation that is being shortened. A value: each step makes a new one. */
export interface QuoteDraft {
  readonly annotationId: AnnotationId;
  /** The exact words, in whole. */
  readonly quote: string;
  readonly words: readonly DraftWord[];
  readonly alterations: readonly QuoteAlteration[];
  /** As it would be printed. */
  readonly printed: readonly PrintedPiece[];
}

/** A piece of it as it would be printed; `place`: the first of its words, in UTF-16 code units. */
export type PrintedPiece = QuotePiece & { readonly place: number };

/** A word of it, or signs between words. */
export interface DraftWord {
  /** Where it begins, in UTF-16 code units of the quote. */
  readonly start: number;
  readonly text: string;
  /** What stands between the word before and this one: spaces. */
  readonly before: string;
  /** `kept`: as it is. `left-out`: under an ellipsis. Else the words in brackets that stand in its place. */
  readonly state: 'kept' | 'left-out' | { readonly instead: string };
  /** What is put in before it, without brackets; `null`: nothing. */
  readonly ahead: string | null;
}

/** A step: of the words from one place to another, both counted from 0 and included. */
export type QuoteStep =
  | { readonly kind: 'leave-out' | 'restore' }
  | { readonly kind: 'put-in' | 'put-before'; readonly text: string };

/** Asks how the selected quotation is to be shortened. */
export function askAlterations(session: Session): void {
  const node = session.briefEditor?.quotation() ?? null;
  const citation = node === null ? null : citationOf(node);
  const annotation =
    citation?.kind === 'annotation' ? session.store.records.get('annotation', citation.id) : null;
  if (node === null || annotation === null) {
    session.say('Select a quotation first: go to it with the arrow keys, or click it.');
    return;
  }
  const alterations = citedAlterations(node, annotation.passage.quote) ?? [];
  session.openDialog({ kind: 'alter-quotation', annotationId: annotation.id, alterations });
}

/** What was left out of a quotation as it is stored, in its order; `null`: it no longer fits the words as they are now. */
export function leftOutOf(session: Session, node: RichTextNode): readonly string[] | null {
  const citation = citationOf(node);
  if (citation?.kind !== 'annotation') return [];
  const annotation = session.store.records.get('annotation', citation.id);
  if (annotation === null) return [];
  const { quote } = annotation.passage;
  const alterations = citedAlterations(node, quote);
  return (
    alterations &&
    alteredQuote(quote, alterations).flatMap((piece) =>
      piece.kind === 'altered' && piece.omitted !== '' ? [piece.omitted.trim()] : [],
    )
  );
}

/** The words of an annotation with alterations, to go on with; `null`: it was removed. */
export function quoteDraft(
  session: Session,
  annotationId: AnnotationId,
  alterations: readonly QuoteAlteration[],
): QuoteDraft | null {
  const annotation = session.store.records.get('annotation', annotationId);
  return annotation === null
    ? null
    : draftOf({ annotationId, quote: annotation.passage.quote }, alterations);
}

/** Leaves words out, puts something in their place or before them, or takes that back. */
export function alterDraft(
  draft: QuoteDraft,
  step: QuoteStep,
  first: number,
  last: number,
): QuoteDraft {
  const { quote, alterations } = draft;
  const words = quoteWords(quote);
  const start = words[Math.min(first, last)]?.start;
  const end = words[Math.max(first, last)]?.end;
  if (start === undefined || end === undefined) return draftOf(draft, alterations);
  switch (step.kind) {
    case 'leave-out':
      return draftOf(draft, leaveOut(quote, alterations, start, end));
    case 'restore':
      return draftOf(draft, restore(alterations, start, end));
    case 'put-in':
      return draftOf(draft, putIn(quote, alterations, start, end, step.text));
    case 'put-before':
      return draftOf(draft, putIn(quote, alterations, start, start, step.text));
  }
}

/**
 * Gives the selected quotation what was decided. False: it is not selected any more, or its annotation says other words than
 * those that were altered; which of the two is said.
 */
export function saveAlterations(
  session: Session,
  { annotationId, quote, alterations, printed }: QuoteDraft,
): boolean {
  const node = session.briefEditor?.quotation() ?? null;
  const citation = node === null ? null : citationOf(node);
  if (citation?.id !== annotationId) {
    session.say('The quotation is not selected any more. Select it and shorten it again.');
    return false;
  }
  const present = session.store.records.get('annotation', annotationId);
  if (present?.passage.quote !== quote) {
    session.say(
      present === null
        ? 'The annotation was removed meanwhile: there is nothing to shorten.'
        : 'The words of the quotation were changed meanwhile, so nothing was altered. Shorten it again.',
    );
    return false;
  }
  const saved = session.briefEditor?.alterQuotation(alterations) ?? false;
  const words = printed.map(({ text }) => text).join('');
  session.say(saved ? `The quotation reads: ${words}` : 'The project is open for reading only.');
  return saved;
}

function draftOf(
  { annotationId, quote }: Pick<QuoteDraft, 'annotationId' | 'quote'>,
  alterations: readonly QuoteAlteration[],
): QuoteDraft {
  let position = 0;
  const words = quoteWords(quote).map(({ start, end }): DraftWord => {
    const before = quote.slice(position, start);
    position = end;
    const over = alterations.find((one) => one.start <= start && one.end >= end);
    const ahead = alterations.find((one) => one.start === start && one.end === start);
    return {
      start,
      text: quote.slice(start, end),
      before,
      state: over === undefined ? 'kept' : over.text === null ? 'left-out' : { instead: over.text },
      ahead: ahead?.text ?? null,
    };
  });
  const printed = placed(alteredQuote(quote, alterations));
  return { annotationId, quote, words, alterations, printed };
}

function placed(pieces: readonly QuotePiece[]): readonly PrintedPiece[] {
  let place = 0;
  return pieces.map((piece) => {
    const at = { ...piece, place };
    // What is put in alone stands where the next words begin: half a place before them.
    const { length } = piece.kind === 'source' ? piece.text : piece.omitted;
    place += length === 0 ? 0.5 : length;
    return at;
  });
}
