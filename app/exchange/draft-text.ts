/** The longest name and description that a tag can have, in UTF-16 code units, as the schema of records has it. */
const longestName = 2000;
const longestDescription = 100_000;

/** A name as a tag can have it: on one line, no longer than may be. Empty: it is none. */
export function draftName(text: string): string {
  return cut(text.replace(/\s+/gu, ' ').trim(), longestName);
}

export function draftDescription(text: string): string {
  return cut(text.replaceAll('\r\n', '\n').trim(), longestDescription);
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;
}

/** Counts what could not be carried over and says it in sentences, what is alike in one. */
export class Remarks {
  readonly #places = new Map<string, string[]>();

  /** `sentence` is followed by how many places there are, if several, and the first few of them. */
  note(sentence: string, place: string): void {
    const known = this.#places.get(sentence);
    if (known === undefined) this.#places.set(sentence, [place]);
    else known.push(place);
  }

  get all(): readonly string[] {
    return [...this.#places].map(([sentence, places]) => {
      const named = [...new Set(places)].slice(0, 5).join(', ');
      const more = new Set(places).size > 5 ? ' and others' : '';
      const count = places.length === 1 ? '' : ` (${places.length.toLocaleString('en-GB')})`;
      return `${sentence}${count}: ${named}${more}.`;
    });
  }
}
