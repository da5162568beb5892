import { type DOMOutputSpec, DOMSerializer, type Node, type Schema } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { mentionOf } from '../../app/brief/mentions.ts';
import { nodeCitation } from './citation-node.ts';
import type { CitationSource } from './citation-source.ts';
import { citationPlainText } from './citation-text.ts';
import { cleanPastedHtml } from './clean-pasted-html.ts';
import { nodeReference } from './reference-node.ts';
import { type ReferenceSource, referencePlainText } from './reference-source.ts';

/**
 * Copying and pasting: citations leave with their words and source for other programs, references with the names of their
 * records, and both come back as what they were where their records are; everything pasted is made plain first.
 */
export function citationClipboard(
  schema: Schema,
  source: CitationSource | null,
  references: ReferenceSource,
): Plugin {
  const isKnown = (form: string, id: string): boolean => {
    if (source === null) return false;
    const node = citationNode(schema, form, id);
    const citation = node && nodeCitation(node);
    if (!citation) return false;
    const record =
      citation.kind === 'claim' ? source.claim(citation.id) : source.annotation(citation.id);
    return record !== null;
  };
  const isKnownReference = (kind: string, id: string): boolean => {
    const target = mentionOf({ type: 'reference', attrs: { kind, id } });
    return target !== null && references.shown(target) !== null;
  };
  const leafText = (node: Node): string => {
    const target = nodeReference(node);
    if (target !== null) return referencePlainText(target.kind, references.shown(target));
    const citation = nodeCitation(node);
    if (citation !== null && source !== null) return citationPlainText(citation, source);
    return node.type.name === 'hard_break' ? '\n' : '';
  };
  return new Plugin({
    props: {
      transformPastedHTML: (html) =>
        cleanPastedHtml(html, isKnown, isKnownReference, schema.nodes.table !== undefined),
      clipboardTextSerializer: ({ content }) =>
        content.textBetween(0, content.size, '\n\n', leafText),
      clipboardSerializer: serializer(schema, leafText),
    },
  });
}

function serializer(schema: Schema, leafText: (node: Node) => string): DOMSerializer {
  const nodes = DOMSerializer.nodesFromSchema(schema);
  const withWords = (node: Node): DOMOutputSpec => {
    const attributes = { 'data-citation': formOf(node), 'data-citation-id': idOf(node) };
    return [node.isInline ? 'span' : 'blockquote', attributes, leafText(node)];
  };
  const withName = (node: Node): DOMOutputSpec => [
    'span',
    { 'data-reference': node.attrs.kind, 'data-reference-id': node.attrs.id },
    leafText(node),
  ];
  for (const [name, type] of Object.entries(schema.nodes)) {
    if (type.spec.atom) nodes[name] = name === 'reference' ? withName : withWords;
  }
  return new DOMSerializer(nodes, DOMSerializer.marksFromSchema(schema));
}

function formOf(node: Node): string {
  return node.type.name.replace('_citation', '');
}

function idOf(node: Node): string {
  return nodeCitation(node)?.id ?? '';
}

function citationNode(schema: Schema, form: string, id: string): Node | null {
  const type = schema.nodes[`${form}_citation`];
  return type?.create(form === 'claim' ? { claimId: id } : { annotationId: id }) ?? null;
}
