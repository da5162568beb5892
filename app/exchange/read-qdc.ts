import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { failure, type Result, success } from '../base/result.ts';
import type { CodebookDraft, DraftTag } from './codebook-draft.ts';
import { draftDescription, draftName, Remarks } from './draft-text.ts';
import { readTint } from './tag-colors.ts';

/** An element as the library gives it with `preserveOrder`: its name with its children, attributes under `:@`. */
type XmlNode = Readonly<Record<string, unknown>>;

const guid = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/;
const mostNested = 400;
const mostTags = 20_000;
const noCodebook =
  'There is no codebook in this file. Choose a QDC file (REFI-QDA), or a table (CSV) with a column “name”.';

/**
 * Reads a codebook of REFI-QDA (QDC), or the codebook of a REFI-QDA project's XML. Nested codes become tags below tags. What
 * is missing (colours, guids) or unknown does not stop it; what has no place here (sets, codes that are no codes but only
 * group others, unknown elements and attributes) is told. Cost: the file.
 */
export function readQdc(xml: string): Result<CodebookDraft, 'unreadable'> {
  const text = xml.replace(/^\ufeff/, '');
  const valid = XMLValidator.validate(text, { allowBooleanAttributes: true });
  if (valid !== true) {
    const { line, msg } = valid.err;
    return failure('unreadable', `This is no sound XML: line ${line}, ${msg} ${noCodebook}`);
  }
  let nodes: readonly XmlNode[];
  try {
    nodes = parser().parse(text) as readonly XmlNode[];
  } catch (error) {
    return failure('unreadable', `This can’t be read: ${String(error)} ${noCodebook}`);
  }
  const codebook = find(nodes, 'CodeBook');
  if (codebook === null) return failure('unreadable', noCodebook);
  return new QdcReader().read(codebook);
}

function parser(): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    removeNSPrefix: true,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    // The five of XML and numbers; entities that a file declares are left as they stand.
    htmlEntities: true,
    maxNestedTags: mostNested,
  });
}

class QdcReader {
  readonly #tags: DraftTag[] = [];
  readonly #guids = new Set<string>();
  readonly #remarks = new Remarks();

  read(codebook: XmlNode): Result<CodebookDraft, 'unreadable'> {
    for (const child of childrenOf(codebook)) {
      const name = nameOf(child);
      if (name === 'Codes') this.#codes(childrenOf(child), null);
      else if (name === 'Sets') this.#sets(childrenOf(child));
      else this.#passOver(name);
    }
    if (this.#tags.length === 0) {
      return failure('unreadable', 'This codebook has no codes. Choose another file.');
    }
    if (this.#tags.length > mostTags) {
      const most = mostTags.toLocaleString('en-GB');
      return failure('unreadable', `This codebook has more than ${most} codes. Divide it first.`);
    }
    return success({ tags: this.#tags, remarks: this.#remarks.all });
  }

  #codes(nodes: readonly XmlNode[], parent: number | null): void {
    for (const node of nodes) {
      const name = nameOf(node);
      if (name === 'Code') this.#code(node, parent);
      else this.#passOver(name);
    }
  }

  #code(node: XmlNode, parent: number | null): void {
    const attributes = attributesOf(node);
    const name = draftName(attributes.get('name') ?? '');
    const place = name === '' ? 'unnamed' : `“${name}”`;
    if (name === '') this.#remarks.note('Codes without a name, which got one', place);
    for (const attribute of attributes.keys()) {
      if (!known.has(attribute)) {
        this.#remarks.note(`The attribute “${attribute}” of codes, which was passed over`, place);
      }
    }
    if (/^(false|0)$/.test(attributes.get('isCodable') ?? '')) {
      this.#remarks.note(
        'Codes that only group others, which are tags like all others here',
        place,
      );
    }
    const children = childrenOf(node);
    const description = children
      .filter((child) => nameOf(child) === 'Description')
      .map(textOf)
      .join('\n\n');
    const index = this.#tags.length;
    this.#tags.push({
      guid: this.#guid(attributes.get('guid'), place),
      name: name === '' ? `Code ${index + 1}` : name,
      parent,
      color: this.#color(attributes.get('color'), place),
      description: description.trim() === '' ? null : draftDescription(description),
      key: null,
    });
    this.#codes(
      children.filter((child) => nameOf(child) !== 'Description'),
      index,
    );
  }

  #guid(written: string | undefined, place: string): string | null {
    const found = guid.exec((written ?? '').trim().toLowerCase())?.[1] ?? null;
    if (found === null) {
      this.#remarks.note('Codes without a guid, which are told by their path only', place);
      return null;
    }
    if (this.#guids.has(found)) {
      this.#remarks.note(
        'Codes with the guid of another, which are told by their path only',
        place,
      );
      return null;
    }
    this.#guids.add(found);
    return found;
  }

  #color(written: string | undefined, place: string): DraftTag['color'] {
    if (written === undefined || written.trim() === '') return null;
    const tint = readTint(written);
    if (tint === null) {
      this.#remarks.note('Colours that could not be read', `${place} ${written.slice(0, 20)}`);
      return null;
    }
    if (!tint.exact) {
      this.#remarks.note('Colours that became the nearest of the eight tints here', place);
    }
    return tint.color;
  }

  #sets(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      const name = draftName(attributesOf(node).get('name') ?? '');
      if (nameOf(node) !== 'Set') this.#passOver(nameOf(node));
      else this.#remarks.note('Sets, which were left out as there are none here', `“${name}”`);
    }
  }

  #passOver(name: string): void {
    if (name !== '#text' && name !== '#comment') {
      this.#remarks.note('Unknown elements, which were passed over', name);
    }
  }
}

const known: ReadonlySet<string> = new Set(['guid', 'name', 'isCodable', 'color']);

/** The first element of a name, breadth first: a project's codebook lies below its root. */
function find(nodes: readonly XmlNode[], name: string): XmlNode | null {
  let level = nodes;
  while (level.length > 0) {
    const found = level.find((node) => nameOf(node) === name);
    if (found !== undefined) return found;
    level = level.flatMap(childrenOf);
  }
  return null;
}

function nameOf(node: XmlNode): string {
  return Object.keys(node).find((key) => key !== ':@') ?? '';
}

function childrenOf(node: XmlNode): readonly XmlNode[] {
  const children = node[nameOf(node)];
  return Array.isArray(children) ? (children as readonly XmlNode[]) : [];
}

function attributesOf(node: XmlNode): ReadonlyMap<string, string> {
  const attributes = node[':@'];
  if (typeof attributes !== 'object' || attributes === null) return new Map();
  return new Map(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
}

function textOf(node: XmlNode): string {
  return childrenOf(node)
    .map((child) => (nameOf(child) === '#text' ? String(child['#text']) : textOf(child)))
    .join('');
}
