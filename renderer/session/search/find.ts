import type { TagRecord } from '../../../app/record/records.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { findHits } from '../../../app/search/find-hits.ts';
import {
  type FindableText,
  findableText,
  findInText,
  hitFrom,
  type TextRange,
} from '../../../app/search/find-in-text.ts';
import { parseQuery } from '../../../app/search/parse-query.ts';
import { hitGroups } from '../../../app/search/query.ts';
import { focusNamed } from '../focus.ts';
import { annotateRanges, describeAnnotated, objectionToCount } from '../reading/annotate-ranges.ts';
import type { MountedReader } from '../reading/panes.ts';
import type { Session } from '../session.ts';
import type { Pane } from '../session-state.ts';
import { findPatternApart } from './find-pattern.ts';
import { emptyRequest, type FindRequest, type FindState } from './find-state.ts';

/** What was looked for last in a window, for the next time. */
const remembered = new WeakMap<Session, FindRequest>();

/** Texts that were searched, made ready; forgotten with the text. */
const ready = new WeakMap<RevisionText, FindableText>();

/** Longer selections are not what somebody looks for. */
const longestTaken = 80;

/** Opens the find bar over the active pane, with the words that are selected or those of the last time. */
export function openFind(session: Session): void {
  const mounted = session.panes.active();
  if (mounted === null) {
    session.say('Open an article first: there is no text to find something in.');
    return;
  }
  const { activePane, find } = session.get();
  const request = find ?? remembered.get(session) ?? emptyRequest;
  const { from, to } = mounted.reader.selection();
  const selected = mounted.text.text.slice(from, to);
  const isHit = find?.hits.some(({ start, end }) => start === from && end === to) === true;
  const taken = selected.trim() !== '' && !selected.includes('\n') && !isHit;
  begin(
    session,
    activePane,
    taken && selected.length <= longestTaken
      ? { ...request, language: 'words', text: selected }
      : request,
  );
  focusNamed('find');
}

/** Draws the hits of a query of the project search in a pane, whose reader need not be there yet. */
export function findFromSearch(
  session: Session,
  pane: Pane['id'],
  query: string,
  mode: 'words' | 'pattern',
): void {
  const language = mode === 'words' ? 'query' : 'pattern';
  begin(session, pane, { ...emptyRequest, language, text: query });
}

function begin(session: Session, pane: Pane['id'], request: FindRequest): void {
  const before = session.get().find;
  if (before !== null && before.pane !== pane) clearHits(session, before.pane);
  const { text, language, matchCase, wholeWords } = request;
  session.set({
    find: {
      ...{ pane, text, language, matchCase, wholeWords, hits: [], current: -1 },
      ...{ wrapped: false, searching: false, problem: null },
    },
  });
  look(session, 'stay');
}

/** Looks for something else, or otherwise; goes to the first place from the caret on. */
export function changeFind(session: Session, patch: Partial<FindRequest>): void {
  const { find } = session.get();
  if (find === null) return;
  // What is typed here are the words themselves; a query is what the project search takes.
  const language = find.language === 'query' ? 'words' : find.language;
  session.set({ find: { ...find, language, ...patch } });
  look(session, 'go');
}

/** Goes to the next (1) or previous (-1) hit; after the last comes the first. Without a find bar opens one. */
export function stepFind(session: Session, direction: 1 | -1): void {
  const { find, activePane } = session.get();
  if (find === null || find.pane !== activePane) {
    openFind(session);
    return;
  }
  const count = find.hits.length;
  if (count === 0) return;
  const wanted = find.current + direction;
  const current = (wanted + count) % count;
  session.set({ find: { ...find, current, wrapped: wanted !== current && count > 1 } });
  draw(session, true);
}

/** Closes the find bar; the keyboard goes back to the text, at the hit. */
export function closeFind(session: Session): void {
  const { find } = session.get();
  if (find === null) return;
  remembered.set(session, find.language === 'query' ? { ...find, language: 'words' } : find);
  clearHits(session, find.pane);
  session.set({ find: null });
  session.panes.focus(find.pane);
}

