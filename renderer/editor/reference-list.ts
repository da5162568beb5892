import { kindWords, type ShownRecord } from './reference-source.ts';

/** Where a list is drawn: below the line of the sign, or above it where there is more room. In the window's pixels. */
export interface ListPlace {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

let made = 0;

/**
 * The list of records that may be meant, drawn over everything else at the caret. It never takes the keyboard: the text
 * keeps it and says by `aria-activedescendant` which line is meant.
 */
export class ReferenceList {
  readonly #root: HTMLElement;
  readonly #list: HTMLElement;
  readonly #hint: HTMLElement;
  readonly #id: string;
  readonly #onChoose: (index: number) => void;

  /** Puts a hidden element into `mount`; `destroy` takes it out again. `onChoose`: a line was pressed. */
  constructor(mount: HTMLElement, onChoose: (index: number) => void) {
    const { ownerDocument } = mount;
    made += 1;
    this.#id = `references-${made}`;
    this.#onChoose = onChoose;
    this.#root = ownerDocument.createElement('div');
    this.#root.className = 'reference-menu';
    this.#root.popover = 'manual';
    this.#list = ownerDocument.createElement('div');
    this.#list.id = this.#id;
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', 'What to mention');
    this.#hint = ownerDocument.createElement('p');
    this.#hint.className = 'reference-hint';
    this.#root.append(this.#list, this.#hint);
    // The text keeps the caret; a press chooses.
    this.#root.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#root.addEventListener('mousedown', (event) => event.preventDefault());
    this.#root.addEventListener('click', (event) => {
      const option = event.target instanceof Element ? event.target.closest('[role=option]') : null;
      if (option !== null) this.#onChoose([...this.#list.children].indexOf(option));
    });
    mount.append(this.#root);
  }

  /** For `aria-controls`. */
  get id(): string {
    return this.#id;
  }

  get isShown(): boolean {
    return this.#root.matches(':popover-open');
  }

  /** The id of a line, for `aria-activedescendant`. */
  lineId(index: number): string {
    return `${this.#id}-${index}`;
  }

  /** Shows lines with one of them set off; none: only the hint. */
  show(found: readonly ShownRecord[], active: number, hint: string, place: ListPlace): void {
    this.#list.replaceChildren(...found.map((record, index) => this.#line(record, index, active)));
    this.#list.hidden = found.length === 0;
    this.#hint.textContent = hint;
    if (!this.isShown) this.#root.showPopover();
    this.place(place);
  }

  /** Puts the list beside a line of the text that has moved. */
  place({ left, top, bottom }: ListPlace): void {
    const { innerHeight, innerWidth } = this.#root.ownerDocument.defaultView ?? globalThis;
    const { offsetWidth, offsetHeight, style } = this.#root;
    const below = bottom + 4;
    const fits = below + offsetHeight <= innerHeight || top < innerHeight - bottom;
    style.left = `${Math.max(8, Math.min(left, innerWidth - offsetWidth - 8))}px`;
    style.top = `${Math.max(8, fits ? below : top - 4 - offsetHeight)}px`;
  }

  hide(): void {
    if (this.isShown) this.#root.hidePopover();
  }

  destroy(): void {
    this.#root.remove();
  }

  #line(record: ShownRecord, index: number, active: number): HTMLElement {
    const { target, label, name, detail, color } = record;
    const line = this.#part('reference-choice', '');
    line.id = this.lineId(index);
    line.setAttribute('role', 'option');
    line.setAttribute('aria-selected', String(index === active));
    const dot = this.#part('citation-dot', '');
    if (color !== null) dot.dataset.color = String(color);
    const words = this.#part('reference-words', '');
    words.append(this.#part('reference-name', name));
    if (detail !== '') words.append(' ', this.#part('reference-detail', detail));
    line.append(
      ...(color === null ? [] : [dot]),
      ...(label === '' ? [] : [this.#part('reference-label', label), ' ']),
      words,
      ' ',
      this.#part('reference-kind', kindWords[target.kind]),
    );
    return line;
  }

  #part(className: string, text: string): HTMLElement {
    const part = this.#root.ownerDocument.createElement('span');
    part.className = className;
    part.textContent = text;
    return part;
  }
}
