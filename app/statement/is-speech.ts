import type { Attribution } from './attribute.ts';
import { isDoubtful } from './find-cues.ts';
import type { Sentence } from './sentence-tokens.ts';

/** What a quotation is in itself and where it stands. */
export interface QuotationLook {
  /** Words between its marks; of scripts without spaces half the number of signs. */
  readonly words: number;
  /** Its first and last signs inside the marks. */
  readonly firstSign: string;
  readonly lastSign: string;
  /** Whether most of its words have capitals, as titles have. */
  readonly titled: boolean;
  readonly inHeading: boolean;
  /** Whether it is over more than one paragraph. */
  readonly several: boolean;
  /** Whether somebody speaks of himself in it: I, we. */
  readonly firstPerson: boolean;
}

const copulas =
  /^(?:was|is|were|are|be|been|being|felt|feel|as|that|it's|he's|she's|they're|remained|remains|seemed|became|being|wasn't|isn't|not|sehr|est|es|jest|är|é|è|eine|un|une|como|comme|als|of|for|with|to|on|against|about|had|have|saying|and|or|said|by)$/u;
const naming =
  /^(?:so-called|dubbed|nicknamed|titled|entitled|headlined|named|labelled|labeled|sogenannte|sogenannten|llamado|llamada|cosiddetto|cosiddetta|chamada|chamado|kallade|term|terms|word|words|phrase|phrases|title|book|film|novel|song|album|memoir|series|show|podcast|newspaper|magazine|paper|poem|play|ballad|chapter|slogan|motto|codename|codenamed|operation|roman|livre|guide|romanzo|libro|zeitung|газета|компания|expression|acronym|nickname|group|report|documentary|video|ship|vessel|boat|train|hashtag|sign|banner|placard|placards|bears)$/u;
const namingNoun =
  /^(?:term|terms|word|words|phrase|title|book|film|novel|song|album|memoir|series|show|podcast|paper|poem|play|chapter|slogan|motto|operation|group|report|documentary|video|ship|vessel|boat|train|sign|banner|expression|nickname)$/u;
const work =
  /^(?:book|film|novel|song|album|memoir|series|show|podcast|poem|play|chapter|documentary|essay|column|autobiography|biography|study|paper|article)$/u;
const determiner =
  /^(?:the|a|an|its|his|her|their|this|that|new|called|whose|old|short|bestselling|latest|first)$/u;
const closing =
  /^(?:and|but|or|in|to|by|after|about|when|over|on|at|as|if|while|because|with|without|for|from|that|which|who|during|since|before|until|than|against)$/u;
const terminal = /[.!?…。！？]/u;

/**
 * Whether what stands between marks is what somebody says: beside a cue always; elsewhere by its length, its form and
 * what stands around it. Single words, names and titles are not, unless a verb of speech is said of them.
 */
export function isSpeech(
  look: QuotationLook,
  sentence: Sentence,
  at: number,
  attribution: Attribution | null,
  spokenBefore: boolean,
): boolean {
  if (look.words === 0) return false;
  const alone =
    sentence[at - 1]?.kind === 'quote' ||
    sentence.slice(0, at).every(({ kind }) => kind === 'number' || kind === 'sign');
  const whole = alone && (terminal.test(look.lastSign) || sentence.length === at + 1);
  if (attribution !== null && (attribution.how === 'beside' || attribution.how === 'guess'))
    return !(isTitleOfWork(sentence, at) && /^\p{Lu}/u.test(look.firstSign));
  if (attribution?.how === 'colon') return !(look.titled && attribution.subject === null);
  if (look.several) return true;
  // "There were cries of “shame”."
  if (
    /^(?:cries|chants|shouts|calls|chanting|shouting|crying)$/u.test(
      sentence[at - (/^(?:of|for)$/u.test(sentence[at - 1]?.lower ?? '') ? 2 : 1)]?.lower ?? '',
    )
  )
    return true;
  if (
    isNamed(sentence, at) &&
    !(attribution?.how === 'before' && isNextTo(sentence, at, attribution))
  )
    return false;
  if (look.inHeading)
    return look.words >= 3 && !look.titled && (attribution !== null || whole || look.words >= 5);
  if (whole && (!look.titled || spokenBefore)) {
    return (
      spokenBefore ||
      (sentence.length === 1 && look.words >= 2) ||
      look.words >= 4 ||
      (attribution !== null && look.words >= 2)
    );
  }
  if (attribution === null) {
    return !look.titled && look.words >= (look.firstPerson ? 4 : 7);
  }
  if (attribution.how === 'before') return saidBefore(look, sentence, at, attribution);
  if (look.titled && look.words <= 8) return false;
  return look.words >= (attribution.how === 'according' ? 2 : 3);
}

