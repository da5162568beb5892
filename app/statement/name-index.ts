import { isGivenName } from './given-names.ts';
import { isParticle, type NounPhrase, readNounPhrase } from './noun-phrase.ts';
import type { Sentence, Token } from './sentence-tokens.ts';
import { organisationWords, personNouns, titleWords } from './title-words.ts';

/** A name that a text has, in its fullest form. */
export interface KnownName {
  readonly name: string;
  readonly words: readonly string[];
  /** Where it stands first. */
  readonly start: number;
  readonly organisation: boolean;
  /** What is said to show that it is a person: a title, an age, a verb of speech. */
  person: boolean;
  /** Whether something is said to be in it or at it. */
  place: boolean;
  /** As far as titles and pronouns tell. */
  gender: 'he' | 'she' | null;
  /** Offices and nouns that stand with it, lower case. */
  readonly offices: Set<string>;
}

/** A name where it stands. */
export interface Mention {
  readonly known: KnownName;
  readonly start: number;
  readonly end: number;
  /** Whether it begins its sentence, or nearly so. */
  readonly leads: boolean;
  readonly block: number;
  readonly sentence: number;
}

export interface FoundName {
  readonly known: KnownName;
  /** `false`: other names of the text would fit as well. */
  readonly sure: boolean;
}

const women =
  /^(?:mrs|ms|miss|mme|mlle|madame|dame|lady|baroness|countess|queen|princess|mother|sister|daughter|wife|widow|spokeswoman|chairwoman|congresswoman|councilwoman|actress|señora|sra|signora|frau|senhora|mum|mom|grandmother|aunt|girl|woman|policewoman|businesswoman|mayoress|waitress|ministerin|bürgermeisterin|präsidentin)$/u;
const men =
  /^(?:mr|sir|lord|baron|king|prince|father|brother|son|husband|spokesman|chairman|congressman|councilman|actor|señor|sr|signor|herr|monsieur|dad|grandfather|uncle|boy|man|policeman|businessman|dad-of-two|dad-of-three|fisherman|pope|imam|rabbi)$/u;
const commonStart =
  /^(?:the|a|an|in|on|at|but|and|or|so|yet|if|when|while|as|it|its|he|she|they|we|i|you|his|her|their|our|my|this|that|these|those|there|then|now|not|no|yes|for|from|by|with|after|before|during|since|until|under|over|about|asked|speaking|according|one|two|three|four|five|six|seven|eight|nine|ten|some|many|most|more|all|both|each|every|another|other|others|last|next|first|earlier|later|meanwhile|however|also|still|only|even|just|what|who|where|why|how|which|whose|nobody|nothing|somebody|people|police|officials|residents|because|although|though|despite|here|today|yesterday|tomorrow|talks|are|is|was|were|do|does|did|will|would|could|can|has|have|had|let|thank|dear|sorry|pressed|minutes|hours|days|years|responding)$/u;
/** How near a name’s first place must be, in code units, to be meant before the one named first of all. */
const justIntroduced = 140;
const dayOrMonth =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|july|september|october|november|december)$/u;
const calendar =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter)$/u;

/** The names of a text, and who is meant by a part of one or by an office. */
export class NameIndex {
  readonly mentions: Mention[] = [];
  readonly #names = new Map<string, KnownName>();
  readonly #byWord = new Map<string, KnownName[]>();
  readonly #byOffice = new Map<string, KnownName[]>();

  /** Reads blocks in order, each a list of sentences; costs their length. */
  constructor(blocks: readonly (readonly Sentence[])[]) {
    const lowerWords = new Set<string>();
    for (const sentences of blocks) {
      for (const sentence of sentences) {
        for (const token of sentence) {
          if (token.kind === 'word' && !token.capital) lowerWords.add(token.lower);
        }
      }
    }
    const short: { phrase: NounPhrase; at: Omit<Mention, 'known'> }[] = [];
    for (const [block, sentences] of blocks.entries()) {
      for (const [index, sentence] of sentences.entries()) {
        this.#read(sentence, block, index, lowerWords, short);
      }
    }
    for (const { phrase, at } of short) {
      const found = this.fullest(phrase.words, at.start);
      const known = found?.known ?? this.#know(phrase.words, at.start);
      this.mentions.push({ ...at, known });
      this.#learn(known, phrase.head);
    }
    this.mentions.sort((one, other) => one.start - other.start);
  }

  /** The fullest name that has all these words in their order; `null`: the text has none. */
  fullest(words: readonly string[], before: number): FoundName | null {
    const key = words.map((word) => word.toLowerCase());
    const candidates = (this.#byWord.get(key.at(-1) ?? '') ?? []).filter((known) =>
      holdsInOrder(known.words, key),
    );
    return pick(candidates, before, words.length > 1);
  }

