import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { DocumentBlocks, type ParagraphKind } from '../document/document-blocks.ts';
import type { LeftOut } from '../document/left-out.ts';
import type { XmlElement, XmlHandler } from '../document/xml-events.ts';
import { symbolLetter } from './symbol-letter.ts';
import { headingOf, isOn, type WordStyles } from './word-styles.ts';

interface WordParagraph {
  styleId: string | null;
  outline: number | null;
  listed: boolean | null;
  inCell: boolean;
  /** Whether its end was deleted, or it holds an initial: the next paragraph goes on with its words. */
  joinsNext: boolean;
}

/**
 * Elements with nothing of the text in them: what was deleted or moved away, codes of fields, earlier formatting, the
 * reading above a word, and what a picture or an object is drawn from.
 */
const skipped = new Set(
  (
    'w:del w:moveFrom w:instrText w:delInstrText w:delText w:pPrChange w:rPrChange w:sectPrChange w:tblPrChange ' +
    'w:trPrChange w:tcPrChange w:tblGridChange w:numberingChange w:rt w:sdtPr w:sdtEndPr w:fldData w:binData w:tblGrid'
  ).split(' '),
);

/**
 * Reads the paragraphs of a Word document's XML by rule T13, of its main part or of its notes. The text is that of the
 * document with all tracked changes accepted.
 */
export class WordText implements XmlHandler {
  readonly #styles: WordStyles;
  /** Notes by `footnote 3`, `endnote 1`. */
  readonly #notes: ReadonlyMap<string, readonly BlockDraft[]>;
  readonly #leftOut: LeftOut;
  /** Of a part of notes: what was found, by its id. */
  readonly foundNotes = new Map<string, readonly BlockDraft[]>();
  #blocks = new DocumentBlocks();
  #noteKey: string | null = null;
  /** Open elements whose content is skipped; text counts at 0. */
  #skipDepth = 0;
  readonly #path: string[] = [];
  readonly #paragraphs: WordParagraph[] = [];
  #joinNext = false;
  #cells = 0;
  #inText = false;
  #hiddenRun = false;
  #markFollows = false;
  /** For each open choice between representations, whether one was taken. */
  readonly #choices: boolean[] = [];

  constructor(
    styles: WordStyles,
    notes: ReadonlyMap<string, readonly BlockDraft[]>,
    leftOut: LeftOut,
  ) {
    this.#styles = styles;
    this.#notes = notes;
    this.#leftOut = leftOut;
  }

  /** The blocks of the main part. */
  finish(): BlockDraft[] {
    return this.#blocks.finish();
  }

