import { Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { ReferenceList } from './reference-list.ts';
import { insertReference, type ReferenceQuery, referenceQueryAt } from './reference-query.ts';
import { describeReference, type ReferenceSource, type ShownRecord } from './reference-source.ts';

/** Whether the last change of the document was typed: only then a list opens. */
const typing = new PluginKey<boolean>('reference-typing');

/** What of a transaction says that it is no typing: see `setContent` and ProseMirror's own paste. */
export const outsideChange = 'outside';

/** A list of records that opens where `@` is typed, see `referenceMenu`. */
export interface ReferenceMenu {
  readonly plugin: Plugin;
  /** Takes a key that the open list answers to: up, down, Enter, Tab, Escape. Before anyone else gets it. */
  handleKey(event: KeyboardEvent): boolean;
}

/**
 * References typed after `@`: a list of what may be meant opens at the caret and narrows with each letter. Up and down go
 * through it, Enter and Tab insert, Escape leaves what was typed as it is. Its own element goes in `mount`.
 */
export function referenceMenu(mount: HTMLElement, source: ReferenceSource): ReferenceMenu {
  let menu: Menu | null = null;
  const plugin = new Plugin<boolean>({
    key: typing,
    state: {
      init: () => false,
      apply: (transaction) =>
        transaction.docChanged &&
        transaction.getMeta(outsideChange) !== true &&
        transaction.getMeta('paste') !== true &&
        transaction.getMeta('uiEvent') !== 'drop',
    },
    props: {
      handleDOMEvents: {
        blur: () => {
          menu?.close();
          return false;
        },
      },
    },
    view: (view) => {
      menu = new Menu(mount, view, source);
      return menu;
    },
  });
  return { plugin, handleKey: (event) => menu?.handleKey(event) ?? false };
}

class Menu {
  readonly #view: EditorView;
  readonly #source: ReferenceSource;
  readonly #list: ReferenceList;
  readonly #abort = new AbortController();
  #query: ReferenceQuery | null = null;
  /** Of the sign whose list was left with Escape: it does not open again. */
  #left: number | null = null;
  #found: readonly ShownRecord[] = [];
  #isDone = false;
  /** The id of the line that Enter means; it stays that line's when better ones come. */
  #active = '';
  #stopSearch: () => void = () => {};
  #said = '';

  constructor(mount: HTMLElement, view: EditorView, source: ReferenceSource) {
    this.#view = view;
    this.#source = source;
    this.#list = new ReferenceList(mount, (index) => this.#insert(this.#found[index]));
    const { signal } = this.#abort;
    view.dom.setAttribute('aria-autocomplete', 'list');
    view.dom.setAttribute('aria-haspopup', 'listbox');
    const follow = (): void => {
      if (this.#query !== null && this.#list.isShown) this.#list.place(this.#place(this.#query));
    };
    globalThis.addEventListener('scroll', follow, { signal, capture: true, passive: true });
    globalThis.addEventListener('resize', follow, { signal });
  }

  update(view: EditorView): void {
    const query = view.editable ? referenceQueryAt(view.state) : null;
    if (query === null) {
      this.#left = null;
      this.close();
      return;
    }
    const open = this.#query?.from === query.from;
    const begins = typing.getState(view.state) === true && this.#left !== query.from;
    if (!open && !begins) {
      this.close();
      return;
    }
    const typed = open ? this.#query?.typed : null;
    this.#query = query;
    if (typed === query.typed) return;
    this.#stopSearch();
    this.#active = '';
    this.#isDone = false;
    this.#stopSearch = this.#source.search(query.typed, (found, isDone) => {
      this.#found = found;
      this.#isDone = isDone;
      if (!found.some(({ target }) => target.id === this.#active)) {
        this.#active = found[0]?.target.id ?? '';
      }
      this.#show();
    });
  }

  handleKey(event: KeyboardEvent): boolean {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!this.#list.isShown || event.isComposing) return false;
    if (altKey || ctrlKey || metaKey || shiftKey) return false;
    if (key === 'Escape') {
      this.#left = this.#query?.from ?? null;
      this.close();
      this.#source.say('Nothing is mentioned. What was typed stays.');
      return true;
    }
    if (this.#found.length === 0) return false;
    const index = this.#index();
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) {
      const next = (index + step + this.#found.length) % this.#found.length;
      this.#active = this.#found[next]?.target.id ?? '';
      this.#show();
      return true;
    }
    if (key !== 'Enter' && key !== 'Tab') return false;
    this.#insert(this.#found[index]);
    return true;
  }

  close(): void {
    this.#stopSearch();
    this.#stopSearch = () => {};
    this.#query = null;
    this.#found = [];
    this.#said = '';
    this.#list.hide();
    for (const name of ['aria-controls', 'aria-activedescendant']) {
      this.#view.dom.removeAttribute(name);
    }
  }

  destroy(): void {
    this.close();
    this.#abort.abort();
    this.#list.destroy();
  }

  #show(): void {
    if (this.#query === null) return;
    const { length } = this.#found;
    // Somebody who writes on behind an `@` means no record; one who typed a word amiss should see that.
    if (length === 0 && (!this.#isDone || /\s/.test(this.#query.typed))) {
      this.#list.hide();
      return;
    }
    const index = this.#index();
    const hint = length === 0 ? 'Nothing by that name' : '↑ ↓ Enter to mention · Esc to leave';
    this.#list.show(this.#found, index, hint, this.#place(this.#query));
    const { dom } = this.#view;
    dom.setAttribute('aria-controls', this.#list.id);
    if (length === 0) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', this.#list.lineId(index));
    this.#tell(index);
  }

  /** What is chosen, for screen readers that do not follow `aria-activedescendant` in a text. */
  #tell(index: number): void {
    const record = this.#found[index];
    const text =
      record === undefined
        ? 'Nothing by that name'
        : `${describeReference(record.target.kind, record)}, ${index + 1} of ${this.#found.length}`;
    if (text === this.#said) return;
    this.#said = text;
    this.#source.say(text);
  }

  #index(): number {
    return Math.max(
      0,
      this.#found.findIndex(({ target }) => target.id === this.#active),
    );
  }

  #insert(record: ShownRecord | undefined): void {
    const query = this.#query;
    if (query === null || record === undefined) return;
    this.close();
    const { kind, id } = record.target;
    const transaction = insertReference(this.#view.state, query, { kind, id });
    if (transaction === null) return;
    this.#view.dispatch(transaction);
    this.#view.focus();
    this.#source.say(`Mentioned ${describeReference(kind, record)}.`);
  }

  #place({ from }: ReferenceQuery): { left: number; top: number; bottom: number } {
    return this.#view.coordsAtPos(from);
  }
}
