import { Plugin, PluginKey } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { type MentionCiting, noMentionCiting } from './cite-mention.ts';
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
 * through it, Enter and Tab insert, Escape leaves what was typed as it is. Shift and Enter cite, or say why that can't be done.
 * Its own element goes in `mount`.
 */
export function referenceMenu(
  mount: HTMLElement,
  source: ReferenceSource,
  citing: MentionCiting = noMentionCiting,
): ReferenceMenu {
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
      menu = new Menu(mount, view, source, citing);
      return menu;
    },
  });
  return { plugin, handleKey: (event) => menu?.handleKey(event) ?? false };
}

/** What the keys do with the line that is meant. `cites`: nothing where citing is no matter at all. */
function hintOf(cites: string | null): string {
  return ['↑ ↓ Enter to mention', cites, 'Esc to leave'].filter(Boolean).join(' · ');
}

class Menu {
  readonly #view: EditorView;
  readonly #source: ReferenceSource;
  readonly #citing: MentionCiting;
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
  /** Why the line that is meant was not cited; `null`: nobody wanted that. */
  #refused: string | null = null;

  constructor(
    mount: HTMLElement,
    view: EditorView,
    source: ReferenceSource,
    citing: MentionCiting,
  ) {
    this.#citing = citing;
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
    this.#refused = null;
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
    if (altKey || ctrlKey || metaKey) return false;
    if (shiftKey) {
      const wanted = key === 'Enter' ? this.#found[this.#index()] : undefined;
      if (wanted !== undefined) this.#cite(wanted);
      return wanted !== undefined;
    }
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
      this.#refused = null;
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
    this.#refused = null;
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
    this.#list.show(this.#found, index, this.#hint(this.#found[index]), this.#place(this.#query));
    const { dom } = this.#view;
    dom.setAttribute('aria-controls', this.#list.id);
    if (length === 0) dom.removeAttribute('aria-activedescendant');
    else dom.setAttribute('aria-activedescendant', this.#list.lineId(index));
    this.#tell(index);
  }

  #hint(active: ShownRecord | undefined): string {
    if (active === undefined) return 'Nothing by that name';
    if (this.#refused !== null) return this.#refused;
    if (this.#citing === noMentionCiting) return hintOf(null);
    return hintOf(
      this.#citing.refusal(this.#view.state, active.target.kind) ?? 'Shift+Enter to cite',
    );
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
    this.#source.say(done('Mentioned', record));
  }

  #cite(record: ShownRecord): void {
    const query = this.#query;
    if (query === null) return;
    const { state } = this.#view;
    const { kind } = record.target;
    const refusal = this.#citing.refusal(state, kind);
    const transaction = refusal === null ? this.#citing.cite(state, query, record.target) : null;
    if (transaction === null) {
      const why = refusal ?? `${kind === 'claim' ? 'a claim' : 'it'} can’t be cited here`;
      this.#refused = `${why.charAt(0).toUpperCase()}${why.slice(1)}. Enter mentions it.`;
      this.#show();
      this.#source.say(this.#refused);
      return;
    }
    this.close();
    this.#view.dispatch(transaction);
    this.#view.focus();
    this.#source.say(done('Cited', record));
  }

  #place({ from }: ReferenceQuery): { left: number; top: number; bottom: number } {
    return this.#view.coordsAtPos(from);
  }
}

/** "Cited claim C4: The tunnel opens in 2032.", whether or not what it is called ends a sentence. */
function done(what: string, record: ShownRecord): string {
  const name = describeReference(record.target.kind, record);
  return /[.!?…]$/u.test(name) ? `${what} ${name}` : `${what} ${name}.`;
}
