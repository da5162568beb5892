import { failure, type Result, success } from '../base/result.ts';
import type { CodebookDraft, DraftTag } from './codebook-draft.ts';
import { draftDescription, draftName, Remarks } from './draft-text.ts';
import { plainGuid } from './refi/guid.ts';
import { readTint } from './tag-colors.ts';
import { elementsIn, readXml, textIn, type XmlElement } from './xml/read-xml.ts';

const mostTags = 20_000;
const noCodebook =
  'There is no codebook in this file. Choose a QDC file (REFI-QDA), or a table (CSV) with a column “name”.';

/**
 * Reads a codebook of REFI-QDA (QDC), or the codebook of a REFI-QDA project's XML. Nested codes become tags below tags. What
 * is missing (colours, guids) or unknown does not stop it; what has no place here (sets, codes that are no codes but only
 * group others, unknown elements and attributes) is told. Cost: the file.
 */
export function readQdc(xml: string): Result<CodebookDraft, 'unreadable'> {
  const root = readXml(xml.replace(/^\ufeff/, ''));
  if (!root.ok) return failure('unreadable', `${root.error.message} ${noCodebook}`);
  const codebook = find([root.value], 'CodeBook');
  if (codebook === null) return failure('unreadable', noCodebook);
  return readCodes(codebook, () => null);
}

/**
 * Reads the codes of a `CodeBook` element, as `readQdc` does. `memoOf` gives the text of a note by its guid as it is written;
 * the notes of a code become part of its description.
 */
export function readCodes(
  codebook: XmlElement,
  memoOf: (guid: string) => string | null,
): Result<CodebookDraft, 'unreadable'> {
  return new QdcReader(memoOf).read(codebook);
}

class QdcReader {
  readonly #tags: DraftTag[] = [];
  readonly #guids = new Set<string>();
  readonly #remarks = new Remarks();
  readonly #memoOf: (guid: string) => string | null;

  constructor(memoOf: (guid: string) => string | null) {
    this.#memoOf = memoOf;
  }

  read(codebook: XmlElement): Result<CodebookDraft, 'unreadable'> {
    for (const child of elementsIn(codebook)) {
      if (child.name === 'Codes') this.#codes(elementsIn(child), null);
      else if (child.name === 'Sets') this.#sets(elementsIn(child));
      else this.#passOver(child.name);
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

  #codes(elements: readonly XmlElement[], parent: number | null): void {
    for (const element of elements) {
      if (element.name === 'Code') this.#code(element, parent);
      else this.#passOver(element.name);
    }
  }

  #code(element: XmlElement, parent: number | null): void {
    const { attributes } = element;
    const name = draftName(attributes.name ?? '');
    const place = name === '' ? 'unnamed' : `“${name}”`;
    if (name === '') this.#remarks.note('Codes without a name, which got one', place);
    for (const attribute of Object.keys(attributes)) {
      if (!known.has(attribute)) {
        this.#remarks.note(`The attribute “${attribute}” of codes, which was passed over`, place);
      }
    }
    if (/^(false|0)$/.test(attributes.isCodable ?? '')) {
      this.#remarks.note(
        'Codes that only group others, which are tags like all others here',
        place,
      );
    }
    const description = [
      ...elementsIn(element, 'Description').map(textIn),
      ...elementsIn(element, 'NoteRef').map(
        (note) => this.#memoOf(note.attributes.targetGUID ?? '') ?? '',
      ),
    ]
      .filter((part) => part.trim() !== '')
      .join('\n\n');
    const index = this.#tags.length;
    this.#tags.push({
      guid: this.#guid(attributes.guid, place),
      name: name === '' ? `Code ${index + 1}` : name,
      parent,
      color: this.#color(attributes.color, place),
      description: description.trim() === '' ? null : draftDescription(description),
      key: null,
    });
    this.#codes(
      elementsIn(element).filter(({ name: kind }) => !/^(?:Description|NoteRef)$/.test(kind)),
      index,
    );
  }

  #guid(written: string | undefined, place: string): string | null {
    const found = plainGuid(written);
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

  #sets(elements: readonly XmlElement[]): void {
    for (const element of elements) {
      const name = draftName(element.attributes.name ?? '');
      if (element.name !== 'Set') this.#passOver(element.name);
      else this.#remarks.note('Sets, which were left out as there are none here', `“${name}”`);
    }
  }

  #passOver(name: string): void {
    this.#remarks.note('Unknown elements, which were passed over', name);
  }
}

const known: ReadonlySet<string> = new Set(['guid', 'name', 'isCodable', 'color']);

/** The first element of a name, breadth first: a project's codebook lies below its root. */
function find(elements: readonly XmlElement[], name: string): XmlElement | null {
  let level = elements;
  while (level.length > 0) {
    const found = level.find((element) => element.name === name);
    if (found !== undefined) return found;
    level = level.flatMap((element) => elementsIn(element));
  }
  return null;
}