function saidBefore(
  look: QuotationLook,
  sentence: Sentence,
  at: number,
  attribution: Attribution,
): boolean {
  if (/^reads?$/u.test(attribution.cue.verb) && look.words < 6) return false;
  if (look.words < 4 && (attribution.subject === null || givesName(sentence, at, attribution)))
    return false;
  // "what they believe to be “clean coal”".
  if (look.words < 4 && /^(?:believe|think|suspect)/u.test(attribution.cue.verb)) {
    if (/^(?:be|are|is|were|was)$/u.test(sentence[at - 1]?.lower ?? '')) return false;
  }
  // “strategic” ties: a word of the author's sentence, held at a distance.
  const next = sentence[at + 1];
  const modifies = look.words === 1 && next?.kind === 'word' && !closing.test(next.lower);
  if (
    modifies &&
    !/^(?:said|says|call|calls|called|described|branded)$/u.test(attribution.cue.verb)
  )
    return false;
  if (isNextTo(sentence, at, attribution)) return !namesThing(look, at, attribution);
  if (isDoubtful(attribution.cue) && look.words < 5) return false;
  if (look.titled && look.words <= 8) return false;
  if (look.words >= 3) return true;
  const before = sentence[at - 1]?.lower ?? '';
  const behind = sentence[at + 1];
  const closes = behind === undefined || behind.kind !== 'word' || closing.test(behind.lower);
  if (/^(?:a|an|the|his|her|its|their|our)$/u.test(before)) return closes && look.words >= 2;
  if (/^(?:on|in|to|of|for|with|by|about)$/u.test(before)) return look.words >= 2 && closes;
  return copulas.test(before) || closes;
}

/** Whether only little words stand between the cue and the quotation. */
function isNextTo(sentence: Sentence, at: number, { cue }: Attribution): boolean {
  const between = sentence.slice(cue.to, at).filter(({ kind }) => kind !== 'sign');
  return (
    between.length === 0 ||
    (between.length <= 2 && between.every(({ lower }) => copulas.test(lower)))
  );
}

/** "what she calls the “attention trap”", "what I call “slow news”": a word for a thing. */
function givesName(sentence: Sentence, at: number, { cue, subject }: Attribution): boolean {
  if (!/^calls?$/u.test(cue.verb) || sentence[cue.left - 1]?.lower !== 'what') return false;
  return sentence[at - 1]?.lower === 'the' || /^(?:i|we)$/u.test(subject?.head ?? '');
}

/** "the bell he calls “the Duchess”": a name that somebody gives, not what he says. */
function namesThing(look: QuotationLook, at: number, { cue }: Attribution): boolean {
  if (!/^(?:call|calls|called|dubbed|dub|dubs)$/u.test(cue.verb)) return false;
  return look.words <= 4 && (look.titled || at === cue.to) && !/[,]/u.test(look.lastSign);
}

/** "In her book “The Salt Road,” Smith wrote of the sea": the title of a book, though a verb of speech follows. */
function isTitleOfWork(sentence: Sentence, at: number): boolean {
  return (
    work.test(sentence[at - 1]?.lower ?? '') &&
    /^(?:the|a|an|its|his|her|their|this|that|new|latest|first|own|recent|best-selling|bestselling|19\d\d|20\d\d)$/u.test(
      sentence[at - 2]?.lower ?? '',
    )
  );
}

/** Whether the words before say that the marks hold a name or a word: so-called, the term, a book called. */
function isNamed(sentence: Sentence, at: number): boolean {
  const last = sentence[at - 1]?.lower ?? '';
  for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
    const word = sentence[before]?.lower ?? '';
    const left = sentence[before - 1];
    if (
      before < at - 1 &&
      !/^(?:the|its|a|of|as|is|,|\()$/u.test(last || (sentence[at - 1]?.text ?? ''))
    )
      return false;
    if (word === 'kallade' || word === 'kallad') return left?.lower === 'så';
    if (namingNoun.test(word)) return left?.capital === true || determiner.test(left?.lower ?? '');
    if (naming.test(word)) return true;
    if (word === 'as' && /^(?:known|listed|billed|branded|regarded)$/u.test(left?.lower ?? ''))
      return true;
    if (sentence[before]?.kind !== 'word') return false;
  }
  return false;
}
