import { xmlAttribute, xmlHead } from './docx-xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Relationship {
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

/** Of an address in a package, in characters; what is longer Word can't open. */
const longestAddress = 2_000;

/** As it is written where that is sound (RFC 3986); else with what is none of its signs encoded. */
function soundAddress(url: string): string {
  const isSound = (address: string): boolean =>
    !/[^\x21-\x7e]|["<>\\^`{|}]|%(?![0-9a-f]{2})/i.test(address);
  if (isSound(url)) return url;
  const { href } = new URL(url);
  if (isSound(href)) return href;
  return href.replace(/["<>\\^`{|}]|%(?![0-9a-f]{2})/gi, encodeURIComponent);
}

/** What one part of a document leads to: ids are given in the order of asking, the same target has the same id. */
export class DocxRelationships {
  readonly #ids = new Map<string, string>();
  readonly #all: Relationship[] = [];

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  /** The id of a part of the package; `type` is the last word of the relationship's type. */
  part(type: string, target: string): string {
    return this.#id({ type: `${office}/${type}`, target, external: false });
  }

  /**
   * The id of an address outside, which has been found safe before; `null`: Word would call a file with it damaged, since it
   * is none or too long.
   */
  link(url: string): string | null {
    const target = URL.canParse(url) ? soundAddress(url) : '';
    if (target === '' || target.length > longestAddress) return null;
    return this.#id({ type: `${office}/hyperlink`, target, external: true });
  }

  xml(): string {
    const items = this.#all.map(
      ({ type, target, external }, index) =>
        `<Relationship Id="rId${index + 1}" Type="${type}" Target="${xmlAttribute(target)}"${external ? ' TargetMode="External"' : ''}/>`,
    );
    return `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  }

  #id(relationship: Relationship): string {
    const key = `${relationship.type} ${relationship.target}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#all.push(relationship);
    const id = `rId${this.#all.length}`;
    this.#ids.set(key, id);
    return id;
  }
}
