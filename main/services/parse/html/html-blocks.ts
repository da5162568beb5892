import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { BlockBuilder } from './block-builder.ts';
import { type BlockContext, contextOf } from './block-context.ts';
import { blockElements, droppedElements } from './element-kinds.ts';
import type { HtmlElement } from './html-node.ts';
import { isElement } from './html-node.ts';
import { isHidden } from './is-hidden.ts';

/**
 * The blocks of an element's visible text by rule T10. Walks without recursion, so that no nesting is too deep. Linear.
 */
export function htmlBlocks(root: HtmlElement): BlockDraft[] {
  const builder = new BlockBuilder();
  const contexts: BlockContext[] = [{ kind: 'paragraph', preformatted: false, layout: false }];
  const context = () => contexts.at(-1) as BlockContext;
  let node = root.firstChild;
  while (node !== null) {
    if (node.nodeType === 3) builder.text(node.textContent ?? '', context().preformatted);
    let next = null;
    if (isElement(node) && !droppedElements.has(node.localName) && !isHidden(node)) {
      enter(node, builder, contexts);
      next = node.firstChild;
      if (next === null) leave(node, builder, contexts);
    }
    // The next node in the order of the text; elements that end on the way to it are left.
    while (next === null) {
      next = node.nextSibling;
      if (next !== null) break;
      node = node.parentNode;
      if (node === null || node === root) {
        builder.end(context());
        return builder.drafts;
      }
      leave(node as HtmlElement, builder, contexts);
    }
    node = next;
  }
  return builder.drafts;
}

function enter(element: HtmlElement, builder: BlockBuilder, contexts: BlockContext[]): void {
  const context = contexts.at(-1) as BlockContext;
  if (element.localName === 'br') builder.lineBreak(context);
  else if (element.localName === 'q') builder.openQuote();
  else if (blockElements.has(element.localName)) {
    builder.end(context);
    contexts.push(contextOf(element, context));
  }
}

function leave(element: HtmlElement, builder: BlockBuilder, contexts: BlockContext[]): void {
  if (element.localName === 'q') builder.closeQuote();
  else if (blockElements.has(element.localName)) {
    builder.end(contexts.pop() as BlockContext);
  }
}
