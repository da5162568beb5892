import { afterEach } from 'vitest';
import { cdp } from 'vitest/browser';
import { citationOf } from '../../../app/brief/cited-ids.ts';
import type { AnnotationId, ArticleId, ClaimId, PictureId } from '../../../app/record/ids.ts';
import type { RichTextMark, RichTextNode } from '../../../app/record/rich-text.ts';
import type {
  CitationSource,
  CitationStanding,
  CitationTarget,
  CitedAnnotation,
  CitedArticle,
  CitedClaim,
  ShownPicture,
} from '../../../renderer/editor/citation-source.ts';
import {
  createRichTextEditor,
  type RichTextEditor,
  type RichTextEditorOptions,
} from '../../../renderer/editor/create-rich-text-editor.ts';
import type { EditorToolbarState } from '../../../renderer/editor/toolbar-state.ts';
import { settled } from '../reader/press.ts';
import '../../../renderer/editor/editor.css';
import '../../../renderer/editor/brief-editor.css';

/** An editor on the page, with what it told. */
export interface MountedEditor {
  readonly editor: RichTextEditor;
  readonly mount: HTMLElement;
  /** The element that holds the text. */
  readonly dom: HTMLElement;
  readonly told: { changes: number; state: EditorToolbarState | null };
}

const disposers: (() => void)[] = [];

afterEach(() => {
  for (const dispose of disposers.splice(0)) dispose();
});

/** Puts an editor on the page until the test ends. */
export function mountedEditor(
  kind: 'note' | 'brief',
  content: RichTextNode | null,
  more: Partial<RichTextEditorOptions> = {},
): MountedEditor {
  const mount = document.body.appendChild(document.createElement('div'));
  mount.style.cssText = 'width: 600px';
  const told: MountedEditor['told'] = { changes: 0, state: null };
  const editor = createRichTextEditor(mount, {
    kind,
    content,
    label: 'Note on 3:10',
    onChange: () => {
      told.changes += 1;
    },
    onState: (state) => {
      told.state = state;
    },
    ...more,
  });
  const dom = mount.querySelector<HTMLElement>('[role=textbox]');
  if (dom === null) throw new Error('The editor made no text field');
  disposers.push(() => {
    editor.destroy();
    mount.remove();
  });
  return { editor, mount, dom, told };
}

/** Records that citations show, to be changed under the editor. */
export class TestCitations implements CitationSource {
  readonly annotations = new Map<string, CitedAnnotation>();
  readonly claims = new Map<string, CitedClaim>();
  readonly articles = new Map<string, CitedArticle>();
  readonly pictures = new Map<string, ShownPicture>();
  /** How the citations of a record stand; of those that are not named, accepted. */
  readonly standings = new Map<string, CitationStanding>();
  /** Whether citations that are put in keep the quote that they have then. */
  accepts = false;
  readonly opened: (readonly [string, string])[] = [];
  readonly #listeners = new Set<() => void>();

  annotation(id: AnnotationId): CitedAnnotation | null {
    return this.annotations.get(id) ?? null;
  }

  claim(id: ClaimId): CitedClaim | null {
    return this.claims.get(id) ?? null;
  }

  article(id: ArticleId): CitedArticle | null {
    return this.articles.get(id) ?? null;
  }

  picture(id: PictureId): ShownPicture | null {
    return this.pictures.get(id) ?? null;
  }

  standing(node: RichTextNode): CitationStanding {
    return this.standings.get(citationOf(node)?.id ?? '') ?? 'accepted';
  }

  accepted({ kind, id }: CitationTarget): unknown {
    return this.accepts && kind === 'annotation'
      ? { quote: this.annotations.get(id)?.quote ?? '' }
      : null;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  open({ kind, id }: CitationTarget): void {
    this.opened.push([kind, id]);
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Two annotations, `cost` and `date`, and a claim, `sum`, that rests on `date`. */
export function tunnelCitations(): TestCitations {
  const source = new TestCitations();
  source.annotations.set('cost', {
    label: '14:3',
    quote: '4.2 billion crowns',
    outlet: 'The Harbour Times',
    title: 'Cost of tunnel rises',
    published: '12 May 2024',
    language: 'en',
    tagColor: 3,
    state: 'anchored',
  });
  source.annotations.set('date', {
    label: '7:1',
    quote: 'a hope, not a contract',
    outlet: null,
    title: 'Adviser doubts date',
    published: null,
    tagColor: null,
    state: 'anchored',
  });
  source.claims.set('sum', {
    label: 'C4',
    wording: 'The tunnel opens in 2032.',
    speaker: 'Premier Ansel',
    saidOn: '10 May 2024',
    status: 'disputed',
    evidence: [{ annotationId: 'date' as AnnotationId, stance: 'questions' }],
  });
  return source;
}

export function doc(...content: RichTextNode[]): RichTextNode {
  return { type: 'doc', content };
}

export function p(...content: (string | RichTextNode)[]): RichTextNode {
  return content.length === 0
    ? { type: 'paragraph' }
    : {
        type: 'paragraph',
        content: content.map((item) => (typeof item === 'string' ? text(item) : item)),
      };
}

export function text(words: string, ...marks: (string | RichTextMark)[]): RichTextNode {
  if (marks.length === 0) return { type: 'text', text: words };
  return {
    type: 'text',
    marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)),
    text: words,
  };
}

export function heading(level: number, words: string): RichTextNode {
  return { type: 'heading', attrs: { level }, content: [text(words)] };
}

export function list(
  type: 'bullet_list' | 'ordered_list',
  ...items: RichTextNode[][]
): RichTextNode {
  const content = items.map((blocks) => ({ type: 'list_item', content: blocks }));
  return { type, ...(type === 'ordered_list' ? { attrs: { order: 1 } } : {}), content };
}

export function quotation(annotationId: string): RichTextNode {
  return { type: 'quotation_citation', attrs: { annotationId } };
}

export function inline(annotationId: string): RichTextNode {
  return { type: 'inline_citation', attrs: { annotationId } };
}

export function claim(claimId: string): RichTextNode {
  return { type: 'claim_citation', attrs: { claimId } };
}

/** Types characters as a keyboard does: each is a key press that the engine inserts. */
export async function type(words: string): Promise<void> {
  for (const character of words) {
    await cdp().send('Input.dispatchKeyEvent', { type: 'char', text: character });
  }
  await settled();
}

/** Presses Tab, or Shift and Tab. */
export async function pressTab(shift = false): Promise<void> {
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers: shift ? 8 : 0 };
  await cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await settled();
}

/** Puts the caret, or a selection, at places within text nodes found by their words. */
export async function selectText(
  dom: HTMLElement,
  words: string,
  length = words.length,
): Promise<void> {
  const walker = document.createTreeWalker(dom, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1;
    if (at < 0) continue;
    dom.focus();
    getSelection()?.setBaseAndExtent(node, at, node, at + length);
    await settled();
    return;
  }
  throw new RangeError(`“${words}” is not in the editor`);
}

/** Pastes as the engine does, with the data of a clipboard. */
export function paste(dom: HTMLElement, data: Readonly<Record<string, string>>): void {
  const clipboardData = new DataTransfer();
  for (const [format, value] of Object.entries(data)) clipboardData.setData(format, value);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  dom.dispatchEvent(event);
}