  /** Who has an office ("the minister", "the Chinese leader") in this text; `null`: nobody or it is not said. */
  holder(phrase: NounPhrase, before: number): FoundName | null {
    const words = phrase.words.map((word) => word.toLowerCase());
    const holders = (this.#byOffice.get(phrase.head) ?? []).filter((known) => known.start < before);
    const extra = words.filter((word) => word !== phrase.head && /^\p{L}{3,}/u.test(word));
    const fitting = holders.filter((known) => extra.every((word) => known.offices.has(word)));
    if (fitting.length > 0) return pick(fitting, before, false);
    return extra.length > 0 ? null : pick(holders, before, false);
  }

  #read(
    sentence: Sentence,
    block: number,
    index: number,
    lowerWords: ReadonlySet<string>,
    short: { phrase: NounPhrase; at: Omit<Mention, 'known'> }[],
  ): void {
    if (isTitled(sentence)) return;
    for (let from = 0; from < sentence.length; from += 1) {
      const token = sentence[from];
      if (token?.capital !== true || isOrdinary(token, from, sentence, lowerWords)) continue;
      const to = runEnd(sentence, from);
      const last = sentence[to - 1];
      const phrase = readNounPhrase(sentence, from, to);
      if (
        phrase?.kind === 'name' &&
        last !== undefined &&
        !phrase.words.every((word) => calendar.test(word.toLowerCase()))
      ) {
        const begin = sentence[phrase.from]?.start ?? last.start;
        const at = {
          start: begin,
          end: last.end,
          leads: from <= 5 && !belongsToAnother(sentence, from, phrase),
          block,
          sentence: index,
        };
        const offices = officesAround(sentence, from, phrase);
        if (phrase.words.length > 1 || /^(?:mr|mrs|ms|miss)$/u.test(phrase.head)) {
          if (phrase.words.length > 1) {
            const known = this.#know(phrase.words, begin);
            this.mentions.push({ ...at, known });
            for (const office of offices) this.#learn(known, office);
            if (
              /^(?:in|at|near|across|around|outside|through|inside)$/u.test(
                sentence[from - 1]?.lower ?? '',
              )
            )
              known.place = true;
            if (isAged(sentence, to)) known.person = true;
          } else short.push({ phrase, at });
        } else short.push({ phrase, at });
      }
      from = to - 1;
    }
  }

  #know(words: readonly string[], start: number): KnownName {
    const name = words.join(' ');
    let known = this.#names.get(name);
    if (known === undefined) {
      known = {
        name,
        words,
        start,
        organisation: words.some((word) => organisationWords.has(word.toLowerCase())),
        person: false,
        place: false,
        gender: null,
        offices: new Set(),
      };
      this.#names.set(name, known);
      for (const word of new Set(words.map((each) => each.toLowerCase()))) {
        const list = this.#byWord.get(word) ?? [];
        // A word that this many names have tells nothing.
        if (list.length < 12) list.push(known);
        this.#byWord.set(word, list);
      }
    }
    return known;
  }

  #learn(known: KnownName, office: string): void {
    if (office === '') return;
    if (titleWords.has(office) || personNouns.has(office)) known.person = true;
    known.gender ??= women.test(office) ? 'she' : men.test(office) ? 'he' : null;
    if (known.offices.has(office)) return;
    known.offices.add(office);
    const list = this.#byOffice.get(office) ?? [];
    if (list.length < 12) list.push(known);
    this.#byOffice.set(office, list);
  }
}

/** Whether a capital says nothing about a word: it begins a sentence, and stands elsewhere in small letters. */
function isOrdinary(
  token: Token,
  at: number,
  sentence: Sentence,
  lowerWords: ReadonlySet<string>,
): boolean {
  const before = sentence[at - 1];
  const begins =
    at === 0 || before?.kind === 'quote' || before?.text === ':' || before?.text === '.';
  if (token.lower === 'i') return true;
  if (dayOrMonth.test(token.lower)) return true;
  if (calendar.test(token.lower)) return sentence[at + 1]?.capital !== true;
  if (!begins) return /^(?:the|a|an|i)$/u.test(token.lower);
  return (
    commonStart.test(token.lower) || (lowerWords.has(token.lower) && !titleWords.has(token.lower))
  );
}

function runEnd(sentence: Sentence, from: number): number {
  let to = from + 1;
  while (to < sentence.length && to < from + 12) {
    const token = sentence[to];
    const before = sentence[to - 1];
    const next = sentence[to + 1];
    if (token === undefined || before === undefined) break;
    if (before.possessive && !organisationFollows(sentence, to)) break;
    if (token.capital && !calendar.test(token.lower)) to += 1;
    else if (next?.capital === true && isParticle(token) && token.kind === 'word') to += 2;
    else if (next?.capital === true && token.text === '.' && before.text.length <= 4) to += 2;
    else if (next?.capital === true && token.kind === 'quote' && token.end - token.start <= 14)
      to += 2;
    else break;
  }
  return to;
}

