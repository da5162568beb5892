import type { Attrs, Node } from 'prosemirror-model';
import { alterationsOf } from '../../app/brief/altered-quote.ts';

/** The four ways to cite, as the attribute `data-citation` names them. */
export type CitationForm = 'quotation' | 'inline' | 'claim' | 'article';

/** The attribute of a citation's node that holds the id of its record. */
export function citationIdName(form: CitationForm): 'annotationId' | 'claimId' | 'articleId' {
  if (form === 'claim') return 'claimId';
  return form === 'article' ? 'articleId' : 'annotationId';
}

/** The attributes that a citation's element is known again by: on the clipboard, and in a page that is dropped. */
export function citationAttributes(node: Node): Record<string, string> {
  const form = node.type.name.replace('_citation', '') as CitationForm;
  const { alterations, accepted } = node.attrs;
  return {
    'data-citation': form,
    'data-citation-id': String(node.attrs[citationIdName(form)]),
    ...(alterations == null ? {} : { 'data-alterations': JSON.stringify(alterations) }),
    ...(accepted == null ? {} : { 'data-accepted': JSON.stringify(accepted) }),
  };
}

/**
 * What an element of `citationAttributes` says. What was accepted comes along, so that a changed citation that is cut and
 * pasted stays changed; what was left out does only with it, since without the words it was made for it could be put on
 * others.
 */
export function readCitation(form: CitationForm, dom: HTMLElement): Attrs {
  const id = dom.getAttribute('data-citation-id') ?? '';
  const accepted = parsed(dom.getAttribute('data-accepted'));
  const attributes = { [citationIdName(form)]: id };
  if (!isAccepted(accepted)) return attributes;
  const written = parsed(dom.getAttribute('data-alterations'));
  const alterations = alterationsOf({ type: '', attrs: { alterations: written } });
  const quotes = citationIdName(form) === 'annotationId' && alterations.length > 0;
  return { ...attributes, accepted, ...(quotes ? { alterations } : {}) };
}

function parsed(written: string | null): unknown {
  try {
    return written === null ? null : JSON.parse(written);
  } catch {
    // Not JSON: somebody else's attribute of the same name.
    return null;
  }
}

/** Whether a value from elsewhere can be stored as what was accepted: words, and lists of lists of words. */
function isAccepted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 && entries.every(([name, field]) => name.length <= 40 && isField(field))
  );
}

function isField(field: unknown): boolean {
  if (isWords(field)) return true;
  return Array.isArray(field) && field.every((one) => Array.isArray(one) && one.every(isWords));
}

function isWords(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.length <= 1_000_000);
}
