import { textRange } from '../anchor/text-range.ts';
import { genderOfName, isGivenName } from './given-names.ts';
import type { KnownName, NameIndex } from './name-index.ts';
import type { NounPhrase } from './noun-phrase.ts';
import type { Sentence } from './sentence-tokens.ts';
import type { StatementSpeaker } from './statement.ts';
import { personNouns, titleWords } from './title-words.ts';
import { unnamedSpeaker } from './unnamed-speaker.ts';
import { isNobody, isOneSomebody, isThing } from './who-can-speak.ts';

/** Where a phrase stands. */
export interface PhrasePlace {
  readonly sentence: Sentence;
  /** Indexes of the block in the text and of the sentence in the block. */
  readonly block: number;
  readonly index: number;
  /** What a heading leaves out stands below it. */
  readonly inHeading?: boolean;
}

interface Focus {
  readonly known: KnownName;
  readonly start: number;
  readonly block: number;
  readonly sentence: number;
  readonly leads: boolean;
  /** `false`: it was itself a guess. */
  readonly sure?: boolean;
}

interface EarlierSpeaker {
  readonly speaker: StatementSpeaker;
  readonly head: string;
  readonly known: KnownName | null;
  readonly plural: boolean;
  readonly block: number;
  readonly start: number;
  /** Whether it was a part of the author's own sentence. */
  readonly fragment: boolean;
}

const genderOfPronoun: Readonly<Record<string, 'he' | 'she' | 'it' | 'they'>> = {
  he: 'he',
  er: 'he',
  il: 'he',
  él: 'he',
  он: 'he',
  ele: 'he',
  han: 'he',
  lui: 'he',
  she: 'she',
  sie: 'she',
  elle: 'she',
  ella: 'she',
  она: 'she',
  ela: 'she',
  hon: 'she',
  lei: 'she',
  it: 'it',
  they: 'they',
  они: 'they',
};
const farthestBlocks = 4;
const mostMentions = 60;

/** Who is meant by the phrases of one text. Made for one text, and asked in its order: it remembers who spoke. */
export class SpeakerResolver {
  readonly #names: NameIndex;
  readonly #earlier: EarlierSpeaker[] = [];
  readonly #focus: Focus[] = [];
  #nextMention = 0;
  /** Who spoke last to somebody called "him" or "her". */
  #addressed: { known: KnownName; gender: 'he' | 'she'; block: number } | null = null;
  /** By their nouns, those that the text first speaks of with more words: "a summary issued by her office". */
  readonly #introduced = new Map<string, string>();
  #noticed: { phrase: NounPhrase; sentence: Sentence; block: number; index: number } | null = null;

  constructor(names: NameIndex) {
    this.#names = names;
  }

