import iconv from 'iconv-lite';
import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { DocumentBlocks } from '../document/document-blocks.ts';
import { type DocumentProperties, noProperties } from '../document/document-properties.ts';
import { nothingLeftOut } from '../document/left-out.ts';
import { charsetCodePage, codePageName, isLeadByte } from './code-pages.ts';
import { RtfParagraphs } from './rtf-paragraphs.ts';
import { type RtfDestination, type RtfState, signs, skippedDestinations } from './rtf-state.ts';
import type { RtfToken } from './rtf-tokens.ts';

/** Deeper than any document; what is deeper was made to exhaust a reader. */
const deepestNesting = 10_000;

const defaultCodePage = 1252;

/** Reads the paragraphs and properties of an RTF file from its tokens by rule T13, tracked changes accepted. */
export class RtfText {
  readonly leftOut = nothingLeftOut();
  readonly #blocks = new DocumentBlocks();
  readonly #paragraphs = new RtfParagraphs();
  readonly #fonts = new Map<number, number>();
  readonly #info = new Map<string, string>();
  #state: RtfState = {
    destination: 'body',
    property: '',
    substitutes: 1,
    codePage: defaultCodePage,
    hidden: false,
    deleted: false,
    ends: null,
  };
  readonly #outer: RtfState[] = [];
  #documentCodePage = defaultCodePage;
  #defaultFont = 0;
  /** The font or style whose entry is being read. */
  #entry = 0;
  #entryName = '';
  /** Whether the group has just begun, where a word names a destination, and whether `\*` stood there. */
  #atStart = false;
  #ignorable = false;
  /** Bytes not yet decoded, since a letter may take two. */
  #bytes: number[] = [];
  #substitutesLeft = 0;

  /** Whether all groups that were opened were closed. */
  get isWhole(): boolean {
    return this.#outer.length === 0;
  }

  /** Takes a token; `false`: the nesting is too deep, reading has to end. */
  take(token: RtfToken): boolean {
    switch (token.type) {
      case 'open':
        this.#endLetters();
        this.#outer.push(this.#state);
        this.#state = { ...this.#state, ends: null };
        this.#atStart = true;
        this.#ignorable = false;
        return this.#outer.length <= deepestNesting;
      case 'close':
        this.#endLetters();
        this.#closeGroup();
        return true;
      case 'byte':
        this.#atStart = false;
        if (this.#substitutesLeft > 0) this.#substitutesLeft -= 1;
        else this.#bytes.push(token.byte);
        return true;
      case 'text':
        this.#atStart = false;
        this.#plain(token.text);
        return true;
      case 'control':
        this.#control(token.word, token.parameter);
        return true;
    }
  }

  finish(): BlockDraft[] {
    this.#endLetters();
    this.#blocks.setKind(this.#paragraphs.kind());
    return this.#blocks.finish();
  }

  properties(): DocumentProperties {
    const stated = (name: string) => this.#info.get(name) ?? null;
    const author = stated('author');
    return {
      ...noProperties,
      title: stated('title'),
      authors: author === null ? [] : [author],
      created: stated('creatim'),
      modified: stated('revtim'),
    };
  }

  #closeGroup(): void {
    const { ends, destination } = this.#state;
    if (ends !== null) this.#endParagraph();
    if (ends === 'note') this.#blocks.closeNote();
    if (ends === 'frame') this.#blocks.closeFrame();
    if (destination === 'fonts' || destination === 'styles') this.#endEntry();
    this.#state = this.#outer.pop() ?? this.#state;
    this.#atStart = false;
    this.#ignorable = false;
    this.#substitutesLeft = 0;
  }

  #plain(text: string): void {
    const skipped = Math.min(this.#substitutesLeft, text.length);
    this.#substitutesLeft -= skipped;
    let rest = text.slice(skipped);
    // The second byte of a letter may be one of ASCII, and then stands there as it is.
    if (rest !== '' && this.#awaitsTrail()) {
      this.#bytes.push(rest.charCodeAt(0));
      rest = rest.slice(1);
    }
    if (rest === '') return;
    if (/[\x80-\xff]/.test(rest)) {
      for (let index = 0; index < rest.length; index += 1) this.#bytes.push(rest.charCodeAt(index));
    } else {
      this.#endLetters();
      this.#write(rest);
    }
  }

  #awaitsTrail(): boolean {
    let awaits = false;
    for (const byte of this.#bytes) awaits = !awaits && isLeadByte(this.#state.codePage, byte);
    return awaits;
  }

  #endLetters(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Buffer.from(this.#bytes);
    this.#bytes = [];
    const name = codePageName(this.#state.codePage);
    this.#write(iconv.decode(bytes, iconv.encodingExists(name) ? name : 'cp1252'));
  }

  #write(text: string): void {
    const { destination, property, hidden, deleted } = this.#state;
    switch (destination) {
      case 'body':
        if (hidden) this.leftOut.hidden += 1;
        else if (!deleted) this.#blocks.text(text);
        return;
      case 'fonts':
      case 'styles':
        this.#entryName += text;
        if (text.includes(';')) this.#endEntry();
        return;
      case 'info':
        if (property !== '') this.#info.set(property, (this.#info.get(property) ?? '') + text);
    }
  }

  #endEntry(): void {
    const name = this.#entryName.split(';')[0] ?? '';
    if (this.#state.destination === 'styles' && name.trim() !== '') {
      this.#paragraphs.nameStyle(this.#entry, name.trim());
    }
    this.#entryName = '';
  }

  #control(word: string, parameter: number | null): void {
    const atStart = this.#atStart;
    this.#atStart = false;
    if (word === 'u' && parameter !== null) {
      this.#endLetters();
      // Negative above U+7FFF: the number is of 16 bits with a sign.
      this.#write(String.fromCharCode(parameter & 0xffff));
      this.#substitutesLeft = this.#state.substitutes;
      return;
    }
    if (this.#substitutesLeft > 0 && (signs.has(word) || word === '-')) {
      this.#substitutesLeft -= 1;
      return;
    }
    this.#endLetters();
    if (word === '*') {
      this.#ignorable = true;
      this.#atStart = atStart;
      return;
    }
    if ((atStart || this.#ignorable) && this.#enter(word)) return;
    const ignorable = this.#ignorable;
    this.#ignorable = false;
    if (ignorable) {
      this.#go('skipped');
      return;
    }
    const sign = signs.get(word);
    if (sign !== undefined) this.#write(sign);
    else if (this.#state.destination === 'info') this.#datePart(word, parameter);
    else this.#format(word, parameter);
  }

  /** Enters the destination of that name, if it is one. */
  #enter(word: string): boolean {
    const { destination } = this.#state;
    // Inside what is skipped only the Unicode twin of a text comes back to where that text would have gone.
    if (word === 'ud') {
      const outer = this.#outer.at(-2);
      if (outer !== undefined) this.#go(outer.destination);
      return true;
    }
    if (destination === 'skipped') return false;
    if (word === 'annotation') this.leftOut.comments += 1;
    if (skippedDestinations.has(word)) this.#go('skipped');
    else if (word === 'fonttbl') this.#go('fonts');
    else if (word === 'stylesheet') this.#go('styles');
    else if (word === 'info') this.#go('info');
    else if (word === 'shpinst') this.#go('shape');
    else if (word === 'shptxt') {
      this.#go('body', 'frame');
      this.#blocks.openFrame();
    } else if (word === 'footnote' && destination === 'body') {
      this.#go('body', 'note');
      this.#blocks.openNote();
    } else if (destination === 'info') this.#state = { ...this.#state, property: word };
    else if (word === 'falt' || word === 'panose' || word === 'fname') this.#go('skipped');
    else return this.#ignorable && word === 'fldrslt';
    this.#ignorable = false;
    return true;
  }

  #go(destination: RtfDestination, ends: RtfState['ends'] = null): void {
    this.#state = { ...this.#state, destination, ends };
  }

  /** `\yr2024\mo2\dy8\hr9\min14` make up one date. */
  #datePart(word: string, parameter: number | null): void {
    const { property } = this.#state;
    const mark = { yr: '', mo: '-', dy: '-', hr: 'T', min: ':' }[word];
    if (mark === undefined || parameter === null) return;
    const part = String(parameter).padStart(word === 'yr' ? 4 : 2, '0');
    this.#info.set(property, (this.#info.get(property) ?? '') + mark + part);
  }

  #format(word: string, parameter: number | null): void {
    const isOn = parameter !== 0;
    switch (word) {
      case 'ansicpg':
        this.#documentCodePage = parameter || defaultCodePage;
        this.#state = { ...this.#state, codePage: this.#documentCodePage };
        return;
      case 'mac':
        this.#documentCodePage = 10000;
        return;
      case 'pc':
      case 'pca':
        this.#documentCodePage = word === 'pc' ? 437 : 850;
        return;
      case 'deff':
        this.#defaultFont = parameter ?? 0;
        return;
      case 'uc':
        this.#state = { ...this.#state, substitutes: Math.min(8, Math.max(0, parameter ?? 1)) };
        return;
      case 'f':
        if (this.#state.destination === 'fonts') this.#entry = parameter ?? 0;
        else this.#state = { ...this.#state, codePage: this.#codePageOf(parameter ?? 0) };
        return;
      case 'fcharset':
      case 'cpg': {
        const codePage = word === 'cpg' ? parameter : charsetCodePage(parameter ?? 0);
        if (codePage !== null && parameter !== 0) this.#fonts.set(this.#entry, codePage);
        return;
      }
      case 's':
        if (this.#state.destination === 'styles') this.#entry = parameter ?? 0;
        else this.#paragraphs.format(word, parameter);
        return;
      case 'plain':
        this.#state = {
          ...this.#state,
          hidden: false,
          deleted: false,
          codePage: this.#codePageOf(this.#defaultFont),
        };
        return;
      case 'v':
        this.#state = { ...this.#state, hidden: isOn };
        return;
      case 'deleted':
        if (isOn) this.leftOut.deletions += 1;
        this.#state = { ...this.#state, deleted: isOn };
        return;
      case 'revised':
        if (isOn) this.leftOut.insertions += 1;
        return;
      default:
        if (this.#state.destination === 'body') this.#layOut(word, parameter);
        else if (this.#state.destination === 'styles') {
          this.#paragraphs.formatStyle(this.#entry, word, parameter);
        }
    }
  }

  #codePageOf(font: number): number {
    return this.#fonts.get(font) ?? this.#documentCodePage;
  }

  #layOut(word: string, parameter: number | null): void {
    switch (word) {
      case 'par':
        if (!this.#state.deleted) this.#endParagraph();
        return;
      case 'sect':
      case 'page':
      case 'column':
      case 'cell':
      case 'nestcell':
        this.#endParagraph();
        return;
      case 'row':
      case 'nestrow':
        this.#endParagraph();
        this.#paragraphs.format('pard', null);
        return;
      case 'line':
      case 'lbr':
        this.#blocks.setKind(this.#paragraphs.kind());
        this.#blocks.lineBreak();
        return;
      default:
        this.#paragraphs.format(word, parameter);
    }
  }

  #endParagraph(): void {
    this.#blocks.setKind(this.#paragraphs.kind());
    this.#blocks.closeParagraph();
  }
}
