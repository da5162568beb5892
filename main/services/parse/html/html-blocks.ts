import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { BlockBuilder } from './block-builder.ts';
import { type BlockContext, contextOf } from './block-context.ts';
import { blockElements, droppedElements, itemElements } from './element-kinds.ts';
import type { BlockElement } from './html-node.ts';
import { isElement } from './html-node.ts';
import { isHidden } from './is-hidden.ts';
import { isNote } from './marked-kind.ts';

/**
 * The blocks of an element's visible text by rule T10. Walks without recursion, so that no nesting is too deep. Linear.
 */
export function htmlBlocks(root: BlockElement): BlockDraft[] {
  const builder = new BlockBuilder();
  const contexts: BlockContext[] = [{ kind: 'paragraph', preformatted: false, layout: false }];
  const context = () => contexts.at(-1) as BlockContext;
  let node = root.firstChild;
  while (node !== null) {
    if (node.nodeType === 3) builder.text(node.textContent ?? '', context().preformatted);
    let next = null;
    if (isElement<BlockElement>(node) && !isLeftOut(node)) {
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
      leave(node as BlockElement, builder, contexts);
    }
    node = next;
  }
  return builder.drafts;
}

/** Whether nothing in an element is text of the article: by its name, its role, or because it is not shown. */
function isLeftOut(element: BlockElement): boolean {
  if (isHidden(element) || leftOutRole.test(element.getAttribute('role') ?? '')) return true;
  // A note is an aside by its name only.
  return (
    droppedElements.has(element.localName) && !(element.localName === 'aside' && isNote(element))
  );
}

// What is beside the article or works the page, as ARIA names it.
const leftOutRole =
  /^(?:alert|alertdialog|complementary|dialog|doc-backlink|doc-pagebreak|menu|menubar|navigation|search|toolbar|tooltip)$/;

function enter(element: BlockElement, builder: BlockBuilder, contexts: BlockContext[]): void {
  const context = contexts.at(-1) as BlockContext;
  if (element.localName === 'br') builder.lineBreak(context);
  else if (element.localName === 'q') builder.openQuote();
  // Captions stay as they are: the credits in them are set in pieces of every kind.
  else if (itemElements.has(element.localName) && context.kind !== 'caption') builder.enterItem();
  else if (blockElements.has(element.localName)) {
    builder.end(context);
    contexts.push(contextOf(element, context));
  }
}

function leave(element: BlockElement, builder: BlockBuilder, contexts: BlockContext[]): void {
  if (element.localName === 'q') builder.closeQuote();
  else if (itemElements.has(element.localName)) builder.leaveItem();
  else if (blockElements.has(element.localName)) {
    builder.end(contexts.pop() as BlockContext);
  }
}
