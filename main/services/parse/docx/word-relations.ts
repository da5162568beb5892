import type { XmlElement, XmlHandler } from '../document/xml-events.ts';

/** Which parts of a Word document belong to one of its parts, by the last word of their kind: `styles`, `footnotes`. */
export class WordRelations implements XmlHandler {
  readonly #targets = new Map<string, string>();
  readonly #folder: string;

  /** `folder`: where the part lies that the relations are of, empty or ending in `/`. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  open(element: XmlElement): void {
    if (element.name !== 'rel:Relationship') return;
    // What lies outside of the file is never read, so it need not be known.
    if (element.attribute('TargetMode') === 'External') return;
    const kind = element.attribute('Type')?.replace(/^.*\//, '') ?? '';
    const target = element.attribute('Target') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : this.#folder + target;
    if (!this.#targets.has(kind)) this.#targets.set(kind, withoutDots(path));
  }

  close(): void {}

  text(): void {}

  /** The path of the part of a kind; `null`: there is none. */
  find(kind: string): string | null {
    return this.#targets.get(kind) ?? null;
  }
}

function withoutDots(path: string): string {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '.' && name !== '') names.push(name);
  }
  return names.join('/');
}
