import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { type Segment, sweepBlock } from '../../app/annotation/segments.ts';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { Block } from '../../app/record/text.ts';
import { BlockDecorations, type BlockDrawing } from './block-decorations.ts';
import { gutterDots } from './gutter-dots.ts';
import type { ReaderSpan } from './reader-span.ts';
import { segmentClasses } from './segment-look.ts';
import {
  blocksOfSpan,
  emptySpanIndex,
  type SpanIndex,
  spanById,
  updateSpanIndex,
} from './span-index.ts';

/** The annotations that are set off: the one the inspector shows, and the one that a link is being drawn from. */
export interface SetOff {
  readonly focus: AnnotationId | null;
  readonly pending: AnnotationId | null;
}

/** The annotations and how they are drawn: an immutable value in the editor's state. */
export interface AnnotationLayer extends SetOff {
  readonly index: SpanIndex;
  readonly decorations: BlockDecorations;
}

interface LayerChange extends Partial<SetOff> {
  readonly spans?: readonly ReaderSpan[];
}

/** About as many characters as a line of a column of full width has. */
const charactersOfLine = 70;

const layerKey = new PluginKey<AnnotationLayer>('annotationLayer');

/**
 * Draws the annotations, one decoration per segment and one per block that some start in. A change of what is drawn
 * makes the blocks it touches anew; any other transaction leaves the decorations the same object, which spares the view
 * the comparison. What is set off has a class more on its segments: the view puts it on the elements that are there.
 * `long`: each block carries an estimate of its height, for `reader.css` to lay out what is in view only.
 */
export function annotationLayer(
  blocks: readonly Block[],
  initial: readonly ReaderSpan[],
  long: boolean,
): Plugin<AnnotationLayer> {
  return new Plugin<AnnotationLayer>({
    key: layerKey,
    state: {
      init(_config, { doc }) {
        const decorations = BlockDecorations.of(
          doc,
          blocks.map((block, at) => drawAround(DecorationSet.empty, block, at, null, long)),
        );
        const index = emptySpanIndex(blocks);
        const blank: AnnotationLayer = { focus: null, pending: null, index, decorations };
        return changedLayer(blank, doc, blocks, long, { spans: initial });
      },
      apply(transaction, layer) {
        const change: LayerChange | undefined = transaction.getMeta(layerKey);
        return change === undefined
          ? layer
          : changedLayer(layer, transaction.doc, blocks, long, change);
      },
    },
    props: { decorations: (state) => annotationLayerOf(state).decorations },
  });
}

/** The annotations that a reader's state holds. Throws if the state is not a reader's. */
export function annotationLayerOf(state: EditorState): AnnotationLayer {
  const layer = layerKey.getState(state);
  if (layer === undefined) {
    throw new Error('The state has no annotation layer');
  }
  return layer;
}

/** Makes a transaction put `spans` in the place of all annotations drawn, or change what is set off, or both. */
export function withLayerChange(transaction: Transaction, change: LayerChange): Transaction {
  return transaction.setMeta(layerKey, change);
}

function changedLayer(
  layer: AnnotationLayer,
  document: Node,
  blocks: readonly Block[],
  long: boolean,
  { spans, ...setOff }: LayerChange,
): AnnotationLayer {
  const update = spans === undefined ? undefined : updateSpanIndex(layer.index, blocks, spans);
  const next = { ...layer, ...setOff, index: update?.index ?? layer.index };
  const changed = new Set(update?.changed);
  for (const role of ['focus', 'pending'] as const) {
    if (layer[role] !== next[role]) {
      addBlocksOf(layer[role], layer.index, blocks, changed);
      addBlocksOf(next[role], next.index, blocks, changed);
    }
  }
  if (changed.size === 0) {
    return next;
  }
  const drawings = new Map<number, BlockDrawing>();
  for (const at of changed) {
    const block = blocks[at];
    if (block !== undefined) {
      const inBlock = next.index.ofBlock[at] ?? [];
      const inside = drawInside(block, document.child(at), inBlock, next);
      drawings.set(at, drawAround(inside, block, at, gutterDots(block, inBlock), long));
    }
  }
  return { ...next, decorations: layer.decorations.with(drawings) };
}

function addBlocksOf(
  id: AnnotationId | null,
  index: SpanIndex,
  blocks: readonly Block[],
  changed: Set<number>,
): void {
  const span = spanById(index, id);
  if (span !== undefined) {
    for (const block of blocksOfSpan(blocks, span)) {
      changed.add(block);
    }
  }
}

function drawInside(
  block: Block,
  node: Node,
  spans: readonly ReaderSpan[],
  setOff: SetOff,
): DecorationSet {
  const segments = sweepBlock(block, spans);
  const classes = segmentClasses(spans, segments);
  const decorations = segments.map((segment, index) =>
    Decoration.inline(segment.start - block.start, segment.end - block.start, {
      nodeName: 'mark',
      class: `${classes[index]}${setOffClasses(segments, index, setOff)}`,
      'data-annotations': segment.ids.join(' '),
    }),
  );
  return DecorationSet.create(node, decorations);
}

function setOffClasses(
  segments: readonly Segment<AnnotationId>[],
  at: number,
  { focus, pending }: SetOff,
): string {
  return (
    frameClasses(segments, at, focus, ' reader-focus') +
    frameClasses(segments, at, pending, ' reader-pending')
  );
}

/** An annotation that others overlap is framed as one: only its first and last segment close the frame. */
function frameClasses(
  segments: readonly Segment<AnnotationId>[],
  at: number,
  id: AnnotationId | null,
  frame: string,
): string {
  const holds = (index: number): boolean =>
    id !== null && segments[index]?.ids.includes(id) === true;
  if (!holds(at)) {
    return '';
  }
  return frame + (holds(at - 1) ? '' : `${frame}-start`) + (holds(at + 1) ? '' : `${frame}-end`);
}

/** The drawing of a block, before which `at` others stand, with what the block's own element carries. */
function drawAround(
  inside: DecorationSet,
  block: Block,
  at: number,
  dots: string | null,
  long: boolean,
): BlockDrawing {
  const length = block.end - block.start;
  const attributes = {
    ...(dots === null ? {} : { class: dots }),
    ...(long ? { style: `--reader-lines:${Math.ceil(length / charactersOfLine)}` } : {}),
  };
  if (Object.keys(attributes).length === 0) {
    return { inside, around: null };
  }
  // Rule P1, less the token that opens the block; and a block has two tokens besides its text.
  const from = block.start + at;
  return { inside, around: Decoration.node(from, from + length + 2, attributes) };
}
