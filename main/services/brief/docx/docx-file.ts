import type { PrintedBrief, PrintedPicture } from '../../../../app/brief/print/printed-brief.ts';
import { readsFromRight } from '../../../../app/brief/write/text-direction.ts';
import { DocxRelationships } from './docx-relationships.ts';

/** A heading as the list of contents names it. */
export interface DocxHeading {
  readonly level: 1 | 2 | 3;
  readonly bookmark: string;
  readonly text: string;
}

/** A comment beside the text: its paragraphs as runs. */
export interface DocxComment {
  readonly author: string;
  readonly initials: string;
  /** ISO 8601; `null`: none is written. */
  readonly date: string | null;
  readonly paragraphs: readonly string[];
}

/** What is collected while the parts of one document are written. Numbers count up from the same start each time. */
export class DocxFile {
  readonly brief: PrintedBrief;
  /** Whether the sources stand at the end: quoted words then lead there. */
  readonly appendix: boolean;
  readonly body = new DocxRelationships();
  readonly notes = new DocxRelationships();
  readonly comments: DocxComment[] = [];
  readonly headings: DocxHeading[] = [];
  /** Of each list with numbers: the number it starts with and its level. */
  readonly numberedLists: { readonly start: number; readonly level: number }[] = [];
  /** Paths below `word/`. */
  readonly media = new Map<string, string | Uint8Array>();
  readonly #marked = new Set<number>();
  readonly #pictures = new Map<PrintedPicture, number>();
  #bookmarks = 0;
  #drawings = 0;

  constructor(brief: PrintedBrief, appendix: boolean) {
    this.brief = brief;
    this.appendix = appendix;
  }

  /** Whether a paragraph reads from right to left, in the brief's language. */
  readsFromRight(text: string): boolean {
    return readsFromRight(text, this.brief.language);
  }

  bookmark(name: string, content: string): string {
    const id = this.#bookmarks;
    this.#bookmarks += 1;
    return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
  }

  heading(level: 1 | 2 | 3, text: string): string {
    const bookmark = `_Toc${String(this.headings.length + 1).padStart(9, '0')}`;
    this.headings.push({ level, bookmark, text });
    return bookmark;
  }

  /**
   * The id of the first comment. LibreOffice (7.4) takes a comment with the id of a note for the end of its notes: those that
   * follow lose their words. So comments count on behind the notes.
   */
  get firstComment(): number {
    return this.brief.notes.length + 1;
  }

  /** The id of a new comment. */
  comment(comment: DocxComment): number {
    this.comments.push(comment);
    return this.firstComment + this.comments.length - 1;
  }

  /** Whether this is the first mark of a note: a note can be marked once only. */
  marks(note: number): boolean {
    if (this.#marked.has(note)) return false;
    this.#marked.add(note);
    return true;
  }

  /** The id of a list's numbering; 1 is the one of all lists without numbers. */
  numbering(start: number, level: number): number {
    this.numberedLists.push({ start, level });
    return this.numberedLists.length + 1;
  }

  /** The files of a picture, once for each. */
  picture(picture: PrintedPicture): { readonly png: string; readonly svg: string } {
    const number = this.#pictures.get(picture) ?? this.#pictures.size + 1;
    const png = `media/picture${number}.png`;
    const svg = `media/picture${number}.svg`;
    if (!this.#pictures.has(picture)) {
      this.#pictures.set(picture, number);
      this.media.set(png, new Uint8Array(Buffer.from(picture.png, 'base64')));
      this.media.set(svg, picture.svg);
    }
    return { png, svg };
  }

  drawing(): number {
    this.#drawings += 1;
    return this.#drawings;
  }
}
