import { nextGrapheme, previousGrapheme } from '../../../app/anchor/graphemes.ts';
import {
  type Edge,
  type EdgeText,
  type EdgeUnit,
  moveEdge,
  placeEdge,
} from '../../../app/anchor/move-edge.ts';
import { makePassage } from '../../../app/anchor/passage.ts';
import type { TextRange } from '../../../app/anchor/text-range.ts';
import { trimSelection } from '../../../app/anchor/trim-selection.ts';
import { movePassage } from '../../../app/annotation/annotation-diffs.ts';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import type { AnnotationRecord } from '../../../app/record/records.ts';
import type { ReaderSelection } from '../../reader/create-reader.ts';
import type { Session } from '../session.ts';
import { annotationOfPane } from './annotate.ts';
import { labelOf } from './describe-annotation.ts';
import type { MountedReader } from './panes.ts';

/** Begins to move the edges of the annotation before the analyst, by keys: first its end. Nothing is changed yet. */
export function beginEdges(session: Session): void {
  const annotation = annotationOfPane(session);
  if (!begin(session, annotation?.id ?? null, 'end')) {
    session.say('Put the caret into a highlight first, then press E.');
    return;
  }
  const sentence = session.hostInfo.commandKey === 'Meta' ? 'Command' : 'Ctrl';
  session.say(
    `${describeEdge(session)} – Arrow keys move it by words, with Shift by characters, with ${sentence} by sentences. E goes to the other edge, Enter keeps, Escape gives up.`,
  );
}

/** A handle was taken hold of. */
export function grabEdge(session: Session, id: AnnotationId, edge: Edge): void {
  const { edges } = session.get();
  if (edges?.id === id) session.set({ edges: { ...edges, edge } });
  else begin(session, id, edge);
}

/** A handle is dragged to an offset of the text; `exact`: by characters and not by words. */
export function dragEdge(session: Session, offset: TextOffset, exact: boolean): void {
  change(session, (of, range, edge) =>
    placeEdge(of, range, edge, exact ? 'character' : 'word', offset),
  );
}

/** Gives the annotation its new edges: one change, one step for undo. Edges that are where they were change nothing. */
export function keepEdges(session: Session): void {
  const { edges } = session.get();
  const target = edges === null ? null : targetOf(session, edges.id);
  session.set({ edges: null });
  if (edges === null || target === null) return;
  const { annotation, mounted } = target;
  const { start, end } = edges;
  if (annotation.passage.start === start && annotation.passage.end === end) {
    session.say('The highlight stays as it was.');
    return;
  }
  const { store } = session;
  const passage = makePassage(mounted.text.text, mounted.revision.id, start, end);
  store.commit(
    `Move the edges of ${labelOf(session, annotation.id)}`,
    movePassage(store.maker, annotation, passage),
  );
  void store.texts.keep(mounted.text);
  mounted.reader.select(start, start);
  session.focusAnnotation(annotation.id);
  session.say(`Annotation ${labelOf(session, annotation.id)} is now: ${passage.quote}`);
}

/** Leaves the annotation as it is. */
export function giveUpEdges(session: Session): void {
  if (session.get().edges === null) return;
  session.set({ edges: null });
  session.say('The highlight stays as it was.');
}

/** While edges are moved, what is selected with the mouse is what the highlight becomes. */
export function takeSelection(session: Session, { from, to }: ReaderSelection): void {
  const target = targetOf(session, session.get().edges?.id ?? null);
  if (target === null) return;
  const range = trimSelection(target.mounted.text.text, from, to);
  if (range !== null) change(session, () => range);
}

/** Keys while edges are moved. `false`: one that means what it always means; the edges are given up before. */
export function handleEdgeKey(session: Session, event: KeyboardEvent): boolean {
  const { key } = event;
  const selected = session.panes.active()?.reader.selection();
  if (key === 'Enter' || (key === 'e' && selected?.empty === false)) keepEdges(session);
  else if (key === 'Escape' || isUndo(event)) giveUpEdges(session);
  else if (key === 'e' || key === 'E' || key === 'Tab') goToOtherEdge(session);
  else if (isModifier(key)) return false;
  else {
    const direction = directionOf(session, key);
    if (direction === null) {
      const isWindowKey = event.ctrlKey || event.metaKey || /^F\d/.test(key);
      if (isWindowKey) giveUpEdges(session);
      return !isWindowKey;
    }
    move(session, unitOf(session, event), direction);
  }
  return true;
}

