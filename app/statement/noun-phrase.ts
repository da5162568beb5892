import { finiteVerbs, pronouns } from './cue-words.ts';
import type { Sentence, Token } from './sentence-tokens.ts';
import { organisationWords, personNouns, titleWords } from './title-words.ts';

/** Words of a sentence that can stand for a speaker, by the indexes [from, to) of its tokens. */
export interface NounPhrase {
  readonly kind: 'pronoun' | 'name' | 'common';
  readonly from: number;
  readonly to: number;
  /** A name without its titles; of a common phrase its words without the article. */
  readonly words: readonly string[];
  /** The noun that the phrase is about, lower case: "official"; of a name the last title before it, else ''. */
  readonly head: string;
  /** Whether it speaks of somebody known: the official, that official. */
  readonly definite: boolean;
}

const determiners = new Set(
  'the a an his her its their our my this that these those another one some several two three four five six many few both each every no same'.split(
    ' ',
  ),
);
const definiteDeterminers = new Set('the this that these those same his her its their'.split(' '));
const postModifiers = new Set(
  `of for from at in on with by to who whom whose which that near under behind close familiar briefed based reached named known
  called speaking aged outside inside about into as after before when while where than over against involved working
  representing living including via told asked during amid despite since because through upon across among against
  am im bei dem den vom zu zur zum nach vor gegenüber über seit à au aux devant lors sur dans en depuis après avant qui que dont a
  ante tras durante på vid till som i na w no em ao в на после при о к op bij aan`.split(/\s+/u),
);
const quantifier = /^(?:one|some|many|few|both|several|another|others|most|each|neither|none)$/u;
const profession = /(?:ist|ician|grapher|ologist|keeper|worker|owner|maker|holder)$/u;
const particles = new Set(
  'de del della da do dos das di du van von der den ter la le el al bin ibn ben y e zu af av the'.split(
    ' ',
  ),
);

/** Whether a token belongs to the name that begins before it, being no capital. */
export function isParticle(token: Token): boolean {
  return particles.has(token.lower) && token.lower !== 'the';
}

export function isDeterminer(token: Token): boolean {
  return determiners.has(token.lower);
}

/**
 * Reads the phrase at the start of tokens [from, until). `null`: nothing that can speak. What follows the noun is left
 * out of a person's name ("of the union"), and kept in an organisation's and in a phrase without a name. Linear.
 */
export function readNounPhrase(sentence: Sentence, from: number, until: number): NounPhrase | null {
  let start = from;
  while (start < until && skipsAtStart(sentence[start])) start += 1;
  const first = sentence[start];
  if (first === undefined || start >= until) return null;
  const contracted = first.lower.replace(/'.*$/u, '');
  if (pronouns.has(contracted)) {
    return {
      kind: 'pronoun',
      from: start,
      to: start + 1,
      words: [contracted],
      head: contracted,
      definite: true,
    };
  }
  if (start === until - 1 && quantifier.test(first.lower))
    return common(sentence, start, until, until, false);
  let definite = false;
  let core = start;
  while (core < until - 1) {
    const token = sentence[core];
    if (token === undefined || !(isDeterminer(token) || (token.kind === 'number' && core > start)))
      break;
    definite ||= definiteDeterminers.has(token.lower);
    core += 1;
  }
  let end = core;
  while (end < until && staysInCore(sentence, end, core)) end += 1;
  if (end === core) {
    // "One of them", "Another", "Two of the crew".
    if (core === start)
      return isDeterminer(first) ? common(sentence, start, core + 1, until, false) : null;
    end = core;
  }
  const last = sentence[end - 1];
  if (last === undefined) return null;
  const nameFrom = trailingRun(sentence, core, end);
  if (nameFrom === null || last.possessive) return common(sentence, start, end, until, definite);
  return named(sentence, core, nameFrom, end, until, definite);
}

function skipsAtStart(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'sign') return true;
  return /^(?:but|and|so|then|yet|or|meanwhile|however|still|also|though|although|even|only|as|while)$/u.test(
    token.lower,
  );
}

