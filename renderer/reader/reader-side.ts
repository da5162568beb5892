import type { EditorView } from 'prosemirror-view';
import type { TextOffset } from '../../app/base/brand.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { Block } from '../../app/record/text.ts';
import { annotationLayerOf } from './annotation-layer.ts';
import { edgeHandles } from './edge-handles.ts';
import { followPointer } from './hover.ts';
import { inView } from './in-view.ts';
import { litRanges } from './lit-ranges.ts';
import { createMargin, type MarginOptions } from './margin.ts';
import type { OffsetMap } from './offset-map.ts';
import type { PassageMarksOptions } from './passage-marks.ts';
import type { EdgeListener, ReaderEdges } from './reader-edges.ts';
import { spanById } from './span-index.ts';

/** What a reader does beside its text and over it. Without it there is neither margin nor handles. */
export interface SideOptions {
  readonly margin: Pick<MarginOptions, 'describe' | 'onOpen' | 'onMore' | 'onFocus' | 'onKey'>;
  /** What bars behind the lines mean (`Reader.setMarks`). Absent: there are none. */
  readonly passages?: PassageMarksOptions;
  /** Absent: the edges of annotations can't be moved. */
  readonly edges?: EdgeListener;
  /** The mouse came over annotations, innermost first, or over a marker; it left them: an empty list. */
  onPoint(ids: readonly AnnotationId[]): void;
}

/** The margin, the handles and what follows the pointer. */
export interface ReaderSide {
  /** The view has a new state. Cheap unless the annotations or what is set off are others. */
  changed(): void;
  /** What is told of annotations may be something else: draws the markers in view again, before the next picture. */
  refresh(): void;
  setEdges(edges: ReaderEdges | null): void;
  destroy(): void;
}

/** `seek` scrolls to an offset; `at` gives the annotations over one, innermost first. */
export function readerSide(
  scroller: HTMLElement,
  view: EditorView,
  blocks: readonly Block[],
  offsets: OffsetMap,
  options: SideOptions,
  seek: (offset: TextOffset) => void,
  at: (offset: TextOffset) => readonly AnnotationId[],
): ReaderSide {
  const layer = () => annotationLayerOf(view.state);
  const lit = litRanges(view, offsets);
  let drawn = { index: layer().index, focus: layer().focus };
  let edges: ReaderEdges | null = null;
  let range = { first: 0, last: -1 };

  const margin = createMargin(scroller, view, blocks, offsets, () => layer().index, {
    ...options.margin,
    onFocus(id) {
      light([id]);
      options.margin.onFocus(id);
    },
    onPoint(id) {
      point(id === null ? [] : [id]);
      light(id === null ? [] : [id]);
    },
    onLeave() {
      light([]);
      view.focus();
    },
    onSeek(offset) {
      seek(offset);
      watch.refresh();
    },
  });
  const handles =
    options.edges === undefined ? null : edgeHandles(scroller, view, offsets, options.edges);

  /** Sets off the highlights of markers. */
  function light(ids: readonly AnnotationId[]): void {
    const { index } = layer();
    lit.set(ids.flatMap((id) => spanById(index, id) ?? []));
  }

  function point(ids: readonly AnnotationId[]): void {
    margin.setLit(ids);
    options.onPoint(ids);
  }

  function drawHandles(): void {
    const { index, focus } = layer();
    const span = handles === null ? undefined : spanById(index, edges?.id ?? focus);
    const isNear =
      span !== undefined &&
      span.start <= (blocks[range.last]?.end ?? 0) &&
      span.end >= (blocks[range.first]?.start ?? 0);
    handles?.draw(isNear ? span : null, edges?.edge ?? null);
  }

  const watch = inView(scroller, view, (first, last) => {
    range = { first, last };
    margin.draw(first, last);
    drawHandles();
  });
  const stopPointer = followPointer(view.dom, (mark) => {
    point(mark === null ? [] : at(offsets.toOffset(view.posAtDOM(mark, 0))));
  });
  const blur = (): void => light([]);
  scroller.addEventListener('focusout', blur);
  watch.refresh();

  return {
    changed() {
      const { index, focus } = layer();
      if (index === drawn.index && focus === drawn.focus) return;
      drawn = { index, focus };
      margin.setCurrent(focus);
      watch.refresh();
    },
    refresh: watch.refresh,
    setEdges(next) {
      edges = next;
      watch.refresh();
    },
    destroy() {
      scroller.removeEventListener('focusout', blur);
      stopPointer();
      watch.destroy();
      handles?.destroy();
      margin.destroy();
      lit.destroy();
    },
  };
}