const directions: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** On in the text, or back; `null`: a key that moves nothing. Left is on where the text runs from right to left. */
function directionOf(session: Session, key: string): 1 | -1 | null {
  const direction = directions[key] ?? null;
  const { edges } = session.get();
  const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
  if (direction === null || edges === null || !isSideways) return direction;
  const reader = session.panes.active()?.reader;
  if (reader?.isRightToLeft(edges[edges.edge]) !== true) return direction;
  return direction === 1 ? -1 : 1;
}

/** What is under way is taken back before what was done. */
function isUndo(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z';
}

function isModifier(key: string): boolean {
  return ['Shift', 'Alt', 'AltGraph', 'Control', 'Meta', 'CapsLock'].includes(key);
}

function unitOf({ hostInfo }: Session, event: KeyboardEvent): EdgeUnit {
  if (hostInfo.commandKey === 'Meta' ? event.metaKey : event.ctrlKey) return 'sentence';
  return event.shiftKey || event.altKey ? 'character' : 'word';
}

function move(session: Session, unit: EdgeUnit, direction: 1 | -1): void {
  const moved = change(session, (of, range, edge) => moveEdge(of, range, edge, unit, direction));
  session.say(moved ? describeEdge(session) : `It goes no further. ${describeEdge(session)}`);
  showEdge(session);
}

function goToOtherEdge(session: Session): void {
  const { edges } = session.get();
  if (edges === null) return;
  session.set({ edges: { ...edges, edge: edges.edge === 'end' ? 'start' : 'end' } });
  session.say(describeEdge(session));
  showEdge(session);
}

function begin(session: Session, id: AnnotationId | null, edge: Edge): boolean {
  const target = targetOf(session, id);
  session.set({ edges: null });
  if (target === null) return false;
  const { annotation, mounted } = target;
  const { start, end } = annotation.passage;
  session.focusAnnotation(annotation.id);
  // A selection that stands would be taken for the new passage.
  if (!mounted.reader.selection().empty) mounted.reader.select(start, start);
  session.set({ edges: { id: annotation.id, edge, start, end } });
  return true;
}

/** `true`: the edges are elsewhere than before. */
function change(
  session: Session,
  next: (of: EdgeText, range: TextRange, edge: Edge) => TextRange,
): boolean {
  const { edges } = session.get();
  const target = edges === null ? null : targetOf(session, edges.id);
  if (edges === null || target === null) return false;
  const { text, article } = target.mounted;
  const { language } = effectiveMetadata(article);
  const { start, end } = next({ ...text, language }, edges, edges.edge);
  if (start === edges.start && end === edges.end) return false;
  session.set({ edges: { ...edges, start, end } });
  return true;
}

/** An annotation that the active reader shows; `null`: it is gone, on another revision, or may not be changed. */
function targetOf(
  session: Session,
  id: AnnotationId | null,
): { readonly annotation: AnnotationRecord; readonly mounted: MountedReader } | null {
  const mounted = session.panes.active();
  const annotation = id === null ? null : session.store.records.get('annotation', id);
  if (mounted === null || annotation?.passage.revisionId !== mounted.revision.id) return null;
  return session.store.project.readOnly === null ? { annotation, mounted } : null;
}

/** How many code units are said of the passage at the edge that was moved, about. */
const saidLength = 40;

/** "End: … thirty years for this tunnel". */
function describeEdge(session: Session): string {
  const { edges } = session.get();
  const mounted = session.panes.active();
  if (edges === null || mounted === null) return '';
  const quote = mounted.text.text.slice(edges.start, edges.end).replaceAll('\n', ' ');
  const isShort = quote.length <= saidLength;
  if (edges.edge === 'end') return `End: ${isShort ? quote : `… ${lastWords(quote)}`}`;
  return `Start: ${isShort ? quote : `${firstWords(quote)} …`}`;
}

function lastWords(quote: string): string {
  const cut = quote.length - saidLength;
  const space = quote.indexOf(' ', cut);
  return quote.slice(space === -1 ? nextGrapheme(quote, cut) : space + 1);
}

function firstWords(quote: string): string {
  const space = quote.lastIndexOf(' ', saidLength);
  return quote.slice(0, space === -1 ? previousGrapheme(quote, saidLength) : space);
}

/** Scrolls only if the edge is out of sight. */
function showEdge(session: Session): void {
  const { edges } = session.get();
  const mounted = session.panes.active();
  if (edges === null || mounted === null) return;
  const { reader } = mounted;
  const offset = edges[edges.edge];
  const box = reader.scroller.getBoundingClientRect();
  const { top, bottom } = reader.lineAt(offset);
  if (top < box.top + 8 || bottom > box.bottom - 8) reader.reveal(offset, offset);
}
