import { findableText, findInText, type TextRange } from '../../../app/search/find-in-text.ts';
import { parsePattern } from '../../../app/search/pattern.ts';
import type { CitedWords } from '../../editor/brief-writing.ts';
import type { HitPlace } from '../../editor/found-hits.ts';
import { notText } from '../../editor/searchable-text.ts';
import { countOf } from '../article-list.ts';
import { focusNamed } from '../focus.ts';
import { patternFinder } from '../search/find-pattern.ts';
import type { Session } from '../session.ts';
import { asOneEdit } from './brief-outline.ts';

/** What is looked for in a brief, and what comes in its place. */
export interface BriefFindRequest {
  readonly text: string;
  readonly replacement: string;
  readonly isPattern: boolean;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/**
 * A hit by its positions in the document, and by where it begins in the text that was searched. A citation with what is
 * looked for is one, however often it has it; it is never replaced.
 */
export interface BriefHit extends HitPlace {
  readonly start: number;
  readonly isCited: boolean;
}

/** The find bar of the brief, with what it found. */
export interface BriefFind extends BriefFindRequest {
  /** Whether it replaces as well. */
  readonly replaces: boolean;
  readonly hits: readonly BriefHit[];
  /** Index of the hit the analyst is at; -1: none. */
  readonly current: number;
  readonly wrapped: boolean;
  /** A regular expression is still at work. */
  readonly searching: boolean;
  /** Why nothing can be looked for. */
  readonly problem: string | null;
  /** What replacing did, until something else is looked for or written; `null`: nothing was replaced. */
  readonly done: string | null;
}

const emptyFind: BriefFind = {
  ...{ text: '', replacement: '', isPattern: false, matchCase: false, wholeWords: false },
  ...{ replaces: false, hits: [], current: -1, wrapped: false, searching: false, problem: null },
  done: null,
};

/** Longer selections are not what somebody looks for. */
const longestTaken = 80;

/** After a pause in writing of so many milliseconds the hits are found anew. */
const pause = 150;

/** What was looked for last in a window, for the next time. */
const remembered = new WeakMap<Session, BriefFind>();
/** The document that the hits of a window were found in. */
const foundIn = new WeakMap<Session, object>();
/** The document that was left by replacing in a window. */
const replacedIn = new WeakMap<Session, object>();
const following = new WeakMap<Session, () => void>();
const findPatternApart = patternFinder();

/** Opens the find bar of the brief, with the words that are selected or those of the last time. */
export function openBriefFind(
  session: Session,
  { replaces }: { readonly replaces: boolean },
): void {
  const writing = session.openBrief.editor?.writing ?? null;
  if (writing === null) {
    session.say('Make or open a brief first.');
    return;
  }
  const before = session.get().briefFind;
  const selected = globalThis.getSelection()?.toString() ?? '';
  const { from, to } = writing.selection();
  const isHit = before?.hits.some((hit) => hit.from === from && hit.to === to) === true;
  const taken = selected.trim() !== '' && !selected.includes('\n') && !isHit;
  const last = before ?? remembered.get(session) ?? emptyFind;
  const canReplace = replaces && session.store.project.readOnly === null;
  const find = { ...last, replaces: canReplace, hits: [], current: -1, wrapped: false, done: null };
  session.set({
    briefFind:
      taken && from !== to && selected.length <= longestTaken
        ? { ...find, text: selected, isPattern: false }
        : find,
  });
  follow(session);
  look(session, 'stay');
  focusNamed('brief-find');
}

/** Looks for something else, or otherwise; goes to the first place from the caret on. */
export function changeBriefFind(session: Session, patch: Partial<BriefFindRequest>): void {
  const { briefFind } = session.get();
  if (briefFind === null) return;
  session.set({ briefFind: { ...briefFind, ...patch, done: null } });
  const onlyWords = Object.keys(patch).every((name) => name === 'replacement');
  if (!onlyWords) look(session, 'go');
}

/** Goes to the next (1) or previous (-1) hit; after the last comes the first. */
export function stepBriefFind(session: Session, direction: 1 | -1): void {
  const { briefFind } = session.get();
  if (briefFind === null) {
    openBriefFind(session, { replaces: false });
    return;
  }
  const count = briefFind.hits.length;
  if (count === 0) return;
  const wanted = briefFind.current + direction;
  const current = (wanted + count) % count;
  session.set({
    briefFind: { ...briefFind, current, wrapped: wanted !== current && count > 1, done: null },
  });
  draw(session, true);
}

/** Closes the bar; the keyboard goes back to the text, at the hit. */
export function closeBriefFind(session: Session): void {
  const { briefFind } = session.get();
  if (briefFind === null) return;
  forgetBriefFind(session);
  session.openBrief.editor?.writing?.drawHits([], -1);
  session.openBrief.editor?.focus();
}

/** The brief goes from the screen, and its bar with it. */
export function forgetBriefFind(session: Session): void {
  const { briefFind } = session.get();
  if (briefFind !== null) remembered.set(session, briefFind);
  following.get(session)?.();
  following.delete(session);
  session.set({ briefFind: null });
}

/** Replaces the hit that the analyst is at and goes to the next one. */
export function replaceFound(session: Session): void {
  const { briefFind } = session.get();
  const hit = briefFind?.hits[briefFind.current];
  if (briefFind === null || hit === undefined) return;
  if (replaceHits(session, briefFind, [hit]) === 0) {
    session.say('This place holds a citation or a note, which is never replaced.');
    stepBriefFind(session, 1);
    return;
  }
  const isLast = briefFind.hits.filter(({ isCited }) => !isCited).length === 1;
  tellDone(session, isLast ? 'Replaced. It was the last one.' : null);
  look(session, 'go');
}

/** Replaces every hit: one step of undo. Citations with what is looked for are never replaced; they are counted and told. */
export function replaceAllFound(session: Session): void {
  const { briefFind } = session.get();
  if (briefFind === null || briefFind.hits.length === 0) return;
  const count = replaceHits(session, briefFind, briefFind.hits);
  const cited = briefFind.hits.filter(({ isCited }) => isCited).length;
  const left = briefFind.hits.length - cited - count;
  const done = [
    `Replaced ${countOf(count, 'place')}.`,
    ...(cited === 0 ? [] : [leftWords(cited, 'quotations and citations')]),
    ...(left === 0 ? [] : [leftWords(left, 'other places that hold more than words')]),
    ...(count === 0 ? [] : ['Undo takes it back.']),
  ].join(' ');
  tellDone(session, done);
  session.say(done);
  look(session, 'stay');
}

/** "2 in quotations were left." */
function leftWords(count: number, where: string): string {
  return `${count.toLocaleString('en-GB')} in ${where} ${count === 1 ? 'was' : 'were'} left.`;
}

/** Lets the bar tell what replacing did, for as long as the text stays as it left it. */
function tellDone(session: Session, done: string | null): void {
  const { briefFind } = session.get();
  const doc = session.openBrief.editor?.writing?.doc;
  if (briefFind === null || doc === undefined) return;
  replacedIn.set(session, doc);
  session.set({ briefFind: { ...briefFind, done } });
}

function replaceHits(session: Session, find: BriefFind, hits: readonly BriefHit[]): number {
  const writing = session.openBrief.editor?.writing ?? null;
  // Places of another state of the text are no places of this one.
  if (writing === null || foundIn.get(session) !== writing.doc) return 0;
  const searched = writing.searchable().text;
  let count = 0;
  const name = `Replace “${find.text.slice(0, 40)}” in brief`;
  asOneEdit(session, name, () => {
    count = writing.replace(hits.map((hit) => ({ ...hit, words: wordsFor(searched, find, hit) })));
    return count > 0;
  });
  return count;
}

/** What comes in a hit's place: of a regular expression, with `$1` and the like filled in. */
function wordsFor(searched: string, find: BriefFind, { start }: BriefHit): string {
  const parsed = find.isPattern ? parsePattern(patternOf(find)) : null;
  if (parsed === null || !parsed.ok) return find.replacement;
  // As it was found: within its line, whose ends are `^` and `$`.
  const from = searched.lastIndexOf('\n', start - 1) + 1;
  const end = searched.indexOf('\n', start);
  const { source, flags } = parsed.pattern;
  const sticky = new RegExp(source, `${flags.replace(/[gy]/g, '')}y`);
  sticky.lastIndex = start - from;
  const match = sticky.exec(searched.slice(from, end < 0 ? undefined : end));
  return match === null ? find.replacement : filledIn(find.replacement, match);
}

function patternOf({ text, matchCase }: BriefFind): string {
  return matchCase && !text.startsWith('(?-i)') ? `(?-i)${text}` : text;
}

/** `$1` to `$99`, `$&`, `$<name>` and `$$`, as `String.replace` takes them. */
function filledIn(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(
    /\$(?:(\$)|(&)|<([^>]*)>|(\d{1,2}))/g,
    (all, dollar: string, whole: string, name: string, number: string) => {
      if (dollar) return '$';
      if (whole) return match[0];
      if (name !== undefined) return match.groups?.[name] ?? '';
      const index = Number(number);
      return index > 0 && index < match.length ? (match[index] ?? '') : all;
    },
  );
}

/** Finds anew after a pause in writing, and when another brief is shown. */
function follow(session: Session): void {
  if (following.has(session)) return;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const stop = session.openBrief.subscribe(() => {
    const writing = session.openBrief.editor?.writing ?? null;
    if (writing === null || foundIn.get(session) === writing.doc) return;
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      if (replacedIn.get(session) !== writing.doc) tellDone(session, null);
      look(session, 'stay');
    }, pause);
  });
  following.set(session, () => {
    stop();
    if (timer !== null) clearTimeout(timer);
  });
}

