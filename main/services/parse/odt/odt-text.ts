import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { DocumentBlocks, type ParagraphKind } from '../document/document-blocks.ts';
import { nothingLeftOut } from '../document/left-out.ts';
import type { XmlElement, XmlHandler } from '../document/xml-events.ts';
import type { OdtStyles } from './odt-styles.ts';

/** Elements with nothing of the text in them. What was deleted stands in `text:tracked-changes` and nowhere else. */
const skipped = new Set(
  (
    'text:tracked-changes text:note-citation text:ruby-text text:sequence-decls text:variable-decls ' +
    'text:user-field-decls text:dde-connection-decls text:table-of-content-source text:alphabetical-index-source ' +
    'text:illustration-index-source text:table-index-source text:object-index-source text:user-index-source ' +
    'text:bibliography-source office:annotation office:forms office:scripts office:font-face-decls svg:title svg:desc ' +
    'table:shapes table:tracked-changes'
  ).split(' '),
);

/** Reads the paragraphs of an OpenDocument text's content by rule T13, with all tracked changes accepted. */
export class OdtText implements XmlHandler {
  readonly #styles: OdtStyles;
  readonly #blocks = new DocumentBlocks();
  #skipDepth = 0;
  #cells = 0;
  #lists = 0;
  /** Open paragraphs; text stands in them only. At the edge of a note it starts from 0 again. */
  #paragraphs = 0;
  readonly #outside: number[] = [];
  readonly leftOut = nothingLeftOut();

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  finish(): BlockDraft[] {
    return this.#blocks.finish();
  }

  open(element: XmlElement): void {
    if (element.name === 'text:deletion') this.leftOut.deletions += 1;
    if (element.name === 'text:insertion') this.leftOut.insertions += 1;
    if (this.#skipDepth > 0 || this.#isSkipped(element)) {
      this.#skipDepth += 1;
      return;
    }
    this.#styles.open(element);
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        this.#paragraphs += 1;
        this.#blocks.openParagraph(this.#kind(element));
        return;
      case 'text:note':
        this.#outside.push(this.#paragraphs);
        this.#paragraphs = 0;
        this.#blocks.openNote();
        return;
      case 'text:list-item':
      case 'text:list-header':
      case 'text:numbered-paragraph':
        this.#lists += 1;
        return;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#cells += 1;
        return;
      case 'text:s':
        if (this.#paragraphs > 0) this.#blocks.text(' ');
        return;
      case 'text:tab':
        if (this.#paragraphs > 0) this.#blocks.text('\t');
        return;
      case 'text:line-break':
        if (this.#paragraphs > 0) this.#blocks.lineBreak();
    }
  }

  close(name: string): void {
    if (this.#skipDepth > 0) {
      this.#skipDepth -= 1;
      return;
    }
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#paragraphs -= 1;
        this.#blocks.closeParagraph();
        return;
      case 'text:note':
        this.#paragraphs = this.#outside.pop() ?? 0;
        this.#blocks.closeNote();
        return;
      case 'text:list-item':
      case 'text:list-header':
      case 'text:numbered-paragraph':
        this.#lists -= 1;
        return;
      case 'table:table-cell':
      case 'table:covered-table-cell':
        this.#cells -= 1;
    }
  }

  text(text: string): void {
    if (this.#skipDepth === 0 && this.#paragraphs > 0) this.#blocks.text(text);
  }

  #isSkipped(element: XmlElement): boolean {
    if (element.name === 'office:annotation') this.leftOut.comments += 1;
    if (skipped.has(element.name)) return true;
    if (!this.#isHidden(element)) return false;
    this.leftOut.hidden += 1;
    return true;
  }

  #isHidden(element: XmlElement): boolean {
    switch (element.name) {
      case 'text:p':
      case 'text:h':
      case 'text:span':
        return this.#styles.isHidden(element.attribute('text:style-name'));
      case 'text:hidden-text':
      case 'text:hidden-paragraph':
        return element.attribute('text:is-hidden') === 'true';
      case 'text:section':
        return element.attribute('text:display') === 'none';
      default:
        return false;
    }
  }

  #kind(element: XmlElement): ParagraphKind {
    if (element.name === 'text:h') {
      const level = Number(element.attribute('text:outline-level') ?? 1);
      return { kind: 'heading', level: Math.min(6, Math.max(1, Math.trunc(level) || 1)) };
    }
    const styled = this.#styles.kindOf(element.attribute('text:style-name'));
    if (styled !== null) return styled;
    if (this.#lists > 0) return { kind: 'list-item' };
    return { kind: this.#cells > 0 ? 'table-cell' : 'paragraph' };
  }
}
