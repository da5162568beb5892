import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { parsePage } from '../html/html-document.ts';
import type { HtmlElement } from '../html/html-node.ts';

/** The blocks of one document of an EPUB: its text, and its notes. */
export interface EpubBlocks {
  readonly blocks: readonly BlockDraft[];
  readonly notes: readonly BlockDraft[];
}

const noteKinds = /(?:^|\s)(?:footnote|endnote|rearnote|note|doc-footnote|doc-endnote)(?:\s|$)/;
const signKinds =
  /(?:^|\s)(?:noteref|backlink|pagebreak|doc-noteref|doc-backlink|doc-pagebreak)(?:\s|$)/;

/** Reads a document of an EPUB by rules T10 and T13; signs of notes and marks of pages leave nothing. */
export function epubBlocks(xhtml: string): EpubBlocks {
  const { body } = parsePage(withEndTags(xhtml)).document;
  const notes: BlockDraft[] = [];
  const all = [...body.querySelectorAll('*')];
  for (const element of all) if (signKinds.test(kindOf(element))) hide(element);
  for (const element of all) {
    if (!noteKinds.test(kindOf(element)) || element.closest('[hidden]') !== null) continue;
    for (const { text } of blocksOf(element)) notes.push({ kind: 'footnote', text });
    hide(element);
  }
  return { blocks: blocksOf(body), notes };
}

function kindOf(element: HtmlElement): string {
  return `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`;
}

/** What is hidden is no text, for `htmlBlocks`. */
function hide(element: HtmlElement): void {
  element.setAttribute('hidden', '');
}

function blocksOf(element: HtmlElement): BlockDraft[] {
  // An optional hyphen is no letter.
  return htmlBlocks(element).map((draft) => ({
    ...draft,
    text: draft.text.replaceAll('\u00ad', ''),
  }));
}

/**
 * XHTML may end any element where it begins, `<title/>`; to a reader of HTML everything behind it would be the title.
 * Elements that HTML ends itself stay.
 */
function withEndTags(xhtml: string): string {
  return xhtml.replace(
    /<([a-z][\w:.-]*)((?:\s+[^\s<=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*\/>/gi,
    (all, name: string, attributes: string) =>
      /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i.test(name)
        ? all
        : `<${name}${attributes}></${name}>`,
  );
}
