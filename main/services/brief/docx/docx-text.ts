import { rightToLeftLetter, rightToLeftWords } from '../../../../app/brief/write/text-direction.ts';
import { languageTag, xmlText } from './docx-xml.ts';

/** How the letters of a run look. */
export interface DocxLook {
  readonly strong?: boolean | undefined;
  readonly emphasis?: boolean | undefined;
  readonly smallCaps?: boolean | undefined;
  readonly superscript?: boolean | undefined;
  readonly subscript?: boolean | undefined;
  readonly shaded?: boolean;
  /** The id of a character style. */
  readonly style?: string;
  /** BCP 47; `null` and absent: the document's. */
  readonly language?: string | null;
}

/** Words as runs: line feeds as breaks, tabs as tabs, every other character as it is. Empty words have none. */
export function docxText(text: string, look: DocxLook = {}): string {
  if (text === '') return '';
  if (!rightToLeftLetter.test(text)) return run(text, look, false);
  return text
    .split(rightToLeftWords)
    .map((part, index) => (part === '' ? '' : run(part, look, index % 2 === 1)))
    .join('');
}

function run(text: string, look: DocxLook, fromRight: boolean): string {
  const pieces = text
    .split(/([\n\t])/)
    .map((piece) => {
      if (piece === '\n') return '<w:br/>';
      if (piece === '\t') return '<w:tab/>';
      return piece === '' ? '' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`;
    })
    .join('');
  return `<w:r>${docxLook(look, fromRight)}${pieces}</w:r>`;
}

/** The properties of a run, in the order that the schema asks for. */
export function docxLook(look: DocxLook, fromRight = false): string {
  const tag = languageTag(look.language);
  const parts = [
    look.style === undefined ? '' : `<w:rStyle w:val="${look.style}"/>`,
    look.strong === true ? '<w:b/><w:bCs/>' : '',
    look.emphasis === true ? '<w:i/><w:iCs/>' : '',
    look.smallCaps === true ? '<w:smallCaps/>' : '',
    look.shaded === true ? '<w:shd w:val="clear" w:color="auto" w:fill="F5E7C0"/>' : '',
    look.superscript === true ? '<w:vertAlign w:val="superscript"/>' : '',
    look.subscript === true && look.superscript !== true ? '<w:vertAlign w:val="subscript"/>' : '',
    fromRight ? '<w:rtl/>' : '',
    tag === null ? '' : `<w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/>`,
  ].join('');
  return parts === '' ? '' : `<w:rPr>${parts}</w:rPr>`;
}
