import type { RichTextNode } from '../../../app/record/rich-text.ts';

/** What stands for a record that a text names: a citation, a mention. */
export type NameOfRecord = (id: string) => string;

/** The words of a note or a brief, a block a line, so that two states of it can be put beside each other. */
export function richTextWords(node: RichTextNode | null, nameOf: NameOfRecord): string {
  return node === null ? '' : blocksOf(node, nameOf, '').join('\n');
}

function blocksOf(node: RichTextNode, nameOf: NameOfRecord, lead: string): readonly string[] {
  const children = node.content ?? [];
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [lead + children.map((child) => inlineWords(child, nameOf)).join('')];
    case 'quotation_citation':
    case 'claim_citation':
      return [lead + inlineWords(node, nameOf)];
    case 'bullet_list':
      return children.flatMap((item) => blocksOf(item, nameOf, `${lead}• `));
    case 'ordered_list':
      return children.flatMap((item, index) => blocksOf(item, nameOf, `${lead}${index + 1}. `));
    default:
      return children.flatMap((child, index) =>
        blocksOf(child, nameOf, index === 0 ? lead : lead.replaceAll(/\S/g, ' ')),
      );
  }
}

function inlineWords({ type, text, attrs }: RichTextNode, nameOf: NameOfRecord): string {
  if (type === 'text') return text ?? '';
  if (type === 'hard_break') return '\n';
  const id = attrs?.id ?? attrs?.annotationId ?? attrs?.claimId;
  return typeof id === 'string' ? `[${nameOf(id)}]` : '';
}
