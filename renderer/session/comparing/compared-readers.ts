import { disjointRanges } from '../../../app/compare/disjoint-ranges.ts';
import {
  type Extent,
  readingLine,
  type Scrolling,
  type ScrollKnot,
  scrolledTo,
  scrolledWith,
  scrollKnots,
  turnedAbout,
} from '../../../app/compare/scroll-map.ts';
import type { SharedRange } from '../../../app/compare/shared-passages.ts';
import type { Reader } from '../../reader/create-reader.ts';
import type { Session } from '../session.ts';
import type { Pane } from '../session-state.ts';
import type { ComparedEnd, ComparedPair, ComparingState } from './comparing-state.ts';
import { ReaderLayout } from './reader-layout.ts';
import { shownPairs } from './shown-pairs.ts';

/** Around a joint both texts move alike for so many pixels (rule W9). */
const reach = 80;
/** The pair that is looked at keeps its place against all others. */
const chosenWeight = 1_000_000;

/** A pane as it is scrolled: all in pixels of the window. */
export interface PaneView {
  /** What is in view. */
  readonly view: Extent;
  /** Holds all passages that are in view, and some beside: whole blocks. */
  readonly near: SharedRange;
  /** From the first to the last line of a passage; `null`: another text is shown by now. */
  place(end: ComparedEnd): Extent | null;
}

const ofSession = new WeakMap<Session, ComparedReaders>();

/** What a session knows of the readers of its comparison. */
export function comparedReaders(session: Session): ComparedReaders {
  const known = ofSession.get(session) ?? new ComparedReaders(session);
  ofSession.set(session, known);
  return known;
}

/**
 * The readers of the comparison as they are drawn: where the ends of pairs stand, and how one scrolls with another. Looks
 * places up when somebody asks, and keeps them until something is laid out anew.
 */
export class ComparedReaders {
  readonly #session: Session;
  readonly #listeners = new Set<() => void>();
  readonly #watched = new Map<Reader, () => void>();
  readonly #layouts = new Map<Reader, ReaderLayout>();
  /** By the panes, with how far the first one was scrolled then. */
  readonly #knots = new Map<
    string,
    { readonly knots: readonly ScrollKnot[]; readonly top: number }
  >();
  /** Where this class has scrolled an element: its event is no news. */
  readonly #expected = new WeakMap<Element, number>();
  #version = 0;
  /** The frame that is asked for; 0: none. */
  #due = 0;
  #attached = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Counts up whenever something is drawn elsewhere. */
  version = (): number => this.#version;

