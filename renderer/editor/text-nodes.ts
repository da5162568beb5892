import type { MarkSpec, NodeSpec } from 'prosemirror-model';
import { safeLink } from '../../app/brief/safe-link.ts';
import { reference } from './reference-node.ts';

/** The nodes that notes and briefs share, in the order of the schema: the first block is what Enter makes. */
export const textNodes = {
  doc: { content: 'block+' },
  paragraph: {
    content: 'inline*',
    group: 'block',
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  bullet_list: {
    content: 'list_item+',
    group: 'block',
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  ordered_list: {
    content: 'list_item+',
    group: 'block',
    attrs: { order: { default: 1, validate: 'number' } },
    parseDOM: [{ tag: 'ol', getAttrs: (dom) => ({ order: firstNumber(dom) }) }],
    toDOM: (node) => (node.attrs.order === 1 ? ['ol', 0] : ['ol', { start: node.attrs.order }, 0]),
  },
  list_item: {
    content: 'paragraph block*',
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  text: { group: 'inline' },
  hard_break: {
    inline: true,
    group: 'inline',
    selectable: false,
    linebreakReplacement: true,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  reference,
} as const satisfies Record<string, NodeSpec>;

/** The marks that notes and briefs share. A link that `safeLink` refuses is pasted without its address. */
export const textMarks = {
  link: {
    attrs: { href: { validate: 'string' } },
    inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: linkAttributes }],
    toDOM: (mark) => ['a', { href: mark.attrs.href, rel: 'noreferrer' }, 0],
  },
  em: {
    parseDOM: [
      { tag: 'i' },
      { tag: 'em' },
      { style: 'font-style=italic' },
      { style: 'font-style=normal', clearMark: (mark) => mark.type.name === 'em' },
    ],
    toDOM: () => ['em', 0],
  },
  strong: {
    parseDOM: [
      { tag: 'strong' },
      // Google Docs wraps all it copies in a <b> whose style says that it is not bold.
      {
        tag: 'b',
        getAttrs: (dom) => (/^(?:normal|400)$/.test(dom.style.fontWeight) ? false : null),
      },
      { style: 'font-weight=400', clearMark: (mark) => mark.type.name === 'strong' },
      { style: 'font-weight', getAttrs: (value) => (isBold(value) ? null : false) },
    ],
    toDOM: () => ['strong', 0],
  },
} as const satisfies Record<string, MarkSpec>;

function linkAttributes(dom: HTMLElement): { href: string } | false {
  const href = safeLink(dom.getAttribute('href') ?? '');
  return href === null ? false : { href };
}

function firstNumber(dom: HTMLElement): number {
  const start = Number(dom.getAttribute('start') ?? 1);
  return Number.isSafeInteger(start) ? start : 1;
}

function isBold(value: unknown): boolean {
  return typeof value === 'string' && /^(?:bold(?:er)?|[5-9]\d{2,})$/.test(value);
}
