import type { PrintedPassage, PrintedRun } from '../../../../app/brief/print/printed-brief.ts';
import { safeLink } from '../../../../app/brief/safe-link.ts';
import { placeLine, sourceLine } from '../../../../app/brief/write/passage-lines.ts';
import type { DocxFile } from './docx-file.ts';
import { type DocxLook, docxLook, docxText } from './docx-text.ts';

/** Where a line stands. */
export type DocxPlace = 'body' | 'note';

/** The lines of a printed brief as runs of one document. Write the body in its order, then the notes. */
export class DocxRuns {
  readonly #file: DocxFile;

  constructor(file: DocxFile) {
    this.#file = file;
  }

  line(runs: readonly PrintedRun[], place: DocxPlace, look: DocxLook = {}): string {
    return runs.map((run) => this.#run(run, place, look)).join('');
  }

  /** Words of a passage with its comment beside them; they lead to the sources where those are printed. */
  cited(runs: readonly PrintedRun[], passage: number, place: DocxPlace): string {
    const printed = this.#passage(passage);
    const look: DocxLook = { language: printed.annotationId === null ? null : printed.language };
    const words = this.#leading(runs, passage, place, look);
    // Programs do not take comments in notes everywhere; what is quoted there is quoted above as well, or is in the sources.
    return place === 'note' ? words : this.#beside(words, passageComment(printed));
  }

  #passage(index: number): PrintedPassage {
    const passage = this.#file.brief.passages[index];
    if (passage === undefined) throw new RangeError(`There is no passage ${index}.`);
    return passage;
  }

  #run(run: PrintedRun, place: DocxPlace, look: DocxLook): string {
    switch (run.kind) {
      case 'text': {
        const { strong, emphasis, smallCaps, superscript, subscript, href } = run;
        const own: DocxLook = { ...look, strong, emphasis, smallCaps, superscript, subscript };
        const url = href === undefined ? null : safeLink(href);
        if (url === null) return docxText(run.text, own);
        const relationships = place === 'note' ? this.#file.notes : this.#file.body;
        const link = relationships.link(url);
        // What can not be a link is read as words.
        if (link === null) return docxText(run.text === url ? url : `${run.text} (${url})`, own);
        const words = docxText(run.text, { ...own, style: 'Hyperlink' });
        return `<w:hyperlink r:id="${link}" w:history="1">${words}</w:hyperlink>`;
      }
      case 'break':
        return '<w:r><w:br/></w:r>';
      case 'note':
        return this.#mark(run.number, place);
      case 'cited':
        return this.cited(run.runs, run.passage, place);
      case 'comment': {
        const words = this.line(run.runs, place, look);
        if (place === 'note') return words + docxText(` [Comment: ${run.text}]`);
        return this.#beside(words, {
          author: 'Comment to self',
          initials: 'C',
          date: run.at,
          paragraphs: run.text.split('\n').map((line) => docxText(line)),
        });
      }
    }
  }

  /** A link can not hold a link, nor well a mark: those stand between the parts of the words that lead to the sources. */
  #leading(runs: readonly PrintedRun[], passage: number, place: DocxPlace, look: DocxLook): string {
    if (!this.#file.appendix) return this.line(runs, place, look);
    let content = '';
    let held = '';
    const release = (): void => {
      if (held !== '') {
        content += `<w:hyperlink w:anchor="${passageBookmark(passage)}" w:history="1">${held}</w:hyperlink>`;
      }
      held = '';
    };
    for (const run of runs) {
      const isPlain = (run.kind === 'text' && run.href === undefined) || run.kind === 'break';
      if (isPlain) held += this.#run(run, place, look);
      else {
        release();
        content += this.#run(run, place, look);
      }
    }
    release();
    return content;
  }

  /** A note can be marked once, and not in a note: elsewhere its number stands as raised letters. */
  #mark(number: number, place: DocxPlace): string {
    if (place === 'note' || !this.#file.marks(number)) {
      return docxText(String(number), { superscript: true });
    }
    const [style, element] =
      this.#file.brief.noteForm === 'footnotes'
        ? ['FootnoteReference', 'footnoteReference']
        : ['EndnoteReference', 'endnoteReference'];
    return `<w:r>${docxLook({ style })}<w:${element} w:id="${number}"/></w:r>`;
  }

  #beside(words: string, comment: Parameters<DocxFile['comment']>[0]): string {
    const id = this.#file.comment(comment);
    const mark = `<w:r>${docxLook({ style: 'CommentReference' })}<w:commentReference w:id="${id}"/></w:r>`;
    return `<w:commentRangeStart w:id="${id}"/>${words}<w:commentRangeEnd w:id="${id}"/>${mark}`;
  }
}

/** The bookmark of a passage in the sources at the end. */
export function passageBookmark(passage: number): string {
  return `passage_${passage + 1}`;
}

function passageComment(passage: PrintedPassage): Parameters<DocxFile['comment']>[0] {
  const { label, before, quote, after, url, language } = passage;
  const head = docxText(`${label} `, { strong: true }) + docxText(sourceLine(passage));
  const words =
    docxText(before, { language }) +
    docxText(quote, { strong: true, language }) +
    docxText(after, { language });
  return {
    author: 'Variorum',
    initials: 'V',
    date: null,
    paragraphs: [
      head,
      ...(passage.annotationId === null ? [] : [words]),
      ...(url === null ? [] : [docxText(url)]),
      docxText(placeLine(passage)),
    ],
  };
}

/** A moment as the schema takes it; of any other the comment tells none. */
const moment =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)$/;

/** The comments as a part. */
export function commentElements(file: DocxFile): string {
  return file.comments
    .map(({ author, initials, date, paragraphs }, index) => {
      const id = file.firstComment + index;
      const at = date === null || !moment.test(date) ? '' : ` w:date="${date}"`;
      const mark = `<w:r>${docxLook({ style: 'CommentReference' })}<w:annotationRef/></w:r>`;
      const lines = paragraphs.map(
        (runs, line) =>
          `<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${line === 0 ? mark : ''}${runs}</w:p>`,
      );
      return `<w:comment w:id="${id}" w:author="${author}"${at} w:initials="${initials}">${lines.join('')}</w:comment>`;
    })
    .join('');
}