/** Whether capitals behind a possessive end as an organisation’s name does: Lorvaine’s Finance Ministry. */
function organisationFollows(sentence: Sentence, from: number): boolean {
  for (let at = from; at < from + 4 && sentence[at]?.capital === true; at += 1) {
    if (organisationWords.has(sentence[at]?.lower ?? '')) return true;
  }
  return false;
}

/** Titles and nouns before a name, and what is put beside it between commas. */
function officesAround(sentence: Sentence, from: number, phrase: NounPhrase): string[] {
  const offices: string[] = [];
  for (let at = from; at < phrase.from; at += 1) {
    const token = sentence[at];
    if (token?.kind === 'word') offices.push(token.lower);
  }
  for (let at = from - 1; at >= Math.max(0, from - 4); at -= 1) {
    const token = sentence[at];
    if (
      token?.kind !== 'word' ||
      /^(?:the|a|an|and|or|of|in|at|on|for|from|with|by|to|as|than|that|near)$/u.test(token.lower)
    )
      break;
    if (
      offices.length === 0 &&
      !isOffice(token.lower) &&
      !/(?:ist|ician|grapher)$/u.test(token.lower)
    )
      break;
    offices.push(token.lower);
  }
  if (sentence[from - 1]?.text === ',') offices.push(...officeBefore(sentence, from - 1));
  const comma = sentence[phrase.to];
  if (comma?.text === ',') offices.push(...officeBehind(sentence, phrase.to + 1));
  return offices;
}

function officeBefore(sentence: Sentence, comma: number): string[] {
  for (let at = comma - 1; at >= Math.max(0, comma - 8); at -= 1) {
    const token = sentence[at];
    if (token === undefined || token.kind !== 'word') return [];
    if (isOffice(token.lower)) return [token.lower, ...modifiersOf(sentence, at)];
  }
  return [];
}

function officeBehind(sentence: Sentence, from: number): string[] {
  for (let at = from; at < Math.min(sentence.length, from + 8); at += 1) {
    const token = sentence[at];
    if (token === undefined || token.kind === 'quote' || token.text === ',') return [];
    if (isOffice(token.lower) && !isOffice(sentence[at + 1]?.lower ?? ''))
      return [token.lower, ...modifiersOf(sentence, at)];
  }
  return [];
}

function modifiersOf(sentence: Sentence, at: number): string[] {
  const words: string[] = [];
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const token = sentence[before];
    if (token?.kind !== 'word' || /^(?:the|a|an|its|his|her|their)$/u.test(token.lower)) break;
    words.push(token.lower);
  }
  return words;
}

function isOffice(word: string): boolean {
  return titleWords.has(word) || personNouns.has(word);
}

function isAged(sentence: Sentence, at: number): boolean {
  return (
    sentence[at]?.text === ',' &&
    sentence[at + 1]?.kind === 'number' &&
    /^\d{1,3}$/u.test(sentence[at + 1]?.text ?? '')
  );
}

function holdsInOrder(words: readonly string[], part: readonly string[]): boolean {
  let next = 0;
  for (const word of words) {
    if (word.toLowerCase() === part[next]) next += 1;
  }
  return next === part.length;
}

/** The one with most words; of several, the one introduced last before an offset. */
function pick(candidates: readonly KnownName[], before: number, whole: boolean): FoundName | null {
  if (candidates.length === 0) return null;
  const full = candidates.filter((known) => known.words.length > 1);
  const pool = full.length > 0 ? full : candidates;
  const distinct = pool.filter(
    (one) =>
      !pool.some(
        (other) =>
          other !== one &&
          other.words.length > one.words.length &&
          holdsInOrder(
            other.words,
            one.words.map((word) => word.toLowerCase()),
          ),
      ),
  );
  const people = distinct.filter((known) => !known.organisation && !known.place);
  const fitting = people.length > 0 ? people : distinct;
  const earlier = fitting.filter((known) => known.start <= before);
  const pooled = earlier.length > 0 ? earlier : fitting;
  // Somebody introduced just now, else the one that the text began with.
  const recent = pooled.findLast(({ start }) => start <= before && before - start < justIntroduced);
  const known = recent ?? pooled.reduce((best, next) => (next.start < best.start ? next : best));
  return { known, sure: fitting.length === 1 || whole };
}

/** "Her superior, Commander Royce": who is told by somebody else's pronoun is not who the text goes on about. */
function belongsToAnother(sentence: Sentence, from: number, phrase: NounPhrase): boolean {
  const possessive = sentence
    .slice(0, from)
    .some(({ lower }) => lower === 'his' || lower === 'her');
  return possessive && !isGivenName(phrase.words[0] ?? '');
}

/** A headline in capitals that the text does not call one: its capitals tell nothing. */
function isTitled(sentence: Sentence): boolean {
  const last = sentence.at(-1);
  if (last?.kind === 'quote' || /^[.!?…:,]$/u.test(last?.text ?? '')) return false;
  const words = sentence.filter(({ kind, text }) => kind === 'word' && text.length > 3);
  return words.length >= 5 && words.filter(({ capital }) => capital).length >= words.length * 0.8;
}
