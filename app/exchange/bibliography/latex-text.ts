// What LaTeX's commands for accents put over or under a letter, as combining marks (Unicode).
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030a',
  H: '\u030b',
  v: '\u030c',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
};

const letters: Readonly<Record<string, string>> = {
  ...{ ss: 'ß', SS: 'ẞ', o: 'ø', O: 'Ø', l: 'ł', L: 'Ł', ae: 'æ', AE: 'Æ', oe: 'œ', OE: 'Œ' },
  ...{ aa: 'å', AA: 'Å', i: 'ı', j: 'ȷ', dh: 'ð', DH: 'Ð', th: 'þ', TH: 'Þ', dj: 'đ', DJ: 'Đ' },
  ...{ ng: 'ŋ', NG: 'Ŋ', P: '¶', S: '§', copyright: '©', pounds: '£', euro: '€', texteuro: '€' },
  ...{ dots: '…', ldots: '…', textellipsis: '…', textendash: '–', textemdash: '—', slash: '/' },
  ...{ textquoteleft: '‘', textquoteright: '’', textquotedblleft: '“', textquotedblright: '”' },
  ...{ guillemotleft: '«', guillemotright: '»', textasciitilde: '~', textasciicircum: '^' },
  ...{ textbackslash: '\\', textunderscore: '_', textdegree: '°', textregistered: '®' },
  ...{ texttrademark: '™', LaTeX: 'LaTeX', TeX: 'TeX', textbar: '|', textless: '<' },
  ...{
    textasciigrave: '`',
    textgreater: '>',
    quotedblbase: '„',
    quotesinglbase: '‚',
    textexclamdown: '¡',
    textbraceleft: '{',
    textbraceright: '}',
  },
};

/**
 * A field of BibTeX as plain text: accents and letters of LaTeX as what they stand for, marks of the text's look left out
 * with their braces, dashes and quotation marks as printed. What it does not know is left out, its argument kept. Linear.
 */
export function latexText(field: string): string {
  return new LatexReader(field).read().normalize('NFC').replace(/\s+/g, ' ').trim();
}

class LatexReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): string {
    const parts: string[] = [];
    while (this.#at < this.#text.length) parts.push(this.#next());
    return parts.join('');
  }

  #next(): string {
    const sign = this.#text.charAt(this.#at);
    if (sign === '\\') return this.#command();
    this.#at += 1;
    switch (sign) {
      case '{':
      case '}':
      case '$':
        return '';
      case '~':
        return ' ';
      case '-':
        return this.#dashes();
      case '`':
        return this.#doubled('`') ? '“' : '‘';
      case "'":
        return this.#doubled("'") ? '”' : "'";
      default:
        return sign;
    }
  }

  #dashes(): string {
    const more = /^-{0,2}/.exec(this.#text.slice(this.#at, this.#at + 2))?.[0].length ?? 0;
    this.#at += more;
    return ['-', '–', '—'][more] ?? '—';
  }

  #doubled(sign: string): boolean {
    if (this.#text.charAt(this.#at) !== sign) return false;
    this.#at += 1;
    return true;
  }

  #command(): string {
    this.#at += 1;
    const word = /^[A-Za-z]+/.exec(this.#text.slice(this.#at, this.#at + 40))?.[0];
    const name = word ?? this.#text.charAt(this.#at);
    this.#at += name.length;
    const accent = Object.hasOwn(accents, name) ? accents[name] : undefined;
    // `\c` is an accent, `\cite` is none; `\'` needs no space behind it.
    if (accent !== undefined) return this.#accented(accent);
    if (word === undefined)
      return name === '\\' || name === ' ' ? ' ' : /[,;:!/]/.test(name) ? '' : name;
    const rest = /^\s*(?:\{\})?/.exec(this.#text.slice(this.#at, this.#at + 40))?.[0].length ?? 0;
    const letter = Object.hasOwn(letters, name) ? letters[name] : undefined;
    if (letter !== undefined) {
      this.#at += rest;
      return letter;
    }
    this.#at += /^\s*/.exec(this.#text.slice(this.#at, this.#at + 40))?.[0].length ?? 0;
    return '';
  }

  #accented(mark: string): string {
    let braces = 0;
    while (/[\s{]/.test(this.#text.charAt(this.#at))) {
      if (this.#text.charAt(this.#at) === '{') braces += 1;
      this.#at += 1;
    }
    let letter = '';
    if (this.#at < this.#text.length && this.#text.charAt(this.#at) !== '}') {
      const point = this.#text.codePointAt(this.#at) ?? 32;
      if (this.#text.charAt(this.#at) === '\\') letter = this.#command();
      else {
        letter = String.fromCodePoint(point);
        this.#at += letter.length;
      }
    }
    for (; braces > 0 && this.#text.charAt(this.#at) === '}'; braces -= 1) this.#at += 1;
    // Over an accent the dot of i and j goes.
    const bare = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
    return bare === '' ? '' : bare + mark;
  }
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces whatever stands before them: one that is not closed would break the file.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  // Else they would be read as dashes and quotation marks.
  '`': '\\textasciigrave{}',
};

/** Plain text for a field of BibTeX in UTF-8: what LaTeX takes for its own signs is escaped. `latexText` reads it back. */
export function escapedLatex(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\{}$&%#_~^`]/g, (sign) => escapes[sign] ?? '')
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}");
}
