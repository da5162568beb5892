import { significantWords } from '../../claim/significant-words.ts';
import { isLittleWord } from '../../fact/little-words.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ClaimRecord } from '../../record/records.ts';
import { findCues, isDoubtful } from '../../statement/find-cues.ts';
import type { LineCitation } from './brief-lines.ts';
import type { LineSentence } from './line-sentences.ts';

/** A claim that its analyst holds for disputed or refuted, by the words that matter in it. */
export interface DoubtedClaim {
  readonly claim: ClaimRecord;
  readonly words: readonly string[];
  /** The words of claims that nobody doubts and that the same passage is evidence for: a sentence may mean one of these. */
  readonly rivals: readonly (readonly string[])[];
}

/** Of a sentence's claim this share of the words that matter says that it is the claim that it states. */
const leastShare = 0.6;
/** The same for a sentence that does not cite it. */
const leastShareUncited = 0.75;
/** So many words that matter are a statement: "Here it is" is none. */
const leastWords = 2;

/**
 * Words that say that something is not held for certain, in the languages whose speech verbs are known; and those that say
 * that it is wrong.
 */
const hedges =
  /\b(?:claim(?:s|ed|ing)?|disput\p{L}*|assert(?:s|ed)?|alleg\p{L}*|reported(?:ly)?|apparently|purport\p{L}*|supposed(?:ly)?|unconfirmed|unverified|unproven|contest(?:s|ed)?|contradict\p{L}*|den(?:y|ies|ied|ial)|reject(?:s|ed)?|refut\p{L}*|debunk\p{L}*|disproved|false(?:ly)?|wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|untrue|no evidence|not (?:been )?(?:confirmed|verified|established|true)|could not be (?:confirmed|verified)|doubt\p{L}*|question(?:s|ed|able)|uncertain|unclear|whether|(?<!(?:the|its|his|her|their|our|military|naval|economic|industrial) )might|could|would|possibly|perhaps|probably|likely|seem(?:s|ed|ingly)?|appear(?:s|ed)? to|is said to|are said to|was said to|were said to|rumou?r\p{L}*|version|accounts? (?:differ|disagree)|disagree\p{L}*|qualif(?:y|ies|ied)|differ(?:s|ed)?|in (?:his|her|their|its|the) (?:words|view|account|opinion|telling)|so-called|widerspr\p{L}*|angeblich|umstritten|bestreite\p{L}*|bestritten|soll(?:en)?|prétend\p{L}*|présumé\p{L}*|contesté\p{L}*|serait|aurait|supuest\p{L}*|presunt\p{L}*|habría|sería)(?!\p{L})/iu;

/** "May" with a capital is the month, unless it begins a sentence and a subject follows. */
const mayIsHedge =
  /(?<!\p{L})may(?!\p{L})|^[^\p{L}\p{N}]*May\s+(?:he|she|it|they|we|you|I|this|that|the|these|those)(?!\p{L})/u;

/** Whether a sentence says whose words it tells, or that they are not certain (rule Y13). */
function isHedged(sentence: LineSentence, text: string): boolean {
  const words = text.slice(sentence.start, sentence.end);
  if (hedges.test(words) || mayIsHedge.test(words)) return true;
  const quotes = sentence.tokens.some(({ kind }) => kind === 'quote');
  return findCues(sentence.tokens).some((cue) => quotes || !isDoubtful(cue));
}

/** The claims that a citation leads to, whose status is disputed or refuted: the claim itself, or those it is evidence for. */
export function doubtedClaims(
  source: Pick<RecordSource, 'get' | 'evidenceFor'>,
  { citation }: Pick<LineCitation, 'citation'>,
): readonly DoubtedClaim[] {
  if (citation.kind === 'article') return [];
  const ids =
    citation.kind === 'claim'
      ? [citation.id]
      : source
          .evidenceFor(citation.id)
          // What denies or questions a claim is no word for it.
          .filter(({ stance }) => stance === 'asserts' || stance === 'reports')
          .map(({ claimId }) => claimId);
  const claims = ids.flatMap((id) => source.get('claim', id) ?? []);
  const rivals = claims.filter((claim) => !isDoubted(claim)).map(wordsOf);
  return claims.filter(isDoubted).map((claim) => ({ claim, words: wordsOf(claim), rivals }));
}