  /**
   * The speaker that a phrase stands for; `null`: a pronoun that fits nobody, a thing, "nobody". Costs a bounded number of
   * names.
   */
  resolve(phrase: NounPhrase, place: PhrasePlace): StatementSpeaker | null {
    const { sentence } = place;
    if (isNobody(phrase) || isThing(phrase)) return null;
    const start = sentence[phrase.from]?.start ?? 0;
    const end = sentence[phrase.to - 1]?.end ?? start;
    const range = textRange(start, end);
    if (phrase.kind === 'pronoun') {
      const found = this.#pronoun(phrase.head, start, place);
      return found === null ? null : { ...found, range };
    }
    if (phrase.kind === 'name') {
      const found = this.#names.fullest(
        phrase.words,
        place.inHeading ? Number.MAX_SAFE_INTEGER : start,
      );
      const name = found?.known.name ?? phrase.words.join(' ');
      return { name, range, sure: found?.sure ?? true };
    }
    return {
      ...this.#common(
        phrase,
        sentence,
        place.inHeading ? Number.MAX_SAFE_INTEGER : start,
        place.inHeading === true,
      ),
      range,
    };
  }

  /** Remembers who spoke, for pronouns and for what follows. */
  remember(
    speaker: StatementSpeaker,
    phrase: NounPhrase | null,
    place: PhrasePlace,
    start: number,
    fragment = false,
  ): void {
    const known = this.#names.fullest(speaker.name.split(' '), start)?.known ?? null;
    const person = known !== null && known.name === speaker.name && !known.organisation;
    this.#earlier.push({
      speaker,
      head: phrase?.kind === 'common' ? phrase.head : '',
      known: person ? known : null,
      plural: phrase?.kind === 'common' && /s$|people|police/u.test(phrase.head),
      block: place.block,
      start,
      fragment,
    });
    if (person) {
      const object = addressee(phrase, place.sentence);
      if (object !== null) this.#addressed = { known, gender: object, block: place.block };
      if (phrase?.kind === 'pronoun' && speaker.sure) {
        const gender = genderOfPronoun[phrase.head];
        if (gender === 'he' || gender === 'she') known.gender ??= gender;
      }
      this.#focus.push({
        known,
        start,
        block: place.block,
        sentence: place.index,
        leads: true,
        sure: speaker.sure,
      });
    }
  }

  /** Takes in that a sentence goes on about whoever its pronoun stands for. */
  keepPronoun(phrase: NounPhrase, place: PhrasePlace): void {
    const start = place.sentence[phrase.from]?.start ?? 0;
    const gender = genderOfPronoun[phrase.head];
    if (gender !== 'he' && gender !== 'she') return;
    this.#follow(start);
    const best = this.#ranked(gender, start, place)[0];
    if (best === undefined) return;
    this.#focus.push({
      known: best.known,
      start,
      block: place.block,
      sentence: place.index,
      leads: true,
      sure: best.sure,
    });
  }

  /** Who spoke last, if in this block or at most `back` before it. */
  last(block: number, back: number): StatementSpeaker | null {
    const last = this.#earlier.at(-1);
    return last !== undefined && last.block >= block - back ? last.speaker : null;
  }

  /** Takes in somebody unnamed whom the text speaks of, and may call "the summary" later. */
  introduce(phrase: NounPhrase, sentence: Sentence): void {
    if (phrase.kind !== 'common' || phrase.words.length < 2 || isNobody(phrase)) return;
    const { name } = unnamedSpeaker(phrase, sentence);
    if (/^an? /u.test(name)) this.#introduced.set(phrase.head, name);
  }

  /**
   * Who goes on speaking in a new paragraph. Words of a body's that the author only mentioned do not make it the speaker:
   * then it is the person whom the paragraph before names last, else who spoke a sentence before.
   */
  goesOn(block: number, back: number): StatementSpeaker | null {
    const last = this.#earlier.at(-1);
    if (last === undefined || last.block < block - back) return null;
    if (!last.fragment || last.known !== null) return last.speaker;
    const named = this.#names.mentions.findLast(
      (mention) =>
        mention.block === block - 1 && mention.start > last.start && isPerson(mention.known),
    );
    if (named !== undefined) return { name: named.known.name, range: null, sure: false };
    const spoke = this.#earlier.findLast((earlier) => !earlier.fragment);
    return spoke !== undefined && spoke.block >= block - back ? spoke.speaker : last.speaker;
  }

  /** Takes in whom or what a sentence is about, without a name: the next one may call it "it" or "they". */
  notice(phrase: NounPhrase, { sentence, block, index }: PhrasePlace): void {
    if (isNobody(phrase) || isThing(phrase)) return;
    this.#noticed = { phrase, sentence, block, index };
  }

  #common(
    phrase: NounPhrase,
    sentence: Sentence,
    start: number,
    inHeading: boolean,
  ): { name: string; sure: boolean } {
    if (phrase.definite || inHeading) {
      const sureHolder = this.#names.holder(phrase, start);
      if (sureHolder?.sure) return { name: sureHolder.known.name, sure: true };
      const same = this.#earlier.findLast(
        (earlier) => earlier.head !== '' && earlier.head === phrase.head,
      );
      // "The same person" is the one who was called a person before.
      const words = phrase.words.filter((word) => !/^(?:the|same|that|this)$/iu.test(word));
      if (same !== undefined && words.length <= 2 && holdsWords(same.speaker.name, words))
        return { name: same.speaker.name, sure: true };
      const holder = this.#names.holder(phrase, start);
      if (holder !== null) return { name: holder.known.name, sure: holder.sure };
      const introduced = this.#introduced.get(phrase.head);
      if (introduced !== undefined && words.length === 1) return { name: introduced, sure: true };
    }
    return unnamedSpeaker(phrase, sentence);
  }

  #pronoun(
    pronoun: string,
    start: number,
    place: PhrasePlace,
  ): { name: string; sure: boolean } | null {
    const gender = genderOfPronoun[pronoun];
    if (gender === undefined) return null;
    if (gender === 'it' || gender === 'they') return this.#thing(gender, place);
    this.#follow(start);
    const ranked = this.#ranked(gender, start, place);
    const best = ranked[0];
    const unnamed = this.#earlier.at(-1);
    if (unnamed !== undefined && isOnePerson(unnamed) && unnamed.block >= place.block - 1) {
      const nearer = best === undefined || best.start < unnamed.start;
      if (nearer)
        return { name: unnamed.speaker.name, sure: best === undefined && unnamed.speaker.sure };
    }
    const noticed = this.#noticed;
    if (
      noticed !== null &&
      noticed.block === place.block &&
      noticed.index === place.index - 1 &&
      isSomebody(noticed.phrase)
    ) {
      if (best === undefined || best.block < place.block || best.sentence < noticed.index) {
        const { name } = this.#common(noticed.phrase, noticed.sentence, start, false);
        return { name, sure: false };
      }
    }
    if (best === undefined) return null;
    const rival = ranked.find(({ known }) => known !== best.known);
    const near = best.block >= place.block - 1;
    return {
      name: best.known.name,
      sure:
        near &&
        best.sure &&
        best.score >= 0.5 &&
        (rival === undefined || best.score - rival.score >= 1),
    };
  }

  #thing(
    pronoun: 'it' | 'they',
    { block, index }: PhrasePlace,
  ): { name: string; sure: boolean } | null {
    const about = this.#noticed;
    if (
      about !== null &&
      about.block === block &&
      about.index === index - 1 &&
      isPlural(about.phrase) === (pronoun === 'they')
    ) {
      return { name: unnamedSpeaker(about.phrase, about.sentence).name, sure: false };
    }
    for (let at = this.#earlier.length - 1; at >= 0; at -= 1) {
      const earlier = this.#earlier[at];
      if (earlier === undefined || earlier.block < block - 1) break;
      const fits =
        (earlier.known === null || !isPerson(earlier.known)) &&
        (pronoun === 'they' ? earlier.plural : !earlier.plural);
      if (fits)
        return { name: earlier.speaker.name, sure: earlier.block === block && pronoun === 'it' };
    }
    const noticed = this.#noticed;
    if (
      noticed !== null &&
      noticed.block >= block - 1 &&
      isPlural(noticed.phrase) === (pronoun === 'they')
    ) {
      return { name: unnamedSpeaker(noticed.phrase, noticed.sentence).name, sure: false };
    }
    for (let at = this.#names.mentions.length - 1; at >= 0; at -= 1) {
      const mention = this.#names.mentions[at];
      if (mention === undefined || mention.block > block) continue;
      if (mention.block < block - 1) break;
      if (mention.known.organisation && mention.leads)
        return { name: mention.known.name, sure: false };
    }
    return null;
  }

  /** Takes in the names that stand before an offset. */
  #follow(start: number): void {
    const { mentions } = this.#names;
    for (; this.#nextMention < mentions.length; this.#nextMention += 1) {
      const mention = mentions[this.#nextMention];
      if (mention === undefined || mention.start >= start) break;
      this.#focus.push(mention);
    }
  }

  #ranked(gender: 'he' | 'she', start: number, place: PhrasePlace) {
    const recent = this.#focus
      .slice(-mostMentions)
      .filter((focus) => focus.start < start && focus.block >= place.block - farthestBlocks)
      .sort((one, other) => one.start - other.start);
    const scores = new Map<
      KnownName,
      {
        known: KnownName;
        score: number;
        start: number;
        block: number;
        sentence: number;
        sure: boolean;
      }
    >();
    let distance = 0;
    let group = '';
    for (const focus of recent.reverse()) {
      const { known } = focus;
      if (
        !isPerson(known) ||
        (known.gender ?? genderOfName(known.words[0] ?? '') ?? gender) !== gender
      )
        continue;
      const here = `${focus.block} ${focus.sentence}`;
      const same = focus.block === place.block && focus.sentence === place.index;
      if (same && !focus.leads) continue;
      if (here !== group) {
        if (group !== '') distance += 1;
        group = here;
      }
      const stated = (known.gender ?? genderOfName(known.words[0] ?? '')) ? 0.5 : 0;
      // Two capitals may be a place.
      const doubt = known.person || isGivenName(known.words[0] ?? '') ? 0 : 1.5;
      // "Royce told her that…. “…,” she recalled": not Royce.
      const told = this.#addressed;
      const speaksTo =
        told !== null &&
        told.known === known &&
        told.gender === gender &&
        told.block === place.block
          ? 3
          : 0;
      const score =
        (focus.leads ? 2 : 0) +
        stated -
        doubt -
        speaksTo -
        distance * 0.75 -
        (place.block - focus.block) * 0.5;
      const held = scores.get(known);
      if (held === undefined || held.score < score)
        scores.set(known, {
          known,
          score,
          start: focus.start,
          block: focus.block,
          sentence: focus.sentence,
          sure: focus.sure !== false,
        });
    }
    return [...scores.values()].sort((one, other) => other.score - one.score);
  }
}

