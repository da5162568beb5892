import { segmenterFor } from '../anchor/segmenter.ts';

/** Words that stand in nearly every text of their language and say nothing of what it is about. */
const littleWords = new Set(
  `a about above after again against all also am among an and any are around as at away be became because become been
  before being below between both but by came can cannot could did do does done down during each either else even ever
  every few first for from further get go going got had has have having he her here hers herself him himself his how
  however if in into is it its itself just last least less like made make many may me might more most much must my near
  neither never no nor not now of off often on once one only or other others our out over own per rather said same saw
  say says see seem she should since so some still such take than that the their them themselves then there these they
  this those though through thus to together too toward towards under until up upon us use very was we well were what
  when where whether which while who whole whom whose why will with within without would yet you your
  aber als am an auch auf aus bei bin bis da damit dann das dass dem den der des die dies diese dieser dieses doch dort
  durch ein eine einem einen einer eines er es für gegen haben hat hatte hatten hier ich ihr ihre im in ist ja kann kein
  keine können man mehr mit muss nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so soll sollen über
  um und uns unter vom von vor war waren was weil wenn wer werden wie wird wir wo wurde wurden zu zum zur zwischen
  au aux avec ce ces cette comme dans de des du elle elles en est et été être il ils je la le les leur leurs lui mais
  même ne nous on ont ou où par pas pour qu que qui sa sans se sera ses son sont sous sur un une vers vous
  al con cual cuando de del desde donde el ella ellos en entre era eran es esta estas este esto estos fue fueron ha han
  hasta la las lo los más muy no para pero por porque que se ser si sin sobre son su sus también un una uno y ya`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Scripts that set no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Words with signs inside (`4.2`, `don’t`, `co-op`), times; never what would be read as a field of the search. */
const token = /[\p{L}\p{N}\p{M}]+(?:[.,'’-][\p{L}\p{N}\p{M}]+|(?<=\p{N}):(?=\p{N})[\p{N}]+)*/gu;

const operators = /^(?:AND|OR|NOT|NEAR)$/;
const mostWords = 16;
/** From this many letters on a word's endings are left open. */
const openFrom = 4;

/**
 * The words and numbers of a claim's wording that a text which speaks of it would hold, each once, in their order: little
 * words are left out, unless nothing else is there. At most sixteen. Cost: the length.
 */
export function significantWords(wording: string, language?: string | null): readonly string[] {
  const words = new Map<string, string>();
  const little = new Map<string, string>();
  for (const [word] of wording.matchAll(token)) {
    for (const piece of piecesOf(word, language)) {
      const key = piece.toLowerCase();
      const isLittle = littleWords.has(key.replaceAll('’', "'")) || isSingleLetter(piece);
      const list = isLittle ? little : words;
      if (!list.has(key)) list.set(key, piece);
    }
  }
  return [...(words.size > 0 ? words : little).values()].slice(0, mostWords);
}

/**
 * A query of the project search that finds every sentence with one of the words that matter in a claim (rule X9): `tunnel*
 * OR cost* OR 4.2`. Endings are left open, so that an article which says it in another form is not taken for silent. Empty
 * for a wording without words.
 */
export function claimQuery(wording: string, language?: string | null): string {
  return significantWords(wording, language).map(termOf).join(' OR ');
}

function termOf(word: string): string {
  const plain = operators.test(word) ? word.toLowerCase() : word;
  if (!/^\p{L}+$/u.test(word) || unspaced.test(word) || word.length < openFrom) return plain;
  // "crowns" has to find "crown" as well.
  const stem = word.length > openFrom && /[^su]s$/u.test(plain) ? plain.slice(0, -1) : plain;
  return `${stem}*`;
}

function piecesOf(word: string, language: string | null | undefined): readonly string[] {
  if (!unspaced.test(word)) return [word];
  const pieces = [...segmenterFor('word', language).segment(word)]
    .filter(({ isWordLike }) => isWordLike === true)
    .map(({ segment }) => segment);
  // Signs of one syllable are mostly particles; alone they are all there is.
  const long = pieces.filter((piece) => piece.length > 1);
  return long.length > 0 ? long : pieces;
}

function isSingleLetter(word: string): boolean {
  return /^\p{L}$/u.test(word) && !unspaced.test(word);
}
