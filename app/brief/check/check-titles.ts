import type { CheckKind } from './check-item.ts';

const titles: Readonly<Record<CheckKind, readonly [one: string, many: string]>> = {
  'not-verbatim': ['quotation not word for word', 'quotations not word for word'],
  missing: ['citation without a source', 'citations without a source'],
  misfit: ['omission that no longer fits', 'omissions that no longer fit'],
  changed: ['citation changed', 'citations changed'],
  'later-revision': ['citation with a later revision', 'citations with a later revision'],
  'figure-changed': ['figure older than what it shows', 'figures older than what they show'],
  figure: ['number not in its source', 'numbers not in their sources'],
  'stated-as-fact': ['disputed claim told as fact', 'disputed claims told as fact'],
  'typed-quotation': [
    'quotation found nowhere it is cited',
    'quotations found nowhere they are cited',
  ],
  copied: ['copied passage without quotation marks', 'copied passages without quotation marks'],
  uncited: ['paragraph without a citation', 'paragraphs without a citation'],
  'single-source': ['claim with a single source', 'claims with a single source'],
  comment: ['comment to self', 'comments to self'],
};

/**
 * Where the brief says something that is not so, or can't be printed: with what no brief should leave the house. All else is for
 * a careful reader to judge.
 */
export const faultKinds: ReadonlySet<CheckKind> = new Set([
  'not-verbatim',
  'missing',
  'misfit',
  'changed',
  'figure-changed',
  'figure',
  'stated-as-fact',
]);

/** "2 quotations not verbatim": so many findings of a kind. */
export function checkTitle(kind: CheckKind, count: number): string {
  return `${count} ${titles[kind][count === 1 ? 0 : 1]}`;
}

/** "number not in its source": one finding of a kind. */
export function kindName(kind: CheckKind): string {
  return titles[kind][0];
}
