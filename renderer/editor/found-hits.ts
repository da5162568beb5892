import { type EditorState, Plugin, PluginKey } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';

/** A hit by its positions in the document. */
export interface HitPlace {
  readonly from: number;
  readonly to: number;
  /** A citation as a whole, in whose words the hit is; absent: words of the text. */
  readonly isCited?: boolean;
}

/** More hits than these are not drawn at once: those around the present one are. */
const mostDrawn = 1_000;

const key = new PluginKey<DecorationSet>('found-hits');

/** Draws hits of the find bar. Style: `.found-hit`, `.found-hit[data-current]`. */
export function foundHits(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const next: unknown = transaction.getMeta(key);
        if (next instanceof DecorationSet) return next;
        return transaction.docChanged ? before.map(transaction.mapping, transaction.doc) : before;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Draws these hits, and no others; `current`: the index of the one that is meant, -1 for none. */
export function drawHits(view: EditorView, hits: readonly HitPlace[], current: number): void {
  if (hits.length === 0 && key.getState(view.state) === DecorationSet.empty) return;
  const first = Math.max(0, Math.min(current - mostDrawn / 2, hits.length - mostDrawn));
  const decorations = hits.slice(first, first + mostDrawn).map(({ from, to, isCited }, index) =>
    Decoration[isCited === true ? 'node' : 'inline'](from, to, {
      class: isCited === true ? 'found-hit found-cited' : 'found-hit',
      ...(first + index === current ? { 'data-current': '' } : {}),
    }),
  );
  const set =
    hits.length === 0 ? DecorationSet.empty : DecorationSet.create(view.state.doc, decorations);
  view.dispatch(view.state.tr.setMeta(key, set));
}

/** Whether a hit is text alone, within one line of the document: what may be replaced. */
export function isReplaceable({ doc }: EditorState, { from, to }: HitPlace): boolean {
  if (to > doc.content.size || from >= to) return false;
  const [$from, $to] = [doc.resolve(from), doc.resolve(to)];
  if (!$from.sameParent($to) || !$from.parent.inlineContent) return false;
  let isText = true;
  $from.parent.nodesBetween($from.parentOffset, $to.parentOffset, (node) => {
    if (!node.isText) isText = false;
  });
  return isText;
}
