import { Random } from '../corpus/random.ts';
import { Vocabulary } from '../corpus/vocabulary.ts';

/** A text with what is highlighted in it, as plain numbers: the same for the application and for what it is measured against. */
export interface AnnotatedText {
  readonly title: string;
  /** The title first, as a heading. Joined by a line feed each they are the text. */
  readonly paragraphs: readonly string[];
  /** Start, end and number of the tag, from 0. */
  readonly ranges: readonly (readonly [start: number, end: number, tag: number])[];
}

/** How many tags there are. */
export const tagCount = 12;

const vocabulary = new Vocabulary(20_000, 3);

/**
 * A text of about so many characters in paragraphs of 300 to 900, with so many highlights of 10 to 120 characters at places
 * that chance gives: they overlap, and some go on in the next paragraph. The same for the same numbers.
 */
export function longText(characters: number, count: number): AnnotatedText {
  const random = new Random(characters + count);
  const title = `Article of ${characters} characters`;
  const paragraphs = [title];
  let length = title.length;
  while (length < characters) {
    const paragraph = words(random, 300 + random.below(600));
    paragraphs.push(paragraph);
    length += paragraph.length + 1;
  }
  const ranges = Array.from({ length: count }, (_, index) => {
    const start = random.below(length - 130);
    return [start, start + 10 + random.below(110), index % tagCount] as const;
  });
  return { title, paragraphs, ranges };
}

/** One paragraph with `count` highlights that begin one after the other and reach over all the following beginnings. */
export function stackedText(count: number): AnnotatedText {
  const random = new Random(count);
  const title = `Stack of ${count}`;
  const paragraph = words(random, count * 2 + 200);
  const first = title.length + 1;
  const ranges = Array.from({ length: count }, (_, index) => {
    return [first + index, first + index + count, index % tagCount] as const;
  });
  return { title, paragraphs: [title, paragraph, words(random, 400)], ranges };
}

/** Words of about so many characters in all. */
function words(random: Random, characters: number): string {
  let text = vocabulary.draw(random);
  while (text.length < characters) text += ` ${vocabulary.draw(random)}`;
  return `${text}.`;
}
