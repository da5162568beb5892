/** What stands between marks, as a sentence of its author sees it: one word. */
export interface TokenQuote {
  readonly start: number;
  readonly end: number;
  /** Which passage it is a part of, by index. */
  readonly passage: number;
  /** The first and last signs inside its marks. */
  readonly firstSign: string;
  readonly lastSign: string;
}

/** A word or sign of a text outside quotations, or a quotation as a whole. Offsets are those of the text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'quote';
  readonly start: number;
  readonly end: number;
  /** As written, the possessive ending left out; of a quotation empty. */
  readonly text: string;
  readonly lower: string;
  /** Whether it has a possessive ending: China’s. */
  readonly possessive: boolean;
  readonly capital: boolean;
  /** Of a quotation: which passage it is a part of. */
  readonly quote: TokenQuote | null;
}

/** The tokens of one sentence of the author's. */
export type Sentence = readonly Token[];

const tokenPattern =
  /(?:\p{L}\.){2,}|\p{L}[\p{L}\p{M}\p{N}]*(?:['’\-.&][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*(?:(?<=s)['’](?=\s\p{Lu}))?|\p{N}[\p{N}.,:]*\p{N}|\p{N}|[^\s\p{L}\p{N}]/gu;
const possessiveEnding = /(?:['’]s)$/u;
const capitalStart = /^\p{Lu}/u;
const abbreviation =
  /^(?:\p{L}|Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Maj|Capt|Cmdr|Adm|Lt|Sgt|Sen|Rep|Gov|Pres|Rev|Hon|St|Mt|No|Jr|Inc|Corp|Co|Ltd|vs|cf|ca|Mme|Mlle|Hr|Fr|Sra?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Cllr|approx|est)$/u;
const endsInside = /[.!?…。！？]/u;
const hanStop = /[。！？]/u;

/** The sentences of a block between [start, end) of a text, quotations being one token each. Linear. */
export function sentencesOfBlock(
  text: string,
  start: number,
  end: number,
  quotes: readonly TokenQuote[],
): Sentence[] {
  const tokens: Token[] = [];
  let from = start;
  for (const quote of quotes) {
    addTokens(tokens, text, from, quote.start);
    tokens.push({
      kind: 'quote',
      start: quote.start,
      end: quote.end,
      text: '',
      lower: '',
      possessive: false,
      capital: false,
      quote,
    });
    from = quote.end;
  }
  addTokens(tokens, text, from, end);
  return cut(text, tokens);
}

function addTokens(tokens: Token[], text: string, from: number, until: number): void {
  for (const match of text.slice(from, until).matchAll(tokenPattern)) {
    const whole = match[0];
    const start = from + match.index;
    const first = whole.charAt(0);
    const kind = /\p{L}/u.test(first) ? 'word' : /\p{N}/u.test(first) ? 'number' : 'sign';
    const possessive = kind === 'word' && possessiveEnding.test(whole);
    const word = possessive ? whole.slice(0, -2) : whole;
    tokens.push({
      kind,
      start,
      end: start + whole.length,
      text: word,
      lower: word.toLowerCase().replace('’', "'"),
      possessive:
        possessive ||
        /s['’]$/u.test(whole) ||
        (kind === 'word' &&
          whole.endsWith('s') &&
          /^['’]\s/u.test(text.slice(start + whole.length, start + whole.length + 2))),
      capital: kind === 'word' && capitalStart.test(word),
      quote: null,
    });
  }
}

function cut(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const dateline = datelineEnd(tokens);
  for (let index = 0; index < tokens.length; index += 1) {
    if (index + 1 !== dateline && !endsSentence(text, tokens, index)) continue;
    sentences.push(tokens.slice(from, index + 1));
    from = index + 1;
  }
  if (from < tokens.length) sentences.push(tokens.slice(from));
  return sentences;
}

function endsSentence(text: string, tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  const next = tokens[index + 1];
  if (token === undefined || next === undefined) return false;
  if (token.kind === 'sign' && hanStop.test(token.text)) return true;
  const spaced = next.start > token.end;
  const begins = next.kind === 'quote' || next.kind === 'number' || next.capital || opensAnew(next);
  if (token.kind === 'sign' && /[.!?…]/u.test(token.text)) {
    if (!spaced || !begins) return false;
    const before = tokens[index - 1];
    const short =
      token.text === '.' && before?.end === token.start && abbreviation.test(before.text);
    return !short;
  }
  if (token.kind !== 'quote' || token.quote === null) return false;
  if (!endsInside.test(token.quote.lastSign)) return false;
  return next.capital || next.kind === 'quote' || (next.kind === 'number' && spaced)
    ? !attributionFollows(text, token, next)
    : false;
}

function opensAnew(token: Token): boolean {
  return /[¿¡(–—-]/u.test(token.text);
}

/** “Why?” Smith asked. After a question the sentence may go on with a name; after a full stop it does not. */
function attributionFollows(text: string, quote: Token, next: Token): boolean {
  if (quote.quote?.lastSign === '.' || next.kind !== 'word') return false;
  const behind = text.slice(next.start, next.start + 60);
  return /^[^.!?:“"]{2,40}\s(?:said|says|asked|asks|wrote|told|shouted|cried|added|replied|wondered|demanded|yelled|exclaimed)\b/u.test(
    behind,
  );
}

/** Where the story begins behind "OLMETZ, March 3 (Northern Wire) -"; 0: no dateline. */
function datelineEnd(tokens: readonly Token[]): number {
  const first = tokens[0];
  if (first === undefined || first.text.length < 3 || first.text !== first.text.toUpperCase())
    return 0;
  for (let at = 1; at < Math.min(tokens.length, 16); at += 1) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'quote' || /[:;!?]/u.test(token.text)) return 0;
    if (/^[–—-]$/u.test(token.text))
      return /^[–—-]$/u.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  }
  return 0;
}