function staysInCore(sentence: Sentence, at: number, core: number): boolean {
  const token = sentence[at];
  if (token === undefined) return false;
  if (token.kind === 'quote') {
    // A nickname: Darren ‘Dazza’ Pike.
    const next = sentence[at + 1];
    return token.end - token.start <= 14 && at > core && next?.capital === true;
  }
  if (token.kind === 'sign') {
    if (joinsAge(sentence, at)) return true;
    if (token.text === '(') return at > core && closesSoon(sentence, at);
    if (/[)&/]/u.test(token.text)) return at > core;
    return token.text === '.' && (sentence[at - 1]?.text.length ?? 9) <= 3 && at > core;
  }
  if (token.kind === 'number') return at === core;
  if (token.capital) return true;
  if (isParticle(token) && at > core && sentence[at + 1]?.capital === true) return true;
  // "Régis Chabert lundi", but "Foreign Ministry officials".
  const named =
    at >= core + 2 && sentence[at - 1]?.capital === true && sentence[at - 2]?.capital === true;
  if (named && sentence[at + 1]?.capital !== true && !isNounOfSpeaker(token.lower)) return false;
  if (at > core && (finiteVerbs.test(token.lower) || isPastVerb(sentence, at))) return false;
  return !postModifiers.has(token.lower);
}

/** The hyphen of "80-year-old". */
function joinsAge(sentence: Sentence, at: number): boolean {
  const [before, sign, next] = [sentence[at - 1], sentence[at], sentence[at + 1]];
  return (
    sign?.text === '-' &&
    before?.kind === 'number' &&
    next?.kind === 'word' &&
    before.end === sign.start &&
    next.start === sign.end
  );
}

function isNounOfSpeaker(word: string): boolean {
  return [word, word.replace(/s$/u, '')].some(
    (form) => personNouns.has(form) || titleWords.has(form) || organisationWords.has(form),
  );
}

/** "Soldiers seized the palace": a word in -ed before what it is done to. */
function isPastVerb(sentence: Sentence, at: number): boolean {
  const token = sentence[at];
  const next = sentence[at + 1];
  if (token === undefined || next === undefined || !/ed$/u.test(token.lower)) return false;
  return (
    isDeterminer(next) ||
    postModifiers.has(next.lower) ||
    next.kind === 'number' ||
    next.kind === 'quote'
  );
}

/** "(retd)": a word in brackets inside a name. */
function closesSoon(sentence: Sentence, at: number): boolean {
  const inside = sentence[at + 1];
  return inside?.kind === 'word' && !inside.capital && sentence[at + 2]?.text === ')';
}

/** Where the name begins that a core ends with; `null`: it ends with another word. */
function trailingRun(sentence: Sentence, core: number, end: number): number | null {
  let from = end;
  while (from > core) {
    const token = sentence[from - 1];
    if (token === undefined) break;
    const inside = token.kind === 'quote' || isDot(token) || (isParticle(token) && from < end);
    if (!token.capital && !inside) break;
    if (token.capital && token.possessive && from < end && !endsAsOrganisation(sentence, from, end))
      break;
    from -= 1;
  }
  while (from < end && sentence[from]?.capital !== true) from += 1;
  return from < end ? from : null;
}

/** Lorvaine’s Finance Ministry, the Automobile Suppliers’ Federation. */
function endsAsOrganisation(sentence: Sentence, from: number, end: number): boolean {
  return sentence.slice(from, end).some(({ lower }) => organisationWords.has(lower));
}

function isDot(token: Token): boolean {
  return token.kind === 'sign' && token.text === '.';
}

