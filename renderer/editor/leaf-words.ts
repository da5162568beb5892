import type { Node } from 'prosemirror-model';
import { nodeCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';
import { citationPlainText } from './citation-text.ts';
import { shownAlterations } from './cited-record.ts';
import { nodeReference } from './reference-node.ts';
import { type ReferenceSource, referencePlainText } from './reference-source.ts';

/** What stands in plain text for a node that holds no words of its own. `source`: `null` where nothing can be cited. */
export function leafWords(
  node: Node,
  source: CitationSource | null,
  references: ReferenceSource,
): string {
  const target = nodeReference(node);
  if (target !== null) return referencePlainText(target.kind, references.shown(target));
  const citation = nodeCitation(node);
  if (citation !== null && source !== null) {
    return citationPlainText(citation, source, shownAlterations(node, source));
  }
  return node.type.name === 'hard_break' ? '\n' : '';
}