  open(element: XmlElement): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(element.name);
    if (this.#skipDepth > 0 || this.#isSkipped(element, parent)) {
      this.#skipDepth += 1;
      return;
    }
    const value = element.attribute('w:val');
    const paragraph = this.#paragraphs.at(-1);
    switch (element.name) {
      case 'w:p':
        this.#openParagraph();
        return;
      case 'w:pStyle':
        if (paragraph && parent === 'w:pPr') paragraph.styleId = value;
        return;
      case 'w:outlineLvl':
        if (paragraph && parent === 'w:pPr') paragraph.outline = Number(value);
        return;
      case 'w:numId':
        if (paragraph && parent === 'w:numPr') paragraph.listed = value !== '0';
        return;
      case 'w:framePr':
        if (paragraph && /^(?:drop|margin)$/.test(element.attribute('w:dropCap') ?? ''))
          paragraph.joinsNext = true;
        return;
      case 'w:tc':
        this.#cells += 1;
        return;
      case 'w:r':
        this.#hiddenRun = false;
        this.#markFollows = false;
        return;
      case 'w:vanish':
        if (parent === 'w:rPr' && this.#path.at(-3) === 'w:r') this.#hiddenRun = isOn(value);
        return;
      case 'w:rStyle':
        if (this.#path.at(-3) === 'w:r') this.#hiddenRun ||= this.#styles.isHidden(value);
        return;
      case 'w:ins':
      case 'w:moveTo':
        this.#leftOut.insertions += 1;
        return;
      case 'w:t':
      case 'm:t':
        this.#inText = true;
        return;
      case 'w:footnote':
      case 'w:endnote':
        this.#openNote(element);
        return;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#addNote(element);
        return;
      case 'w:commentReference':
        this.#leftOut.comments += 1;
        return;
      default:
        this.#openSign(element);
    }
  }

  close(name: string): void {
    this.#path.pop();
    if (name === 'mc:AlternateContent' && this.#skipDepth === 0) this.#choices.pop();
    if (this.#skipDepth > 0) {
      this.#skipDepth -= 1;
      return;
    }
    switch (name) {
      case 'w:pPr':
        this.#blocks.setKind(this.#kind());
        return;
      case 'w:p':
        this.#closeParagraph();
        return;
      case 'w:tc':
        this.#cells -= 1;
        return;
      case 'w:t':
      case 'm:t':
        this.#inText = false;
        return;
      case 'w:r':
        this.#hiddenRun = false;
        this.#markFollows = false;
        return;
      case 'w:footnote':
      case 'w:endnote':
        if (this.#noteKey !== null) this.foundNotes.set(this.#noteKey, this.#blocks.finish());
        this.#noteKey = null;
    }
  }

  text(text: string): void {
    if (this.#skipDepth > 0 || !this.#inText || this.#markFollows) return;
    if (this.#hiddenRun) this.#leftOut.hidden += 1;
    else this.#blocks.text(text);
  }

  #isSkipped(element: XmlElement, parent: string): boolean {
    if (element.name === 'mc:AlternateContent') this.#choices.push(false);
    if (element.name === 'mc:Choice' || element.name === 'mc:Fallback') {
      // One thing in several representations: the first is read, all hold the same words.
      const taken = this.#choices.at(-1) ?? false;
      if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true;
      return taken;
    }
    if (element.name === 'w:del' || element.name === 'w:moveFrom') {
      const marksParagraph = parent === 'w:rPr' && this.#path.at(-3) === 'w:pPr';
      const paragraph = this.#paragraphs.at(-1);
      if (marksParagraph && paragraph) paragraph.joinsNext = true;
      this.#leftOut.deletions += 1;
    }
    return skipped.has(element.name);
  }

  #openSign(element: XmlElement): void {
    if (this.#hiddenRun || this.#path.at(-2) !== 'w:r') return;
    switch (element.name) {
      case 'w:tab':
      case 'w:ptab':
        this.#blocks.text('\t');
        return;
      case 'w:br':
        // A page or a column ends: what follows stands apart.
        if (/^(?:page|column)$/.test(element.attribute('w:type') ?? '')) this.#blocks.lineBreak();
        this.#blocks.lineBreak();
        return;
      case 'w:cr':
        this.#blocks.lineBreak();
        return;
      case 'w:noBreakHyphen':
        this.#blocks.text('\u2011');
        return;
      case 'w:sym':
        this.#blocks.text(
          symbolLetter(element.attribute('w:font') ?? '', element.attribute('w:char') ?? ''),
        );
    }
  }

  #openParagraph(): void {
    const inCell = this.#cells > 0;
    const paragraph = {
      styleId: null,
      outline: null,
      listed: null,
      inCell,
      joinsNext: false,
    };
    this.#paragraphs.push(paragraph);
    if (!this.#joinNext) this.#blocks.openParagraph();
    this.#joinNext = false;
    this.#blocks.setKind(this.#kind());
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    this.#joinNext = paragraph?.joinsNext ?? false;
    if (!this.#joinNext) this.#blocks.closeParagraph();
  }

  #kind(): ParagraphKind {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return { kind: 'paragraph' };
    const { styleId, outline, listed, inCell } = paragraph;
    if (outline !== null && outline < 9) return headingOf(outline);
    const styled = this.#styles.kindOf(styleId);
    if (styled !== null && styled.kind !== 'list-item') return styled;
    if (listed ?? styled !== null) return { kind: 'list-item' };
    return { kind: inCell ? 'table-cell' : 'paragraph' };
  }

  #openNote(element: XmlElement): void {
    const type = element.attribute('w:type') ?? 'normal';
    const id = element.attribute('w:id');
    this.#blocks = new DocumentBlocks();
    // The lines drawn above notes are notes of their own kinds.
    this.#noteKey = type === 'normal' && id !== null ? noteKey(element.name, id) : null;
  }

  #addNote(element: XmlElement): void {
    const key = noteKey(element.name.replace('Reference', ''), element.attribute('w:id') ?? '');
    this.#blocks.addNotes(this.#notes.get(key) ?? []);
    // A sign of the author's own stands behind the reference; like a number, it is no text.
    this.#markFollows =
      element.attribute('w:customMarkFollows') !== null &&
      isOn(element.attribute('w:customMarkFollows'));
  }
}

function noteKey(elementName: string, id: string): string {
  return `${elementName.replace(/^w:/, '')} ${id}`;
}
