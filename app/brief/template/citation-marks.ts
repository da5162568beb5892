/** The four tags of a template that cite, and the mention of an article by its title. */
export type MarkForm = 'cite' | 'quote' | 'claim' | 'article' | 'mention';

const opening = '\uE000';
const closing = '\uE001';
const pattern = /\uE000(cite|quote|claim|article|mention) ([^\uE000\uE001]+)\uE001/gu;

/** What a tag writes into the Markdown, to be read back as a citation: signs of the private area that no text has. */
export function citationMark(form: MarkForm, id: string): string {
  return `${opening}${form} ${id}${closing}`;
}

/** A piece of text, or a citation in it. */
export type MarkedPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'mark'; readonly form: MarkForm; readonly id: string };

/** Words with their citations, in order; signs of the private area that are no citation are left out. */
export function markedPieces(words: string): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  const write = (text: string): void => {
    const plain = withoutMarks(text);
    if (plain !== '') pieces.push({ kind: 'text', text: plain });
  };
  for (const match of words.matchAll(pattern)) {
    write(words.slice(from, match.index));
    pieces.push({ kind: 'mark', form: match[1] as MarkForm, id: match[2] ?? '' });
    from = match.index + match[0].length;
  }
  write(words.slice(from));
  return pieces;
}

/** Words of a source or a template, which may not write citations by themselves. */
export function withoutMarks(words: string): string {
  return words.replace(/[\uE000\uE001]/gu, '');
}