  /** Tells when something was scrolled or laid out anew. Returns what ends it. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the readers of the comparison. Returns what ends it. */
  attach(): () => void {
    this.#attached = true;
    this.#follow();
    const stop = this.#session.state.subscribe((state, before) => {
      const { comparing } = state;
      const last = before.comparing;
      const others =
        comparing.pairs !== last.pairs ||
        comparing.kinds !== last.kinds ||
        comparing.panes !== last.panes;
      if (others || state.readersMounted !== before.readersMounted) this.#follow();
      else if (comparing.at !== last.at || comparing.lit !== last.lit) {
        if (comparing.at !== last.at) this.#knots.clear();
        this.#draw();
        this.#tell();
      } else if (comparing.locked && !last.locked) this.lockNow();
    });
    return () => {
      stop();
      this.#attached = false;
      cancelAnimationFrame(this.#due);
      this.#due = 0;
      for (const [reader, end] of this.#watched) {
        end();
        reader.setPairs([], -1);
      }
      this.#watched.clear();
      this.#layouts.clear();
      this.#knots.clear();
    };
  }

  /** What tells where ends in a pane stand as it is scrolled now; `null`: it is not drawn yet. */
  view(id: Pane['id']): PaneView | null {
    const reader = this.#readerOf(id);
    const layout = reader === null ? null : this.#layoutOf(reader, id);
    if (reader === null || layout === null) return null;
    const { top, bottom } = reader.scroller.getBoundingClientRect();
    const { scrollTop } = reader.scroller;
    const shift = top - scrollTop;
    layout.see();
    return {
      view: { top, bottom },
      near: layout.between(scrollTop, scrollTop + bottom - top),
      place: (end) => {
        const extent = this.#extentOf(reader, end);
        if (extent === null) return null;
        return { top: extent.top + shift, bottom: extent.bottom + shift };
      },
    };
  }

  /** Brings both ends of a pair into view, at one height if the texts allow it. */
  show(pair: ComparedPair): void {
    const { activePane, comparing } = this.#session.get();
    const [first, second] =
      pair.right.paneId === activePane ? [pair.right, pair.left] : [pair.left, pair.right];
    const leader = this.#readerOf(first.paneId);
    const other = this.#readerOf(second.paneId);
    if (leader === null || other === null) return;
    for (const [reader, { start }] of [
      [leader, first],
      [other, second],
    ] as const) {
      reader.select(start, start);
      // A long text comes to its true heights only where it is in view.
      reader.reveal(start, start);
    }
    for (const layout of this.#layouts.values()) layout.forgetHeights();
    this.#knots.clear();
    const top = this.#extentOf(leader, first)?.top ?? 0;
    this.#scroll(leader, scrolledTo(top, scrollingOf(leader)));
    if (comparing.locked) this.#lead(leader, first.paneId);
    else {
      const now = scrollingOf(leader);
      const beside = this.#extentOf(other, second)?.top ?? 0;
      this.#scroll(other, beside - (readingLine(now) - now.top));
    }
    this.#tell();
  }

  /** Brings the other panes to the place of the active one. */
  lockNow(): void {
    const { activePane } = this.#session.get();
    const reader = this.#readerOf(activePane);
    if (reader !== null) this.#lead(reader, activePane);
    this.#tell();
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }

  /**
   * Tells once before the next picture: four panes that scroll together are four events a frame, and each of them would draw
   * every gap.
   */
  #tellSoon(): void {
    if (this.#due !== 0) return;
    this.#due = requestAnimationFrame(() => {
      this.#due = 0;
      this.#tell();
    });
  }

  #readerOf(id: Pane['id']): Reader | null {
    return this.#session.panes.mountedIn(id)?.reader ?? null;
  }

  /** Takes up which readers there are and which pairs. */
  #follow(): void {
    if (!this.#attached) return;
    this.#knots.clear();
    const present = new Set<Reader>();
    for (const { id } of this.#session.get().comparing.panes) {
      const reader = this.#readerOf(id);
      if (reader === null) continue;
      present.add(reader);
      if (!this.#watched.has(reader)) this.#watched.set(reader, this.#watch(reader, id));
    }
    for (const [reader, end] of this.#watched) {
      if (present.has(reader)) continue;
      end();
      this.#watched.delete(reader);
      this.#layouts.delete(reader);
    }
    this.#draw();
    this.#tell();
  }

  #watch(reader: Reader, id: Pane['id']): () => void {
    const { scroller } = reader;
    const onScroll = (): void => {
      const expected = this.#expected.get(scroller);
      const isNews = expected === undefined || Math.abs(expected - scroller.scrollTop) > 1;
      if (isNews && this.#session.get().comparing.locked) this.#lead(reader, id);
      this.#tellSoon();
    };
    let width = scroller.clientWidth;
    const onSize = (): void => {
      const layout = this.#layouts.get(reader);
      // Only in another width lines break elsewhere; text of another size is another height as well, and seldom.
      if (scroller.clientWidth !== width || layout?.isLong !== true) layout?.forgetLines();
      else layout.forgetHeights();
      width = scroller.clientWidth;
      this.#knots.clear();
      this.#tellSoon();
    };
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const sizes = new ResizeObserver(onSize);
    sizes.observe(scroller);
    const text = scroller.firstElementChild;
    if (text !== null) sizes.observe(text);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      sizes.disconnect();
    };
  }

  /** Scrolls the other panes with this one. */
  #lead(leader: Reader, id: Pane['id']): void {
    const now = scrollingOf(leader);
    this.#expected.set(leader.scroller, leader.scroller.scrollTop);
    for (const pane of this.#session.get().comparing.panes) {
      const reader = pane.id === id ? null : this.#readerOf(pane.id);
      if (reader === null) continue;
      const knots = this.#knotsBetween(id, pane.id);
      this.#scroll(reader, scrolledWith(knots, now, scrollingOf(reader)));
    }
  }

  #scroll({ scroller }: Reader, top: number): void {
    if (Math.abs(scroller.scrollTop - top) >= 0.5) scroller.scrollTop = top;
    this.#expected.set(scroller, scroller.scrollTop);
  }

  #knotsBetween(from: Pane['id'], to: Pane['id']): readonly ScrollKnot[] {
    const key = `${from} ${to}`;
    const known = this.#knots.get(key);
    const reader = this.#readerOf(from);
    const { scrollTop = 0, clientHeight = 0 } = reader?.scroller ?? {};
    const isLong = reader !== null && this.#layouts.get(reader)?.isLong === true;
    // In a long text what was far away was a guess.
    if (known !== undefined && !(isLong && Math.abs(known.top - scrollTop) > clientHeight / 2)) {
      return known.knots;
    }
    const { comparing } = this.#session.get();
    const ids = comparing.panes.map((pane) => pane.id);
    const turned = ids.indexOf(from) > ids.indexOf(to);
    const [left, right] = turned ? [to, from] : [from, to];
    const knots = this.#knotsOf(comparing, left, right);
    const made = turned ? turnedAbout(knots) : knots;
    this.#knots.set(key, { knots: made, top: scrollTop });
    return made;
  }

  #knotsOf(
    comparing: ComparingState,
    leftId: Pane['id'],
    rightId: Pane['id'],
  ): readonly ScrollKnot[] {
    const [ours, theirs] = [this.#readerOf(leftId), this.#readerOf(rightId)];
    if (ours === null || theirs === null) return scrollKnots([], 1, 1, reach);
    this.#layoutOf(ours, leftId)?.see();
    this.#layoutOf(theirs, rightId)?.see();
    const joints = shownPairs(comparing).flatMap((pair) => {
      if (pair.left.paneId !== leftId || pair.right.paneId !== rightId) return [];
      const left = this.#extentOf(ours, pair.left);
      const right = this.#extentOf(theirs, pair.right);
      if (left === null || right === null) return [];
      const weight = pair.key === comparing.at ? chosenWeight : Math.max(1, pair.words);
      return [{ left, right, weight }];
    });
    return scrollKnots(joints, ours.scroller.scrollHeight, theirs.scroller.scrollHeight, reach);
  }

  /** Where a passage stands in its text; `null`: the reader shows another text by now. */
  #extentOf(reader: Reader, { start, end, revisionId, paneId }: ComparedEnd): Extent | null {
    const mounted = this.#session.panes.mountedIn(paneId);
    if (mounted === null || mounted.revision.id !== revisionId) return null;
    return this.#layoutOf(reader, paneId)?.extent(start, end) ?? null;
  }

  #layoutOf(reader: Reader, id: Pane['id']): ReaderLayout | null {
    const known = this.#layouts.get(reader);
    const mounted = this.#session.panes.mountedIn(id);
    if (known !== undefined || mounted === null) return known ?? null;
    const made = new ReaderLayout(reader, mounted.text.text, mounted.text.blocks);
    this.#layouts.set(reader, made);
    return made;
  }

  /** Sets off the passages of the pairs in the texts. */
  #draw(): void {
    const { comparing } = this.#session.get();
    const pairs = shownPairs(comparing);
    const set = pairs.find(({ key }) => key === (comparing.lit ?? comparing.at));
    for (const { id } of comparing.panes) {
      const mounted = this.#session.panes.mountedIn(id);
      if (mounted === null) continue;
      const ends = (pair: ComparedPair): readonly ComparedEnd[] =>
        [pair.left, pair.right].filter(
          (end) => end.paneId === id && end.revisionId === mounted.revision.id,
        );
      const { ranges, current } = disjointRanges(
        pairs.flatMap(ends),
        set === undefined ? null : (ends(set)[0] ?? null),
      );
      mounted.reader.setPairs(ranges, current);
    }
  }
}

function scrollingOf({ scroller }: Reader): Scrolling {
  const { scrollTop, scrollHeight, clientHeight } = scroller;
  return { top: scrollTop, most: scrollHeight - clientHeight, view: clientHeight };
}
