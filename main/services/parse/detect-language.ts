import { francAll } from 'franc-min';
import type { Confidence } from '../../../app/record/records.ts';
import { functionWordShares } from './function-words.ts';

/** The language that a text seems to be written in. */
export interface DetectedLanguage {
  /** BCP 47. */
  readonly language: string;
  readonly confidence: Confidence;
}

const fewestLetters = 120;
// A sign of these scripts says as much as three letters.
const fewestSigns = 40;
const sampleLength = 1_200;
// The longer a sample, the nearer all languages come to each other by franc's measure, which is 1 for the best.
const francLength = 600;
const closeSecond = 0.85;
const fewestWords = 0.12;
const nearlyNoWords = 0.04;
// Words alone settle it then, and save the ten times longer way of franc: nearly all prose is as plain as this.
const clearLead = 1.3;

/**
 * The language of a text by its little words and by the frequency of its groups of three letters; of Chinese, Japanese and Korean by their
 * scripts. `null`: too short to tell, 120 letters at least, or no language. Looks at up to 1,200 code units from the
 * first third on, where names and datelines are over.
 */
export function detectLanguage(text: string): DetectedLanguage | null {
  const start = Math.min(Math.floor(text.length / 3), Math.max(0, text.length - sampleLength));
  const sample = text.slice(text.length > sampleLength ? start : 0).slice(0, sampleLength);
  const count = (script: RegExp) => sample.match(script)?.length ?? 0;
  const letters = countLetters(sample);
  // No sign of these scripts stands below Hangul's letters.
  const isEastAsian = /[\u1100-\u11ff\u3000-\ud7ff\u{20000}-\u{3ffff}]/u.test(sample);
  const han = isEastAsian ? count(/\p{Script=Han}/gu) : 0;
  const kana = isEastAsian ? count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) : 0;
  const hangul = isEastAsian ? count(/\p{Script=Hangul}/gu) : 0;
  const eastAsian = han + kana + hangul;
  if (eastAsian * 2 > letters) {
    if (eastAsian < fewestSigns) return null;
    if (hangul * 2 > eastAsian) return { language: 'ko', confidence: 'likely' };
    return { language: kana * 10 > eastAsian ? 'ja' : 'zh', confidence: 'likely' };
  }
  if (letters < fewestLetters) return null;
  return byWordsAndLetters(sample);
}

/** In code points. */
function countLetters(sample: string): number {
  const letters = sample.replace(/[^\p{L}\p{M}]+/gu, '');
  // Half a pair is no letter, so that each code unit of this kind ends one.
  return letters.length - (letters.match(/[\udc00-\udfff]/g)?.length ?? 0);
}

/** Little words tell most languages; where two come close, groups of letters must agree with them. */
function byWordsAndLetters(sample: string): DetectedLanguage | null {
  const shares = functionWordShares(sample);
  const [byWords, next] = shares;
  const hasWords = byWords !== undefined && byWords.share >= fewestWords;
  if (hasWords && byWords.share > (next?.share ?? 0) * clearLead) {
    // Letters could say nothing against it: they agree, or the language is one that franc-min does not know.
    return { language: byWords.language, confidence: 'likely' };
  }
  const [first, second] = francAll(sample.slice(0, francLength));
  const byLetters =
    first === undefined || first[0] === 'und'
      ? null
      : (Intl.getCanonicalLocales(first[0])[0] ?? null);
  if (hasWords && byWords.language === byLetters) {
    return { language: byLetters, confidence: 'likely' };
  }
  // Close cousins, of which franc-min may know one only.
  if (hasWords) return { language: byWords.language, confidence: 'guessed' };
  // A language whose little words are known and not there is none: lists of names, made-up text.
  const itsWords = shares.find((known) => known.language === byLetters)?.share ?? 1;
  if (byLetters === null || itsWords < nearlyNoWords) return null;
  // A script of one language has no second.
  const isClear = second === undefined || second[1] < closeSecond;
  return { language: byLetters, confidence: isClear ? 'likely' : 'guessed' };
}
