import type { RichTextMark, RichTextNode } from '../../record/rich-text.ts';

/**
 * A note as a piece of HTML, each node an element, so that `readNoteHtml` makes the same note of it. Mentions become links to
 * `urn:uuid:` with the name that they have now.
 *
 * @param nameOf what a mention is called: of the kind and id of its record
 */
export function writeNoteHtml(
  note: RichTextNode,
  nameOf: (kind: string, id: string) => string,
): string {
  return childrenOf(note, nameOf);
}

type NameOf = (kind: string, id: string) => string;

function childrenOf(node: RichTextNode, nameOf: NameOf): string {
  return (node.content ?? []).map((child) => html(child, nameOf)).join('');
}

function html(node: RichTextNode, nameOf: NameOf): string {
  const inner = (): string => childrenOf(node, nameOf);
  switch (node.type) {
    case 'text':
      return marked(escapeHtml(node.text ?? ''), node.marks);
    case 'hard_break':
      return marked('<br>', node.marks);
    case 'reference': {
      const { kind, id } = node.attrs ?? {};
      const name = escapeHtml(nameOf(String(kind), String(id)));
      return marked(
        `<a href="urn:uuid:${String(id)}" data-kind="${String(kind)}">${name}</a>`,
        node.marks,
      );
    }
    case 'heading':
      return `<h${String(node.attrs?.level ?? 1)}>${inner()}</h${String(node.attrs?.level ?? 1)}>`;
    case 'bullet_list':
      return `<ul>${inner()}</ul>`;
    case 'ordered_list': {
      const order = node.attrs?.order;
      return `<ol${order === undefined ? '' : ` start="${String(order)}"`}>${inner()}</ol>`;
    }
    case 'list_item':
      return `<li>${inner()}</li>`;
    case 'blockquote':
      return `<blockquote>${inner()}</blockquote>`;
    default:
      return `<p>${inner()}</p>`;
  }
}

/** The first mark is outermost. */
function marked(inner: string, marks: readonly RichTextMark[] | undefined): string {
  return (marks ?? []).toReversed().reduce((text, { type, attrs }) => {
    if (type === 'strong') return `<strong>${text}</strong>`;
    if (type === 'em') return `<em>${text}</em>`;
    if (type === 'link') return `<a href="${escapeHtml(String(attrs?.href ?? ''))}">${text}</a>`;
    return text;
  }, inner);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
