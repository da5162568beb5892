import { type BibtexEntry, bibtexReferences } from './bibtex-references.ts';
import type { Reference } from './reference.ts';

/** What stands in a file that is no entry, or one that can't be read. */
export interface BibtexFault {
  readonly where: string;
  readonly reason: string;
}

const mostEntries = 100_000;
/** Each of them is read to the end of the file. */
const mostUnended = 20;

/**
 * Reads the entries of a BibTeX or biblatex file: braces, quotation marks, `#` between parts, `@string`, months, names with
 * particles and suffixes, LaTeX in fields. One entry that can't be read costs no other. Linear.
 *
 * Own code: @retorquere/bibtex-parser 9.0.29 brings 19 MB, a language model of English among it, and
 * @citation-js/core 0.7 a client for the network; what articles need of an entry is little.
 */
export function readBibtex(text: string): {
  readonly references: readonly Reference[];
  readonly faults: readonly BibtexFault[];
} {
  return new BibtexReader(text).read();
}

class BibtexReader {
  readonly #text: string;
  readonly #strings = new Map<string, string>();
  readonly #entries: BibtexEntry[] = [];
  readonly #faults: BibtexFault[] = [];
  #at = 0;
  #unended = 0;
  #hasEscapes = false;
  #counted = { at: 0, line: 1 };

  constructor(text: string) {
    this.#text = text.replace(/^\ufeff/, '');
  }

  read() {
    for (;;) {
      const next = this.#text.indexOf('@', this.#at);
      if (next === -1 || this.#entries.length >= mostEntries) break;
      this.#at = next + 1;
      const type = this.#word().toLowerCase();
      this.#space();
      const open = this.#text.charAt(this.#at);
      if (type === '' || (open !== '{' && open !== '(')) continue;
      if (type === 'comment' || type === 'preamble') {
        this.#hasEscapes = false;
        this.#skipGroup();
      } else this.#entry(next, type);
    }
    return { references: bibtexReferences(this.#entries), faults: this.#faults };
  }

  #entry(start: number, type: string): void {
    const open = this.#at;
    // BibTeX counts braces whatever stands before them, as at the end of `{C:\papers\}`; a few programs escape single ones.
    for (const hasEscapes of [false, true]) {
      this.#at = open;
      this.#hasEscapes = hasEscapes;
      const close = this.#text.charAt(this.#at) === '{' ? '}' : ')';
      this.#at += 1;
      const key = type === 'string' ? '' : this.#key();
      const where = key === '' ? `entry on line ${this.#line(start)}` : `entry ${key}`;
      const fields = this.#fields(close);
      if (fields === null) {
        if (hasEscapes) this.#refuse(where, start);
        continue;
      }
      if (type === 'string') for (const [name, value] of fields) this.#strings.set(name, value);
      else this.#entries.push({ key, where, fields });
      return;
    }
  }

  /** The fields up to the end of an entry; `null`: it can't be read from here on. */
  #fields(close: string): ReadonlyMap<string, string> | null {
    const fields = new Map<string, string>();
    for (;;) {
      this.#space();
      const sign = this.#text.charAt(this.#at);
      if (sign === ',') this.#at += 1;
      else if (sign === close) {
        this.#at += 1;
        return fields;
      } else {
        const name = this.#word().toLowerCase();
        this.#space();
        if (name === '' || this.#text.charAt(this.#at) !== '=') return null;
        this.#at += 1;
        const value = this.#value();
        if (!fields.has(name)) fields.set(name, value);
      }
    }
  }

  #value(): string {
    const parts: string[] = [];
    for (;;) {
      this.#space();
      const sign = this.#text.charAt(this.#at);
      if (sign === '{') parts.push(this.#braced());
      else if (sign === '"') parts.push(this.#quoted());
      else {
        const word = this.#word();
        parts.push(this.#strings.get(word.toLowerCase()) ?? word);
        if (word === '') break;
      }
      this.#space();
      if (this.#text.charAt(this.#at) !== '#') break;
      this.#at += 1;
    }
    return parts.join('');
  }

  #braced(): string {
    const from = this.#at + 1;
    this.#skipGroup();
    return this.#text.slice(from, Math.max(from, this.#at - 1));
  }

  #quoted(): string {
    this.#at += 1;
    const from = this.#at;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text.charAt(this.#at);
      if (sign === '\\') this.#at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      else if (sign === '"' && depth <= 0) break;
    }
    const value = this.#text.slice(from, this.#at);
    this.#at += 1;
    return value;
  }

  /** Goes behind the brace or bracket that closes the one it stands at. */
  #skipGroup(): void {
    const isBrace = this.#text.charAt(this.#at) === '{';
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text.charAt(this.#at);
      if (this.#hasEscapes && sign === '\\') this.#at += 1;
      else if (sign === '{' || (!isBrace && sign === '(')) depth += 1;
      else if (sign === '}' || (!isBrace && sign === ')')) depth -= 1;
      if (depth === 0) break;
    }
    this.#at = Math.min(this.#at + 1, this.#text.length);
  }

  #key(): string {
    this.#space();
    // To the comma, with what BibTeX itself would not take, if one comes on the line.
    const rest = this.#text.slice(this.#at, this.#at + 500);
    const key = /^[^,\r\n{}"=]*(?=,)/.exec(rest)?.[0] ?? /^[^,\s{}()]*/.exec(rest)?.[0] ?? '';
    this.#at += key.length;
    return key.trim();
  }

  #word(): string {
    const word = /^[^\s=,#{}()"'@%\\]*/.exec(this.#text.slice(this.#at, this.#at + 200))?.[0] ?? '';
    this.#at += word.length;
    return word;
  }

  #space(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at += 1;
  }

  /** Goes on with the next entry, which begins on a line of its own. */
  #refuse(where: string, start: number): void {
    const isEnd = this.#at >= this.#text.length;
    const line = this.#line(isEnd ? start : this.#at);
    const reason = isEnd
      ? `It begins on line ${line} and never ends: a brace or a quotation mark is missing.`
      : `It can't be read from line ${line} on: a comma, a brace or an equals sign is missing there.`;
    this.#faults.push({ where, reason });
    const next = /\n\s*@/g;
    next.lastIndex = isEnd ? start + 1 : this.#at;
    this.#unended += isEnd ? 1 : 0;
    const found = this.#unended > mostUnended ? null : next.exec(this.#text);
    this.#at = found?.index ?? this.#text.length;
  }

  /** The line of a place: places are asked for in order, but for one step back. */
  #line(at: number): number {
    if (at < this.#counted.at) this.#counted = { at: 0, line: 1 };
    let { line } = this.#counted;
    let next = this.#text.indexOf('\n', this.#counted.at);
    while (next !== -1 && next < at) {
      line += 1;
      next = this.#text.indexOf('\n', next + 1);
    }
    this.#counted = { at, line };
    return line;
  }
}
