import type { SuggestionKind } from '../../../app/host/suggestions.ts';
import { type Measurement, measured } from '../../../app/suggestion/measured.ts';
import { percent } from '../parallels/parallel-words.ts';

/** What the page says of one kind of suggestion. */
export interface KindExplained {
  readonly kinds: readonly SuggestionKind[];
  readonly title: string;
  readonly how: string;
  readonly misses: string;
  readonly score: string;
  readonly measurement: Measurement | null;
}

/** How each kind of suggestion comes about, in plain words. The scores are defined in `app/SPEC.md`. */
export const kindsExplained: readonly KindExplained[] = [
  {
    kinds: ['parallel', 'cluster'],
    title: 'Parallel passages and clusters',
    how: 'The program looks for runs of words that two articles share and extends them in both directions as far as at least half of the words are common. Case, accents, quotation marks and numbers as digits or words do not matter; words may be cut, put in or replaced. The same passage in three articles and more is a cluster, and so is a quotation that two articles have in two wordings. Formulas, set phrases that say little by being shared, such as names with their offices, come last.',
    misses:
      'Passages that share fewer than eight words in all; the same thing in quite other words; translations. Two articles that quote the same speech share it, though neither copied the other. Which came first is told by the dates of publication alone.',
    score:
      'Of a pair: the share of common words, times how many they are (eight words that are the same throughout have 50 %, twenty-four 75 %). Of a cluster: its pairs’ scores, higher the more articles it has. Of a formula a quarter is left.',
    measurement: measured.parallel ?? null,
  },
  {
    kinds: ['quotation'],
    title: 'Quotations',
    how: 'Quotation marks of all kinds are paired, also over several paragraphs and inside each other, and blocks set apart as quotations are taken as such. The speaker is the subject of the verb of speech beside the quotation, or whom “according to” names. Names stand for the fullest form that the article has; an office or a pronoun for the person it fits. Where more than one fits, this is marked as not sure. Reported statements (“she said that …”) are taken in English.',
    misses:
      'Speakers who are named far away or only hinted at; dialogue that is marked by dashes alone; reported statements outside English. Titles and words that the author keeps at a distance may be taken for speech. Speakers in other languages are found beside the most frequent verbs of speech only.',
    score:
      'It begins at 40 % (25 % if reported) and rises with a verb of speech, with a speaker, most with a sure one, with being a sentence of its own, and with length; it falls where the last mark is missing.',
    measurement: measured.quotation ?? null,
  },
  {
    kinds: ['conflict'],
    title: 'Conflicts',
    how: 'Figures with their units and currencies, percentages, dates and names are read and brought to one form. They are compared in passages that run parallel, that stand under one claim or are linked, and in sentences of articles about the same that state the same quantity. What agrees is not listed: “about 200” agrees with 190. Where the dates of what is told differ, this is said, and the score is lower.',
    misses:
      'Contradictions without figures, dates or names. Figures that count different things in similar words can be taken for the same: read both passages. Dates whose days are not known are not compared.',
    score:
      'How much speaks for both passages being about the same: shared words right beside the figure or date, and how exactly both state it. A speaker’s score is the share of like words in the two statements.',
    measurement: measured.conflict ?? null,
  },
  {
    kinds: ['silence'],
    title: 'Possible silences',
    how: 'For each claim with evidence the program looks in the articles that have none, once all are looked through: for passages that run parallel to the evidence, and for sentences with the words that matter in the claim or its evidence, rare words weighing more. Where no sentence has half of them, it proposes that the article leaves the claim out, with the search that was made and the sentence that came nearest. In a project of more than 200 articles only those are looked at that have evidence of some claim.',
    misses:
      'An article may say the same in words of its own or in a picture. Articles in a language that none of the evidence is in are passed over. That no passage was found is not yet silence: it counts only when you confirm it.',
    score:
      'One minus the share of the important words that the nearest sentence has: 100 % means that no sentence has any of them; below 50 % nothing is proposed.',
    measurement: measured.silence ?? null,
  },
];

/** What a score is, for those who point at one: it orders the list, and is no measure of likeness. */
export function scoreMeaning(kind: SuggestionKind): string {
  const own = kindsExplained.find(({ kinds }) => kinds.includes(kind));
  return `The score orders suggestions of a kind, the best first. ${own?.score ?? ''}`;
}

/** "0.97" as "97 %"; a dash for what was not measured. */
export function measuredWords(value: number | null): string {
  return value === null ? '–' : percent(value);
}
