import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { DecorationSet } from 'prosemirror-view';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { Block } from '../../app/record/text.ts';
import { BlockDecorations } from './block-decorations.ts';
import type { BlockRange } from './block-range.ts';
import { drawBlock, type SetOff } from './draw-block.ts';
import type { ReaderSpan } from './reader-span.ts';
import { blockNode } from './sections.ts';
import {
  blocksOfSpan,
  emptySpanIndex,
  type SpanIndex,
  spanById,
  updateSpanIndex,
} from './span-index.ts';

/** The annotations and how they are drawn: an immutable value in the editor's state. */
export interface AnnotationLayer extends SetOff {
  readonly index: SpanIndex;
  /** The blocks whose annotations are drawn. */
  readonly drawn: BlockRange;
  readonly decorations: BlockDecorations;
}

interface LayerChange extends Partial<SetOff> {
  readonly spans?: readonly ReaderSpan[];
  readonly drawn?: BlockRange;
}

const layerKey = new PluginKey<AnnotationLayer>('annotationLayer');

/**
 * Draws the annotations of the blocks `drawn`, one decoration per segment. A change
 * of what is drawn makes the blocks it touches anew; any other transaction leaves the decorations the same object, which
 * spares the view the comparison. What is set off has a class more on its segments: the view puts it on the elements that
 * are there.
 */
export function annotationLayer(
  blocks: readonly Block[],
  initial: readonly ReaderSpan[],
  drawn: BlockRange,
): Plugin<AnnotationLayer> {
  return new Plugin<AnnotationLayer>({
    key: layerKey,
    state: {
      init(_config, { doc }) {
        const decorations = BlockDecorations.emptyOf(doc);
        const index = emptySpanIndex(blocks);
        const blank: AnnotationLayer = { focus: null, pending: null, index, drawn, decorations };
        return changedLayer(blank, doc, blocks, { spans: initial });
      },
      apply(transaction, layer) {
        const change: LayerChange | undefined = transaction.getMeta(layerKey);
        return change === undefined ? layer : changedLayer(layer, transaction.doc, blocks, change);
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

/**
 * Makes a transaction put `spans` in the place of all annotations, change what is set off, or draw the annotations of
 * other blocks, or several of these.
 */
export function withLayerChange(transaction: Transaction, change: LayerChange): Transaction {
  return transaction.setMeta(layerKey, change);
}

function changedLayer(
  layer: AnnotationLayer,
  document: Node,
  blocks: readonly Block[],
  { spans, ...others }: LayerChange,
): AnnotationLayer {
  const update = spans === undefined ? undefined : updateSpanIndex(layer.index, blocks, spans);
  const next = { ...layer, ...others, index: update?.index ?? layer.index };
  const changed = new Set(update?.changed);
  for (const role of ['focus', 'pending'] as const) {
    if (layer[role] !== next[role]) {
      addBlocksOf(layer[role], layer.index, blocks, changed);
      addBlocksOf(next[role], next.index, blocks, changed);
    }
  }
  addBlocksOutside(layer.drawn, next.drawn, changed);
  addBlocksOutside(next.drawn, layer.drawn, changed);
  const drawings = new Map<number, DecorationSet>();
  for (const at of changed) {
    const block = blocks[at];
    const node = blockNode(document, at);
    if (block === undefined || node === null) continue;
    if (isWithin(at, next.drawn)) {
      const inBlock = next.index.ofBlock[at] ?? [];
      drawings.set(at, drawBlock(block, node, inBlock, next));
    } else if (isWithin(at, layer.drawn)) {
      drawings.set(at, DecorationSet.empty);
    }
  }
  return drawings.size === 0
    ? next
    : { ...next, decorations: layer.decorations.with(document, drawings) };
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

/** Adds the blocks of one range that another one does not hold. */
function addBlocksOutside(range: BlockRange, other: BlockRange, changed: Set<number>): void {
  if (range === other) return;
  for (let at = range.from; at < range.to; at += 1) {
    if (!isWithin(at, other)) changed.add(at);
  }
}

function isWithin(at: number, { from, to }: BlockRange): boolean {
  return from <= at && at < to;
}
