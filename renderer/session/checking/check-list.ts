import type { CheckItem, CheckKind, CheckReport } from '../../../app/brief/check/check-item.ts';
import { checkKinds } from '../../../app/brief/check/check-item.ts';
import { checkTitle, faultKinds } from '../../../app/brief/check/check-titles.ts';
import { countOf } from '../article-list.ts';
import { showClaim } from '../claims/claim.ts';
import { focusNamed } from '../focus.ts';
import type { Session } from '../session.ts';
import { updateFigure } from '../writing/figures.ts';
import { ignoredChecks } from './ignored-checks.ts';

export type { CheckItem, CheckKind };

/** The findings of one kind. */
export interface CheckGroup {
  /** `ignored`: of any kind, put aside by the analyst. */
  readonly kind: CheckKind | 'ignored';
  /** "2 paragraphs without a citation". */
  readonly title: string;
  /** Whether the brief says something that is not so, or can't be printed; else it is a question. */
  readonly isFault: boolean;
  readonly items: readonly CheckItem[];
}

/** What a check found, by kind, without what is ignored. Cost: the findings. */
export function checkGroups(
  report: CheckReport,
  ignored: ReadonlySet<string>,
): readonly CheckGroup[] {
  return checkKinds.flatMap((kind) => {
    const items = report.items.filter((item) => item.kind === kind && !ignored.has(item.key));
    if (items.length === 0) return [];
    return [{ kind, title: checkTitle(kind, items.length), isFault: faultKinds.has(kind), items }];
  });
}

/** What the analyst ignores of what a check found, all kinds in one group; `null`: nothing. Cost: the findings. */
export function ignoredGroup(report: CheckReport, ignored: ReadonlySet<string>): CheckGroup | null {
  const items = report.items.filter(({ key }) => ignored.has(key));
  if (items.length === 0) return null;
  const title = `${items.length} ${items.length === 1 ? 'finding' : 'findings'} ignored`;
  return { kind: 'ignored', title, isFault: false, items };
}

/** "31 quotations verbatim". */
export function verbatimWords({ quotations, verbatim }: CheckReport): string {
  if (quotations === 0) return 'No quotations yet';
  const all = verbatim === quotations ? '' : ` of ${quotations}`;
  return `${verbatim}${all} quotation${quotations === 1 ? '' : 's'} verbatim`;
}

/** Selects and marks what a finding is about, brings it into view and says it; the keyboard stays where it is. */
export function showFinding(session: Session, item: CheckItem): void {
  const citations = session.briefEditor?.citations ?? null;
  if (citations === null) return;
  const found = citations.goTo(item.place);
  session.set({ briefCheck: { ...session.get().briefCheck, current: item } });
  session.say(
    found ? item.sentence : 'The text was changed there since. The check goes over it again.',
  );
}

/** The same, and gives the text the keyboard. */
export function goToFinding(session: Session, item: CheckItem): void {
  showFinding(session, item);
  focusNamed('brief');
}

/** "Check finished: 3 findings", for those who can't see the list. */
export function finishedWords(groups: readonly CheckGroup[]): string {
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return `Check finished: ${count === 0 ? 'no findings' : countOf(count, 'finding')}`;
}

/** Draws a figure anew that the check says is older than what it shows; anything else is no figure. */
export function redrawFinding(session: Session, { about }: CheckItem): void {
  if (about?.kind === 'picture') void updateFigure(session, about.id);
  else session.say('Only figures are drawn anew.');
}

/** What "Open" beside a finding opens: "the passage", "the claim", "the article"; `null`: it is about no one record. */
export function openedBy({ about }: CheckItem): string | null {
  if (about === null || about.kind === 'picture') return null;
  return `the ${about.kind === 'annotation' ? 'passage' : about.kind}`;
}

/** Opens the record that a finding is about: the passage that words were taken from, the claim with a single source. */
export function openFinding(session: Session, item: CheckItem): void {
  const { about } = item;
  if (about === null) {
    session.say('This finding is about the text of the brief alone.');
    return;
  }
  if (about.kind === 'claim') showClaim(session, about.id);
  else if (about.kind === 'picture') goToFinding(session, item);
  else if (about.kind === 'article') session.panes.open(about.id, { focus: true });
  else {
    const annotation = session.store.records.get('annotation', about.id);
    if (annotation === null) session.say('The annotation was deleted. Undo brings it back.');
    else session.panes.openAnnotation(annotation);
  }
}

/**
 * Goes to the next (1) or the finding before (-1) in the order of the text, and from the last to the first. Its group opens in
 * the list of findings. The keyboard stays
 * in the list of findings if it is there, where Delete ignores a finding; else it goes to the text.
 */
export function stepFinding(session: Session, direction: 1 | -1): void {
  const { briefCheck } = session.get();
  const { report, briefId, current } = briefCheck;
  if (report === null || briefId === null) {
    session.say('The brief has not been checked yet.');
    return;
  }
  const ignored = ignoredChecks(session.store.records, briefId);
  const items = report.items.filter((item) => !ignored.has(item.key));
  if (items.length === 0) {
    session.say('The check found nothing.');
    return;
  }
  const at = items.findIndex((item) => item.key === current?.key && item.kind === current.kind);
  const next = at < 0 ? (direction === 1 ? 0 : items.length - 1) : at + direction;
  const item = items[(next + items.length) % items.length];
  if (item === undefined) return;
  // The list shows what it is, also where its group was folded up.
  const open = new Set(briefCheck.open).add(item.kind);
  session.set({ briefCheck: { ...briefCheck, open } });
  if (isInList()) showFinding(session, item);
  else goToFinding(session, item);
}

function isInList(): boolean {
  return document.activeElement?.matches('[data-focus-name="check-list"]') === true;
}