function isDoubted({ status }: ClaimRecord): boolean {
  return status === 'disputed' || status === 'refuted';
}

const claimWords = new WeakMap<ClaimRecord, readonly string[]>();

function wordsOf(claim: ClaimRecord): readonly string[] {
  const known = claimWords.get(claim) ?? stems(claim.wording);
  claimWords.set(claim, known);
  return known;
}

/**
 * The doubted claim that a sentence states as fact; `null`: none. One that cites a passage for the claim in itself states
 * it if it says anything of its own, unless the passage stands for another claim as well, which nobody doubts and which
 * the sentence has more of; others must have most of its words. Cost: the words of the sentence and of the claims.
 *
 * @param own claims cited in the sentence
 * @param near claims that the rest of the paragraph, or the block behind it, cites
 * @param others claims that the brief cites elsewhere
 */
export function statedAsFact(
  sentence: LineSentence,
  text: string,
  own: readonly DoubtedClaim[],
  near: readonly DoubtedClaim[],
  others: readonly DoubtedClaim[],
): DoubtedClaim | null {
  if (own.length + near.length + others.length === 0) return null;
  const { isStatement, said } = saidIn(sentence);
  if (!isStatement) return null;
  const found =
    closest(own, said) ??
    near.find((claim) => shareOf(claim.words, said) >= leastShare) ??
    others.find((claim) => shareOf(claim.words, said) >= leastShareUncited) ??
    null;
  return found === null || isHedged(sentence, text) ? null : found;
}

/** Whether a sentence says anything but the names of its sources: "The Evening Lantern: “…”" tells who says it. */
export function saysMoreThan(names: readonly string[], sentence: string): boolean {
  const rest = names.reduce(
    (text, name) => (name === '' ? text : text.replaceAll(name, ' ')),
    sentence,
  );
  const words = rest.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !isLittleWord(word)).length >= leastWords;
}

/** Of the claims that a passage in the sentence stands for, the one that it has most of. */
function closest(
  own: readonly DoubtedClaim[],
  said: ReadonlySet<string>,
): DoubtedClaim | undefined {
  return own
    .filter((claim) => isMeant(claim, said))
    .sort((one, other) => shareOf(other.words, said) - shareOf(one.words, said))[0];
}

function isMeant(claim: DoubtedClaim, said: ReadonlySet<string>): boolean {
  if (claim.rivals.length === 0) return true;
  const share = shareOf(claim.words, said);
  return share > 0 && claim.rivals.every((words) => shareOf(words, said) <= share);
}

function shareOf(words: readonly string[], said: ReadonlySet<string>): number {
  if (words.length < 2) return 0;
  return words.filter((word) => said.has(word)).length / words.length;
}

/** What a sentence says of its own, quotations and signs aside. */
interface Said {
  readonly isStatement: boolean;
  /** Stems. */
  readonly said: ReadonlySet<string>;
}

const sentenceWords = new WeakMap<LineSentence, Said>();

function saidIn(sentence: LineSentence): Said {
  const known = sentenceWords.get(sentence);
  if (known !== undefined) return known;
  const words = sentence.tokens
    .filter(({ kind }) => kind !== 'quote' && kind !== 'sign')
    .map(({ lower }) => lower);
  const made = {
    isStatement: words.filter((word) => !isLittleWord(word)).length >= leastWords,
    said: new Set(words.map(stem)),
  };
  sentenceWords.set(sentence, made);
  return made;
}

function stems(wording: string): readonly string[] {
  return [...new Set(significantWords(wording).map((word) => stem(word.toLowerCase())))];
}

/** "costs", "cost": an ending is no other word. */
function stem(word: string): string {
  return word.length > 4 ? word.replace(/(?:ies|es|s|ed|ing)$/u, '') : word;
}