function isPerson(known: KnownName): boolean {
  if (known.organisation || (known.place && !known.person && !isGivenName(known.words[0] ?? '')))
    return false;
  return known.person || known.words.length > 1 || isGivenName(known.name);
}

/** Whether a phrase without a name is about one person. */
function isSomebody({ head, definite, words }: NounPhrase): boolean {
  return (
    (titleWords.has(head) || personNouns.has(head)) &&
    isOneSomebody(head) &&
    (definite || words.length > 0)
  );
}

function isPlural({ head }: NounPhrase): boolean {
  return /[^s]s$|people|police/u.test(head);
}

/** Whether an earlier speaker is one person without a name. */
function isOnePerson({ known, head, plural }: EarlierSpeaker): boolean {
  return known === null && head !== '' && !plural && isOneSomebody(head);
}

function holdsWords(name: string, words: readonly string[]): boolean {
  const lower = name.toLowerCase();
  return words.every((word) => lower.includes(word.toLowerCase()));
}

/** The pronoun behind "told" and its like right behind a subject. */
function addressee(phrase: NounPhrase | null, sentence: Sentence): 'he' | 'she' | null {
  if (phrase === null) return null;
  for (let at = phrase.to; at < Math.min(sentence.length - 1, phrase.to + 12); at += 1) {
    if (
      !/^(?:told|tells|asked|asks|assured|warned|reminded|informed)$/u.test(
        sentence[at]?.lower ?? '',
      )
    )
      continue;
    const object = sentence[at + 1]?.lower;
    return object === 'her' ? 'she' : object === 'him' ? 'he' : null;
  }
  return null;
}