function named(
  sentence: Sentence,
  core: number,
  nameFrom: number,
  end: number,
  until: number,
  definite: boolean,
): NounPhrase {
  let begin = nameFrom;
  let head = nameFrom > core ? (sentence[nameFrom - 1]?.lower ?? '') : '';
  for (let at = nameFrom; at < end - 1; at += 1) {
    const token = sentence[at];
    if (
      token !== undefined &&
      (titleWords.has(token.lower) || (at < end - 2 && profession.test(token.lower)))
    ) {
      begin = at + 1;
      head = token.lower;
    }
  }
  while (begin < end - 1 && isDot(sentence[begin] as Token)) begin += 1;
  const only = sentence[begin];
  // A title and where it is held: Bürgermeisterin von Altenried.
  if (begin > nameFrom && only !== undefined && isParticle(only) && !only.capital) {
    return common(sentence, core, begin, until, true);
  }
  if (
    begin === end - 1 &&
    only !== undefined &&
    (titleWords.has(only.lower) || personNouns.has(only.lower.replace(/s$/u, '')))
  ) {
    return common(sentence, core, end, until, definite || core > 0);
  }
  const to = organisationEnd(sentence, begin, end, until);
  return { kind: 'name', from: begin, to, words: wordsOf(sentence, begin, to), head, definite };
}

/** The name of an organisation goes on behind "of": Union of Free Reporters. */
function organisationEnd(sentence: Sentence, from: number, end: number, until: number): number {
  let isOrganisation = false;
  for (let at = from; at < end; at += 1) {
    isOrganisation ||= organisationWords.has(sentence[at]?.lower ?? '');
  }
  if (!isOrganisation) return end;
  let at = end;
  if (!/^(?:of|for|on)$/u.test(sentence[at]?.lower ?? '') || at >= until) return end;
  at += 1;
  if (sentence[at]?.lower === 'the') at += 1;
  const begin = at;
  while (at < until && sentence[at]?.capital === true) at += 1;
  return at > begin ? at : end;
}

function common(
  sentence: Sentence,
  from: number,
  coreEnd: number,
  until: number,
  definite: boolean,
): NounPhrase {
  let end = coreEnd;
  const next = sentence[end];
  if (
    end < until &&
    next !== undefined &&
    (/^(?:of|for|from|at|with|in|to|familiar|close)$/u.test(next.lower) ||
      isPostParticiple(sentence, end, until))
  ) {
    const limit = Math.min(until, end + 8);
    // "briefed on the call", "issued by her office".
    end += isPostParticiple(sentence, end, until) ? 2 : 1;
    while (end < limit && continuesModifier(sentence[end])) end += 1;
  }
  let begin = from;
  while (begin < coreEnd - 1 && /^(?:the|a|an)$/u.test(sentence[begin]?.lower ?? '')) begin += 1;
  const core = sentence.slice(begin, coreEnd).filter((token) => token.kind === 'word');
  return {
    kind: 'common',
    from: begin,
    to: end,
    words: wordsOf(sentence, begin, end),
    head: core.at(-1)?.lower ?? '',
    definite,
  };
}

/** "issued by", "briefed on": a participle that says more about the noun before it, with its preposition. */
function isPostParticiple(sentence: Sentence, at: number, until: number): boolean {
  return (
    at + 2 < until &&
    /^(?:[a-z]{3,}ed|seen|written|sent|known|held|made|given)$/u.test(sentence[at]?.lower ?? '') &&
    /^(?:on|by|with|in|to|for|from|at|about|as)$/u.test(sentence[at + 1]?.lower ?? '')
  );
}

function continuesModifier(token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.kind === 'sign') return token.text === "'" || token.text === '’' || token.text === '-';
  return (
    token.kind === 'word' &&
    !/^(?:who|which|that|whose|as|on|when|while|at|after|in|was|is|were|has|had|shortly|soon|just|late|early|earlier|later|yesterday|today|last|this|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/u.test(
      token.lower,
    )
  );
}

function wordsOf(sentence: Sentence, from: number, to: number): string[] {
  const words: string[] = [];
  for (let at = from; at < to; at += 1) {
    const token = sentence[at];
    if (token === undefined || (token.kind !== 'word' && token.kind !== 'number')) continue;
    if (joinsAge(sentence, at - 1) && words.length > 0) {
      words.push(`${words.pop()}-${token.text}`);
      continue;
    }
    const initial = token.text.length === 1 && token.capital && sentence[at + 1]?.text === '.';
    if (initial) words.push(`${token.text}.`);
    else
      words.push(
        token.possessive && at < to - 1 && !/['’]$/u.test(token.text)
          ? `${token.text}’s`
          : token.text,
      );
  }
  return words;
}
