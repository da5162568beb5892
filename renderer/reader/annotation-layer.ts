import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type Segment, sweepBlock } from '../../app/annotation/segments.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { Block } from '../../app/record/text.ts';
import { gutterDots } from './gutter-dots.ts';
import type { OffsetMap } from './offset-map.ts';
import type { ReaderSpan } from './reader-span.ts';
import { type SegmentLook, segmentLooks } from './segment-look.ts';
import { emptySpanIndex, type SpanIndex, updateSpanIndex } from './span-index.ts';

/** What is drawn over one block. */
interface BlockLayer {
  readonly segments: readonly Segment<AnnotationId>[];
  /** In the order of the text; the block's own decoration, if it has one, first. */
  readonly drawn: readonly Drawn[];
}

/** A decoration with what it was made from: ProseMirror does not say what a decoration holds. */
interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly look: SegmentLook;
  readonly annotations: string;
  readonly decoration: Decoration;
}

/** The annotations and how they are drawn: an immutable value in the editor's state. */
export interface AnnotationLayer {
  readonly index: SpanIndex;
  readonly blocks: readonly BlockLayer[];
  readonly set: DecorationSet;
}

const annotationLayerKey = new PluginKey<AnnotationLayer>('annotationLayer');
const bare: BlockLayer = { segments: [], drawn: [] };

/**
 * Draws the annotations, one decoration per segment and one per block that some start in. A change of annotations
 * takes away and adds the decorations of the blocks it touches; any other transaction leaves the set as it is, because
 * rebuilding it costs the view a comparison of everything that is drawn.
 */
export function annotationLayer(
  blocks: readonly Block[],
  offsets: OffsetMap,
  initial: readonly ReaderSpan[],
): Plugin<AnnotationLayer> {
  return new Plugin<AnnotationLayer>({
    key: annotationLayerKey,
    state: {
      init: (_config, state) => firstLayer(state, blocks, offsets, initial),
      apply(transaction, layer) {
        const spans: readonly ReaderSpan[] | undefined = transaction.getMeta(annotationLayerKey);
        return spans === undefined ? layer : nextLayer(transaction, layer, blocks, offsets, spans);
      },
    },
    props: { decorations: (state) => annotationLayerOf(state).set },
  });
}

/** The annotations that a reader's state holds. Throws if the state is not a reader's. */
export function annotationLayerOf(state: EditorState): AnnotationLayer {
  const layer = annotationLayerKey.getState(state);
  if (layer === undefined) {
    throw new Error('The state has no annotation layer');
  }
  return layer;
}

/** Makes a transaction put `spans` in the place of all annotations drawn. */
export function withSpans(transaction: Transaction, spans: readonly ReaderSpan[]): Transaction {
  return transaction.setMeta(annotationLayerKey, spans);
}

/** Whether a transaction changes the annotations drawn. */
export function changesSpans(transaction: Transaction): boolean {
  return transaction.getMeta(annotationLayerKey) !== undefined;
}

function firstLayer(
  state: EditorState,
  blocks: readonly Block[],
  offsets: OffsetMap,
  spans: readonly ReaderSpan[],
): AnnotationLayer {
  const { index } = updateSpanIndex(emptySpanIndex(blocks), blocks, spans);
  const layers = blocks.map((block, at) => blockLayer(block, index.ofBlock[at] ?? [], offsets));
  const set = DecorationSet.create(
    state.doc,
    layers.flatMap((layer) => layer.drawn.map(({ decoration }) => decoration)),
  );
  return { index, blocks: layers, set };
}

function nextLayer(
  transaction: Transaction,
  layer: AnnotationLayer,
  blocks: readonly Block[],
  offsets: OffsetMap,
  spans: readonly ReaderSpan[],
): AnnotationLayer {
  const { index, changed } = updateSpanIndex(layer.index, blocks, spans);
  if (changed.length === 0) {
    return { ...layer, index };
  }
  const layers = layer.blocks.slice();
  const removed: Decoration[] = [];
  const added: Decoration[] = [];
  for (const at of changed) {
    const block = blocks[at];
    if (block !== undefined) {
      const next = blockLayer(block, index.ofBlock[at] ?? [], offsets);
      collectDifference(layers[at]?.drawn ?? [], next.drawn, removed, added);
      layers[at] = next;
    }
  }
  return { index, blocks: layers, set: layer.set.remove(removed).add(transaction.doc, added) };
}

function blockLayer(block: Block, spans: readonly ReaderSpan[], offsets: OffsetMap): BlockLayer {
  if (spans.length === 0) {
    return bare;
  }
  const segments = sweepBlock(block, spans);
  const drawn: Drawn[] = [];
  const dots = gutterDots(block, spans);
  if (dots !== null) {
    drawn.push(drawDots(block, dots, offsets));
  }
  segmentLooks(spans, segments).forEach((look, at) => {
    const segment = segments[at];
    if (segment !== undefined) {
      drawn.push(drawSegment(segment, look, offsets));
    }
  });
  return { segments, drawn };
}

function drawSegment(segment: Segment<AnnotationId>, look: SegmentLook, offsets: OffsetMap): Drawn {
  const from = offsets.toPos(segment.start);
  const to = offsets.toPos(segment.end);
  const annotations = segment.ids.join(' ');
  const decoration = Decoration.inline(from, to, {
    // First, because ProseMirror compares attributes in this order when it looks for a decoration, and the ids of two
    // segments of a tall stack differ only at the end of long strings.
    'data-start': String(segment.start),
    nodeName: 'mark',
    class: look.class,
    style: look.style,
    'data-annotations': annotations,
  });
  return { from, to, look, annotations, decoration };
}

function drawDots(block: Block, look: SegmentLook, offsets: OffsetMap): Drawn {
  const from = offsets.toPos(block.start) - 1;
  const to = offsets.toPos(block.end) + 1;
  return { from, to, look, annotations: '', decoration: Decoration.node(from, to, { ...look }) };
}

/**
 * Adds to `removed` and `added` what tells two lists of one block apart, leaving out what both begin and end with: a
 * decoration that stays need not be looked for, and in a long block that is most of them.
 */
function collectDifference(
  old: readonly Drawn[],
  next: readonly Drawn[],
  removed: Decoration[],
  added: Decoration[],
): void {
  const shorter = Math.min(old.length, next.length);
  let start = 0;
  while (start < shorter && sameDrawn(old[start], next[start])) {
    start += 1;
  }
  let end = 0;
  while (end < shorter - start && sameDrawn(old.at(-1 - end), next.at(-1 - end))) {
    end += 1;
  }
  for (const { decoration } of old.slice(start, old.length - end)) {
    removed.push(decoration);
  }
  for (const { decoration } of next.slice(start, next.length - end)) {
    added.push(decoration);
  }
}

function sameDrawn(left: Drawn | undefined, right: Drawn | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    left.from === right.from &&
    left.to === right.to &&
    left.look.class === right.look.class &&
    left.look.style === right.look.style &&
    left.annotations === right.annotations
  );
}
