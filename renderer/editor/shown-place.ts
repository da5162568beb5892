import { Plugin, PluginKey, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { HitPlace } from './found-hits.ts';

const key = new PluginKey<DecorationSet>('shown-place');

/**
 * Marks the words that a list beside the text shows, while the keyboard stays in that list: the browser draws no selection
 * then. Gone as soon as something else is selected or written. Style: `.shown-place`.
 */
export function shownPlace(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (transaction, before) => {
        const next: unknown = transaction.getMeta(key);
        if (next instanceof DecorationSet) return next;
        return transaction.docChanged || transaction.selectionSet ? DecorationSet.empty : before;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** Adds to a transaction that these words are marked with it. */
export function markPlace(transaction: Transaction, { from, to }: HitPlace): Transaction {
  const mark = Decoration.inline(from, to, { class: 'shown-place' });
  return transaction.setMeta(key, DecorationSet.create(transaction.doc, [mark]));
}