/** `go`: to the first hit from the caret on. `stay`: nothing moves. */
function look(session: Session, then: 'go' | 'stay'): void {
  const { briefFind } = session.get();
  const writing = session.openBrief.editor?.writing ?? null;
  if (briefFind === null || writing === null) return;
  const { doc } = writing;
  const cited = writing.cited();
  // Behind the lines of the text one for each citation.
  const text = [writing.searchable().text, ...cited.map(({ words }) => words)].join('\n');
  const { matchCase, wholeWords } = briefFind;
  if (!briefFind.isPattern || briefFind.text === '') {
    const hits = findInText(findableText(text), briefFind.text, { matchCase, wholeWords });
    take(session, briefFind, { doc, cited }, hits, null, then);
    return;
  }
  const started = { ...briefFind, searching: true };
  session.set({ briefFind: started });
  findPatternApart({ text, pattern: started.text, options: { matchCase, wholeWords } }).then(
    ({ hits, problem }) => {
      if (session.get().briefFind === started)
        take(session, started, { doc, cited }, hits, problem, then);
    },
    (error: unknown) => {
      const problem = error instanceof Error ? error.message : String(error);
      if (session.get().briefFind === started)
        take(session, started, { doc, cited }, [], problem, then);
    },
  );
}

function take(
  session: Session,
  find: BriefFind,
  { doc, cited }: { readonly doc: object; readonly cited: readonly CitedWords[] },
  found: readonly TextRange[],
  problem: string | null,
  then: 'go' | 'stay',
): void {
  const writing = session.openBrief.editor?.writing ?? null;
  // Written in meanwhile: it is looked for again after the pause.
  if (writing === null || writing.doc !== doc) return;
  foundIn.set(session, doc);
  const { text, positionOf } = writing.searchable();
  const own = found.flatMap(({ start, end }): BriefHit[] => {
    if (end > text.length) return [];
    const [from, to] = [positionOf(start), positionOf(end)];
    const isText = from !== null && to !== null && !text.slice(start, end).includes(notText);
    return isText ? [{ from, to, start, isCited: false }] : [];
  });
  const others = citedHits(found, text.length + 1, cited);
  const hits =
    others.length === 0 ? own : [...own, ...others].sort((one, other) => one.from - other.from);
  const caret = writing.selection().from;
  const next = hits.findIndex(({ from }) => from >= caret);
  const current = hits.length === 0 ? -1 : Math.max(next, 0);
  session.set({ briefFind: { ...find, hits, current, problem, searching: false, wrapped: false } });
  draw(session, then === 'go');
}

/** The citations in whose lines something was found; the first of these lines begins at `offset`. */
function citedHits(
  found: readonly TextRange[],
  offset: number,
  cited: readonly CitedWords[],
): readonly BriefHit[] {
  const hits: BriefHit[] = [];
  let start = offset;
  let next = 0;
  for (const { from, to, words } of cited) {
    const end = start + words.length;
    while ((found[next]?.start ?? Number.POSITIVE_INFINITY) < start) next += 1;
    const hit = found[next];
    if (hit !== undefined && hit.end <= end) hits.push({ from, to, start, isCited: true });
    start = end + 1;
  }
  return hits;
}

/** Draws the hits, and goes to the current one if asked. */
function draw(session: Session, go: boolean): void {
  const { briefFind } = session.get();
  const writing = session.openBrief.editor?.writing ?? null;
  if (briefFind === null || writing === null) return;
  writing.drawHits(briefFind.hits, briefFind.current);
  const hit = briefFind.hits[briefFind.current];
  if (go && hit !== undefined) writing.showHit(hit);
}
