import {
  type DOMOutputSpec,
  DOMSerializer,
  Fragment,
  type Node,
  type Schema,
} from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { citationOf } from '../../app/brief/cited-ids.ts';
import { mentionOf } from '../../app/brief/mentions.ts';
import type { PictureId } from '../../app/record/ids.ts';
import { type CitationForm, citationAttributes, citationIdName } from './citation-markup.ts';
import type { CitationSource } from './citation-source.ts';
import { citedRecord } from './cited-record.ts';
import { cleanPastedHtml, type PastedInto } from './clean-pasted-html.ts';
import { leafWords } from './leaf-words.ts';
import type { ReferenceSource } from './reference-source.ts';

/**
 * Copying and pasting: citations leave with their words and source for other programs, references with the names of their
 * records, and both come back as what they were where their records are; everything pasted is made plain first, and what that takes out is said.
 * `keepsBriefs`: whether tables and footnotes may stand where it is pasted.
 */
export function citationClipboard(
  schema: Schema,
  source: CitationSource | null,
  references: ReferenceSource,
  keepsBriefs = schema.nodes.table !== undefined,
): Plugin {
  const isKnown = (form: string, id: string): boolean => {
    if (source === null) return false;
    const citation = citationOf({
      type: `${form}_citation`,
      attrs: { [citationIdName(form as CitationForm)]: id },
    });
    if (citation === null || schema.nodes[`${form}_citation`] === undefined) return false;
    return citedRecord(citation, source) !== null;
  };
  const isKnownReference = (kind: string, id: string): boolean => {
    const target = mentionOf({ type: 'reference', attrs: { kind, id } });
    return target !== null && references.shown(target) !== null;
  };
  const leafText = (node: Node): string => leafWords(node, source, references);
  const isKnownPicture = (id: string): boolean =>
    (source?.picture(id as PictureId) ?? null) !== null;
  const into: PastedInto = { isKnown, isKnownReference, isKnownPicture, keepsBriefs };
  return new Plugin({
    props: {
      transformPastedHTML: (html) => {
        const cleaned = cleanPastedHtml(html, into);
        if (cleaned.lost !== null) references.say(cleaned.lost);
        return cleaned.html;
      },
      clipboardTextSerializer: ({ content }) => {
        const plain = withPlainFootnotes(content, leafText);
        return plain.textBetween(0, plain.size, '\n\n', leafText);
      },
      clipboardSerializer: serializer(schema, leafText),
    },
  });
}

function serializer(schema: Schema, leafText: (node: Node) => string): DOMSerializer {
  const nodes = DOMSerializer.nodesFromSchema(schema);
  const withWords = (node: Node): DOMOutputSpec => {
    const attributes = citationAttributes(node);
    return [node.isInline ? 'span' : 'blockquote', attributes, leafText(node)];
  };
  const withName = (node: Node): DOMOutputSpec => [
    'span',
    { 'data-reference': node.attrs.kind, 'data-reference-id': node.attrs.id },
    leafText(node),
  ];
  for (const name of Object.keys(schema.nodes)) {
    if (name === 'reference') nodes[name] = withName;
    else if (name.endsWith('_citation')) nodes[name] = withWords;
  }
  return new DOMSerializer(nodes, DOMSerializer.marksFromSchema(schema));
}

/** The content with the words of footnotes in brackets where they stand: plain text has no other place for them. */
function withPlainFootnotes(content: Fragment, leafText: (node: Node) => string): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.type.name === 'footnote') {
      const words = node.textBetween(0, node.content.size, '', leafText);
      nodes.push(node.type.schema.text(` (${words})`));
    } else
      nodes.push(
        node.copy(node.isText ? node.content : withPlainFootnotes(node.content, leafText)),
      );
  });
  return Fragment.fromArray(nodes);
}
