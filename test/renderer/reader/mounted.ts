import { afterEach } from 'vitest';
import type { RevisionText } from '../../../app/record/text.ts';
import {
  createReader,
  type Reader,
  type ReaderOptions,
  type ReaderSpan,
} from '../../../renderer/reader/create-reader.ts';
import '../../../renderer/reader/reader.css';

/** A reader on the page, with what it told. */
export interface Mounted {
  readonly reader: Reader;
  readonly mount: HTMLElement;
  /** The element that holds the text. */
  readonly dom: HTMLElement;
  readonly selections: Parameters<ReaderOptions['onSelect']>[0][];
  readonly activated: (readonly string[])[];
}

const disposers: (() => void)[] = [];

afterEach(() => {
  for (const dispose of disposers.splice(0)) {
    dispose();
  }
});

/** Puts a reader of 600 x 400 on the page until the test ends. */
export function mounted(
  revision: RevisionText,
  spans: readonly ReaderSpan[] = [],
  more: Partial<ReaderOptions> = {},
): Mounted {
  const mount = document.body.appendChild(document.createElement('div'));
  mount.style.cssText = 'width: 600px; height: 400px';
  const selections: Mounted['selections'] = [];
  const activated: (readonly string[])[] = [];
  const reader = createReader(mount, {
    revision,
    label: 'An article',
    spans,
    onSelect: (selection) => selections.push(selection),
    onActivate: (ids) => activated.push(ids),
    ...more,
  });
  const dom = mount.querySelector<HTMLElement>('[role=document]');
  if (dom === null) {
    throw new Error('The reader made no document');
  }
  disposers.push(() => {
    if (mount.isConnected) {
      reader.destroy();
      mount.remove();
    }
  });
  return { reader, mount, dom, selections, activated };
}

/** The text on the page, block by block. */
export function drawnText(dom: Element): string {
  return blocksOf(dom)
    .map((block) => block.textContent)
    .join('\n');
}

/** The words that are drawn as an annotation's, block by block. */
export function drawnQuote(dom: Element, id: string): string {
  const blocks = blocksOf(dom).map((block) =>
    [...block.querySelectorAll('[data-annotations]')]
      .filter((mark) => idsOf(mark).includes(id))
      .map((mark) => mark.textContent)
      .join(''),
  );
  return blocks.filter((text) => text !== '').join('\n');
}

/** The ids of the annotations that a mark belongs to. */
export function idsOf(mark: Element): readonly string[] {
  return mark.getAttribute('data-annotations')?.split(' ') ?? [];
}

/** The elements of the text's blocks, whether or not they are in sections. */
export function blocksOf(dom: Element): readonly Element[] {
  return [...dom.querySelectorAll('[dir]')];
}
