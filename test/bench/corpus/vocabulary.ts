import { Random } from './random.ts';

/** Words by rank, the most frequent first, drawn as often as Zipf's law has it: the little words of English, then made ones. */
export class Vocabulary {
  readonly words: readonly string[];
  readonly #cumulative: Float64Array;

  constructor(size: number, seed: number) {
    const random = new Random(seed);
    const words = new Set<string>(littleWords);
    while (words.size < size) words.add(madeWord(random, words.size));
    this.words = [...words];
    this.#cumulative = new Float64Array(size);
    let sum = 0;
    for (let rank = 0; rank < size; rank += 1) {
      // Mandelbrot's form, which fits the first ranks of real texts better.
      sum += 1 / (rank + 2.7);
      this.#cumulative[rank] = sum;
    }
  }

  draw(random: Random): string {
    const wanted = random.next() * (this.#cumulative.at(-1) ?? 0);
    let low = 0;
    let high = this.words.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#cumulative[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return this.words[low] ?? '';
  }
}

/** A text without them is in no language, which no reader of texts expects. */
const littleWords =
  'the of and to in a is that for it with as was on be at by this have from not are or an but his they which'.split(
    ' ',
  );
const onsets = 'b c d f g h j l m n p r s t v w br ch cl cr dr fl gr pl pr sh sl sp st th tr'.split(
  ' ',
);
const vowels = 'a e i o u a e i o ai ea ou io é ö'.split(' ');
const codas = ['', '', '', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ng', 'ck'];

/** Frequent words are short, as in a language. */
function madeWord(random: Random, rank: number): string {
  const syllables = rank < 60 ? 1 : rank < 2_000 ? 1 + random.below(2) : 2 + random.below(3);
  let word = '';
  for (let syllable = 0; syllable < syllables; syllable += 1) {
    word += random.pick(onsets) + random.pick(vowels);
    if (syllable === syllables - 1 || random.next() < 0.2) word += random.pick(codas);
  }
  return word;
}
