import { SaxesParser } from 'saxes';
import { type Result, success } from '../../../../app/base/result.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';

/** An element's beginning. */
export interface XmlElement {
  /** `w:p`: a prefix of ours for its namespace, whatever the file calls it; the name alone in an unknown namespace. */
  readonly name: string;
  /** By names made as `name` is; `null`: it has no such attribute. */
  attribute(name: string): string | null;
}

/** Is told what an XML file holds, in its order. An empty element begins and ends. */
export interface XmlHandler {
  open(element: XmlElement): void;
  close(name: string): void;
  text(text: string): void;
}

// The transitional and the strict namespace of one vocabulary get one prefix.
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0', 'svg'],
  ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
  ['urn:oasis:names:tc:opendocument:xmlns:meta:1.0', 'meta'],
  ['urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest'],
  ['urn:oasis:names:tc:opendocument:xmlns:container', 'container'],
  ['http://www.idpf.org/2007/opf', 'opf'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
]);

/** Far deeper than any document; what is deeper was made to exhaust a reader. */
const deepestNesting = 2_000;

class Refusal extends Error {
  readonly code: ParseFailureCode;

  constructor(code: ParseFailureCode) {
    super(code);
    this.code = code;
  }
}

/**
 * Reads the XML of a document strictly and in one pass, without building a tree. No entity is ever resolved: a document
 * type with declarations of its own refuses the file as `entities`, since office programs write none. Fails as
 * `broken-document` if it is not well-formed. Linear.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): Result<null, ParseFailureCode> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  const named = (uri: string, local: string) => {
    const prefix = prefixes.get(uri);
    return prefix === undefined ? local : `${prefix}:${local}`;
  };
  parser.on('error', () => {
    throw new Refusal('broken-document');
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[') || /<!ENTITY/i.test(doctype)) throw new Refusal('entities');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > deepestNesting) throw new Refusal('broken-document');
    let attributes: Map<string, string> | undefined;
    handler.open({
      name: named(tag.uri, tag.local),
      attribute(name) {
        if (attributes === undefined) {
          attributes = new Map();
          for (const { uri, local, value } of Object.values(tag.attributes)) {
            attributes.set(named(uri, local), value);
          }
        }
        return attributes.get(name) ?? null;
      },
    });
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    handler.close(named(tag.uri, tag.local));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  try {
    parser.write(decodeXml(bytes)).close();
  } catch (error) {
    if (error instanceof Refusal) return parseFailure(error.code);
    throw error;
  }
  return success(null);
}

/** XML is UTF-8 or UTF-16; office programs write no other coding. A wrong byte becomes U+FFFD, which is seen. */
export function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
