import { Random } from '../corpus/random.ts';
import { Vocabulary } from '../corpus/vocabulary.ts';
import {
  type DraftParagraph,
  type DraftPlanted,
  finished,
  type Level,
  levels,
  type PlantedCorpus,
} from './planted.ts';

export interface ReuseOptions {
  readonly articles: number;
  /** Of an article, about. */
  readonly bytes: number;
  readonly seed: number;
}

const vocabularySize = 60_000;
/** Turns of phrase of three to seven words, which chance repeats in many articles: one word in thirty begins one. */
const turns = 3_000;
const turnEvery = 30;
/** Names with their offices, and set phrases, of eight to eleven words: one article in three has one. */
const formulas = 60;

/**
 * Articles of made words in Zipf's frequencies, with turns of phrase and formulas that chance repeats; one article in ten
 * for each level takes over one to four sentences of an earlier one, as they are, with 10 % or 20 % of the words
 * replaced, put in or left out, or with the sentences in another order. A wire report has copies in forty articles, each with a
 * word in thirty edited.
 */
export function generateReuse({ articles, bytes, seed }: ReuseOptions): PlantedCorpus {
  const random = new Random(seed);
  const vocabulary = new Vocabulary(vocabularySize, seed + 1);
  const phrases = Array.from({ length: turns }, () =>
    wordsOf(random, vocabulary, 3 + random.below(5)),
  );
  const fixed = Array.from({ length: formulas }, (_, index) => {
    const words = wordsOf(random, vocabulary, 8 + random.below(4));
    return index % 2 === 0 ? words.map(capital) : words;
  });
  const drafts = Array.from({ length: articles }, () => {
    // Log-normal, as lengths of articles are.
    const wanted = bytes * Math.min(4, Math.max(0.2, 0.88 * Math.exp(0.5 * random.normal())));
    const paragraphs: DraftParagraph[] = [];
    for (let length = 0; length < wanted; ) {
      const sentences = Array.from({ length: 2 + random.below(4) }, () =>
        sentence(random, vocabulary, phrases),
      );
      const text = sentences.join(' ');
      length += text.length + 1;
      paragraphs.push({ text });
    }
    if (random.below(3) === 0) {
      const paragraph = paragraphs[random.below(paragraphs.length)];
      const formula = fixed[Math.floor(random.next() ** 2 * fixed.length)] ?? [];
      if (paragraph !== undefined)
        paragraph.text += ` ${capital(formula.join(' '))} ${sentence(random, vocabulary, phrases)}`;
    }
    return paragraphs;
  });
  const planted: DraftPlanted[] = [];
  for (let target = 1; target < articles; target += 1) {
    const kind = random.below(10);
    const level = levels[kind];
    if (level !== undefined) {
      const made = plant(random, vocabulary, phrases, drafts, target, level);
      if (made !== null) planted.push(made);
    }
  }
  copyWire(random, vocabulary, drafts, planted);
  return finished(drafts, planted);
}

function plant(
  random: Random,
  vocabulary: Vocabulary,
  phrases: readonly (readonly string[])[],
  drafts: DraftParagraph[][],
  target: number,
  level: Level,
): DraftPlanted | null {
  const source = random.below(target);
  const paragraph = random.pick(drafts[source] ?? []);
  const sentences = paragraph.text.split(/(?<=\.) /);
  const least = level === 'reordered' ? 2 : 1;
  if (sentences.length < least) return null;
  const count = Math.min(sentences.length, least + random.below(3));
  const first = random.below(sentences.length - count + 1);
  const taken = sentences.slice(first, first + count);
  const words = taken.join(' ').split(' ').length;
  if (words < 16) return null;
  const start = sentences.slice(0, first).join(' ').length + (first > 0 ? 1 : 0);
  const end = start + taken.join(' ').length;
  const share = level === 'edited10' ? 0.1 : level === 'edited20' ? 0.2 : 0;
  const wording =
    level === 'reordered'
      ? [...taken.slice(1), ...taken.slice(0, 1)].join(' ')
      : edited(random, vocabulary, taken.join(' '), share);
  const before = `${sentence(random, vocabulary, phrases)} `;
  const made = { text: `${before}${wording} ${sentence(random, vocabulary, phrases)}` };
  drafts[target]?.splice(random.below((drafts[target]?.length ?? 0) + 1), 0, made);
  return {
    level,
    source: { article: source, paragraph, start, end },
    target: {
      article: target,
      paragraph: made,
      start: before.length,
      end: before.length + wording.length,
    },
  };
}

/** The first article whole, in forty others. */
function copyWire(
  random: Random,
  vocabulary: Vocabulary,
  drafts: DraftParagraph[][],
  planted: DraftPlanted[],
): void {
  const wire = (drafts[0] ?? []).map((paragraph) => ({ paragraph, text: paragraph.text }));
  for (let copy = 0; copy < 40; copy += 1) {
    const target = drafts.length - 1 - copy;
    if (target < 1) return;
    const paragraphs = wire.map(({ text }) => ({ text: edited(random, vocabulary, text, 1 / 30) }));
    for (const [index, made] of paragraphs.entries()) {
      const source = wire[index]?.paragraph;
      if (source === undefined) continue;
      planted.push({
        level: 'copy',
        source: { article: 0, paragraph: source, start: 0, end: source.text.length },
        target: { article: target, paragraph: made, start: 0, end: made.text.length },
      });
    }
    // What was planted in it before goes with its paragraphs.
    drafts[target]?.push(...paragraphs);
  }
}

/** Of so many words a third each is replaced, left out, or has one put before it. */
function edited(random: Random, vocabulary: Vocabulary, text: string, share: number): string {
  const words: string[] = [];
  for (const word of text.split(' ')) {
    if (random.next() >= share) words.push(word);
    else {
      const kind = random.below(3);
      if (kind > 0) words.push(vocabulary.draw(random));
      if (kind > 1) words.push(word);
    }
  }
  return words.join(' ');
}

function sentence(
  random: Random,
  vocabulary: Vocabulary,
  phrases: readonly (readonly string[])[],
): string {
  const wanted = 8 + random.below(20);
  const words: string[] = [];
  while (words.length < wanted) {
    if (random.below(turnEvery) === 0) words.push(...random.pick(phrases));
    else if (random.below(40) === 0) words.push(String(random.below(2_000)));
    else words.push(vocabulary.draw(random));
  }
  const text = words.map((word) => (random.below(12) === 0 ? `${word},` : word)).join(' ');
  return `${capital(text.replace(/,$/, ''))}.`;
}

function wordsOf(random: Random, vocabulary: Vocabulary, count: number): string[] {
  return Array.from({ length: count }, () => vocabulary.draw(random));
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
