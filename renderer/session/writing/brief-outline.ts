import { type OutlineHeading, sectionAbove, sectionEnd, stepPlace } from '../../editor/outline.ts';
import { focusNamed } from '../focus.ts';
import type { Session } from '../session.ts';

export type { OutlineHeading };

/** A line of the outline pane. */
export interface OutlineLine extends OutlineHeading {
  /** Its place among all headings. */
  readonly at: number;
  /** How deep it stands below others, from 1. Headings may leave out a level; lines do not. */
  readonly depth: number;
  /** `null`: nothing below it. */
  readonly isOpen: boolean | null;
}

/** The headings to be listed: those below one that is folded up are not. Cost: the headings. */
export function outlineLines(
  headings: readonly OutlineHeading[],
  folded: ReadonlySet<string>,
): readonly OutlineLine[] {
  const lines: OutlineLine[] = [];
  const above: OutlineHeading[] = [];
  let hiddenTo = 0;
  for (const [at, heading] of headings.entries()) {
    while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
    above.push(heading);
    if (at < hiddenTo) continue;
    const end = sectionEnd(headings, at);
    const isOpen = end === at + 1 ? null : !folded.has(heading.key);
    if (isOpen === false) hiddenTo = end;
    lines.push({ ...heading, at, depth: above.length, isOpen });
  }
  return lines;
}

/** Puts the caret into a section and shows it; the keyboard stays where it is. */
export function showSection(session: Session, at: number): void {
  session.openBrief.editor?.writing?.goToHeading(at);
}

/** The same, and gives the text the keyboard. */
export function goToSection(session: Session, at: number): void {
  if (session.openBrief.editor === null) return;
  showSection(session, at);
  focusNamed('brief');
}

/** Moves a section with all below it one step up or down (rule I4). Why it can't be, in words; `null`: it was moved. */
export function stepSection(session: Session, at: number, direction: 1 | -1): string | null {
  const before = stepPlace(headingsOf(session), at, direction);
  if (before === null) {
    const end =
      direction === 1 ? 'last: nothing stands below it' : 'first: nothing stands above it';
    return refused(session, `This section is the ${end} that it could be moved past.`);
  }
  return moveSectionTo(session, at, before);
}

/**
 * Moves a section with all below it before another heading, or to the end: one step of undo. Why it can't be, in words;
 * `null`: it was moved.
 */
export function moveSectionTo(session: Session, at: number, before: number): string | null {
  const headings = headingsOf(session);
  const words = headings[at]?.words ?? '';
  const done = asOneEdit(session, `Move section “${shortened(words)}”`, (writing) =>
    writing.moveSection(at, before),
  );
  if (!done) return refused(session, whyNot(session) ?? 'The section stands there already.');
  const moved = headingsOf(session);
  const place = before > at ? before - (sectionEnd(headings, at) - at) : before;
  const below = aboveWords(moved, place);
  const came = aboveWords(headings, at) !== below && below !== null ? `, now below “${below}”` : '';
  session.say(`Moved the section “${words}”${came}.`);
  return null;
}

function aboveWords(headings: readonly OutlineHeading[], at: number): string | null {
  const above = sectionAbove(headings, at);
  return above === null ? null : (headings[above]?.words ?? null);
}

/**
 * Sets a section with all below it deeper (1) or less deep (-1): one step of undo. Why it can't be, in words; `null`: it was
 * set.
 */
export function shiftSectionBy(session: Session, at: number, by: 1 | -1): string | null {
  const words = headingsOf(session)[at]?.words ?? '';
  const name = `${by === 1 ? 'Demote' : 'Promote'} section “${shortened(words)}”`;
  const done = asOneEdit(session, name, (writing) => writing.shiftSection(at, by));
  if (!done) {
    const why = 'Headings have three levels: this section can’t go further that way.';
    return refused(session, whyNot(session) ?? why);
  }
  session.say(`“${words}” is a heading of level ${headingsOf(session)[at]?.level} now.`);
  return null;
}

function whyNot(session: Session): string | null {
  return session.store.project.readOnly === null ? null : 'This project can only be read.';
}

/** What is announced stands beside the outline as well. */
function refused(session: Session, why: string): string {
  session.say(why);
  return why;
}

type Writing = NonNullable<NonNullable<Session['openBrief']['editor']>['writing']>;

/** Does something to the brief as an edit with a name of its own, apart from what was typed before. */
export function asOneEdit(
  session: Session,
  name: string,
  edit: (writing: Writing) => boolean,
): boolean {
  const writing = session.openBrief.editor?.writing ?? null;
  if (writing === null) return false;
  session.flushDrafts();
  if (!edit(writing)) return false;
  session.openBrief.nameEdit(name);
  session.flushDrafts();
  return true;
}

function headingsOf(session: Session): readonly OutlineHeading[] {
  return session.openBrief.editor?.writing?.outline() ?? [];
}

/** Headings may be long; the names of changes are read in a menu. */
function shortened(words: string): string {
  return words.length <= 60 ? words : `${words.slice(0, 59).trimEnd().toWellFormed()}…`;
}

/**
 * Before which heading a section goes that is dropped beside another one: before it, or behind all that is below it.
 * `null`: it would go into itself, or stay where it is.
 */
export function placeBeside(
  session: Session,
  at: number,
  beside: number,
  zone: 'before' | 'after',
): number | null {
  const headings = headingsOf(session);
  const before = zone === 'before' ? beside : sectionEnd(headings, beside);
  return before >= at && before <= sectionEnd(headings, at) ? null : before;
}
