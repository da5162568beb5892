import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { AnnotationId } from '../../app/record/ids.ts';
import type { Block } from '../../app/record/text.ts';
import { annotationLayerOf, changesSpans } from './annotation-layer.ts';
import type { OffsetMap } from './offset-map.ts';
import { blocksOfSpan } from './span-index.ts';

/** The annotations that are set off: the one the inspector shows, and the one that a link is being drawn from. */
export interface Marked {
  readonly focus: AnnotationId | null;
  readonly pending: AnnotationId | null;
}

interface MarkLayer extends Marked {
  readonly set: DecorationSet;
}

const markLayerKey = new PluginKey<MarkLayer>('markLayer');

/**
 * Outlines the focused and the pending annotation, over the highlights and without touching them: these decorations
 * cover exactly the segments of the annotation, so ProseMirror puts their class on the elements that are there. An id
 * that is not drawn is remembered, and outlined once its annotation is. Must stand after `annotationLayer`.
 */
export function markLayer(blocks: readonly Block[], offsets: OffsetMap): Plugin<MarkLayer> {
  return new Plugin<MarkLayer>({
    key: markLayerKey,
    state: {
      init: () => ({ focus: null, pending: null, set: DecorationSet.empty }),
      apply(transaction, layer, _oldState, state) {
        const change: Partial<Marked> | undefined = transaction.getMeta(markLayerKey);
        if (change === undefined && !changesSpans(transaction)) {
          return layer;
        }
        const marked = { focus: layer.focus, pending: layer.pending, ...change };
        if (layer.focus === null && layer.pending === null && !marked.focus && !marked.pending) {
          return layer;
        }
        const decorations = [
          ...outline(state, blocks, offsets, marked.focus, 'reader-focus'),
          ...outline(state, blocks, offsets, marked.pending, 'reader-pending'),
        ];
        return { ...marked, set: DecorationSet.create(state.doc, decorations) };
      },
    },
    props: { decorations: (state) => markLayerKey.getState(state)?.set },
  });
}

/** Makes a transaction change which annotations are set off. */
export function withMarked(transaction: Transaction, change: Partial<Marked>): Transaction {
  return transaction.setMeta(markLayerKey, change);
}

function outline(
  state: EditorState,
  blocks: readonly Block[],
  offsets: OffsetMap,
  id: AnnotationId | null,
  name: string,
): Decoration[] {
  const layer = annotationLayerOf(state);
  const span = id === null ? undefined : layer.index.byId.get(id);
  if (span === undefined) {
    return [];
  }
  return [...blocksOfSpan(blocks, span)].flatMap((at) =>
    (layer.blocks[at]?.segments ?? [])
      .filter((segment) => segment.ids.includes(span.id))
      .map((segment, index, segments) => {
        const first = index === 0 ? ` ${name}-first` : '';
        const last = index === segments.length - 1 ? ` ${name}-last` : '';
        return Decoration.inline(offsets.toPos(segment.start), offsets.toPos(segment.end), {
          class: `${name}${first}${last}`,
        });
      }),
  );
}