/** A reader is there: what its pane's find bar looks for is looked for in its text. */
export function showFound(session: Session, pane: Pane['id']): void {
  if (session.get().find?.pane === pane) look(session, 'stay');
}

/** Highlights every hit that is not highlighted yet: one step for undo. */
export async function highlightFound(session: Session, tag: TagRecord | null): Promise<void> {
  const { find } = session.get();
  const mounted = find === null ? null : session.panes.mountedIn(find.pane);
  if (find === null || mounted === null || find.hits.length === 0) return;
  const objection = objectionToCount(find.hits.length);
  if (objection !== null) {
    session.say(objection);
    return;
  }
  const { text } = mounted;
  const ranges = find.hits.map(({ start, end }) => ({
    articleId: mounted.article.id,
    revisionId: mounted.revision.id,
    hash: text.hash,
    ...{ start, end, words: text.text.slice(start, end) },
  }));
  const tags = tag === null ? [] : [tag];
  const done = await annotateRanges(session, ranges, tags);
  session.say(describeAnnotated(done, tags));
}

/** `go`: to the first hit from the caret on. `stay`: nothing moves. */
function look(session: Session, then: 'go' | 'stay'): void {
  const { find } = session.get();
  const mounted = find === null ? null : session.panes.mountedIn(find.pane);
  if (find === null || mounted === null) return;
  if (find.language === 'pattern' && find.text !== '') {
    const started = { ...find, searching: true };
    session.set({ find: started });
    const { text, matchCase, wholeWords } = find;
    findPatternApart({
      ...{ text: mounted.text.text, pattern: text },
      options: { matchCase, wholeWords },
    }).then(
      ({ hits, problem }) => {
        if (session.get().find === started) take(session, started, mounted, hits, problem, then);
      },
      (error: unknown) => {
        const problem = error instanceof Error ? error.message : String(error);
        if (session.get().find === started) take(session, started, mounted, [], problem, then);
      },
    );
    return;
  }
  const findable = ready.get(mounted.text) ?? findableText(mounted.text.text);
  ready.set(mounted.text, findable);
  const hits =
    find.language === 'query'
      ? hitsOfQuery(mounted.text.text, find.text)
      : findInText(findable, find.text, find);
  take(session, find, mounted, hits, null, then);
}

/** The hits that the project search has in a text; none for a query that can't be understood. */
function hitsOfQuery(text: string, query: string): readonly TextRange[] {
  const parsed = parseQuery(query);
  return parsed.ok ? findHits(hitGroups(parsed.node), text) : [];
}

function take(
  session: Session,
  find: FindState,
  { reader }: MountedReader,
  hits: readonly TextRange[],
  problem: string | null,
  then: 'go' | 'stay',
): void {
  const current = hitFrom(hits, reader.selection().from);
  session.set({ find: { ...find, hits, current, problem, searching: false, wrapped: false } });
  draw(session, then === 'go');
}

/** Draws the hits, and goes to the current one if asked. */
function draw(session: Session, go: boolean): void {
  const { find } = session.get();
  const mounted = find === null ? null : session.panes.mountedIn(find.pane);
  if (find === null || mounted === null) return;
  const { reader } = mounted;
  reader.setHits(find.hits, find.current);
  const hit = find.hits[find.current];
  if (hit === undefined || !go) return;
  const box = reader.scroller.getBoundingClientRect();
  const { top, bottom } = reader.lineAt(hit.start);
  // What is in view already stays where the eye is.
  if (top >= box.top + 30 && bottom <= box.bottom - 30) reader.select(hit.start, hit.end);
  else reader.reveal(hit.start, hit.end, { select: true });
}

function clearHits(session: Session, pane: Pane['id']): void {
  session.panes.mountedIn(pane)?.reader.setHits([], -1);
}
