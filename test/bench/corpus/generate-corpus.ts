import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from './random.ts';
import { Vocabulary } from './vocabulary.ts';

/** What to make. The same options make the same articles, to the byte. */
export interface CorpusOptions {
  readonly articles: number;
  /** Of all texts together, about. */
  readonly bytes: number;
  readonly seed: number;
}

/** The corpus that the aims speak of. */
export const usualCorpus: CorpusOptions = { articles: 10_000, bytes: 60_000_000, seed: 20_310_512 };

export interface GeneratedArticle {
  /** From 0. */
  readonly index: number;
  /** With `/` between names: files are in a folder for each outlet. */
  readonly fileName: string;
  readonly format: 'text' | 'markdown' | 'html';
  readonly title: string;
  readonly outlet: string;
  readonly byline: string;
  /** `2031-05-12T09:14:00Z`. */
  readonly published: string;
  /** Without the title. */
  readonly paragraphs: readonly string[];
  /** The index of the article that this is a copy of, with another headline and some edits. */
  readonly copyOf: number | null;
}

/** The outlets of the corpus. */
export const outletNames = [
  'Harbour Times',
  'Velmund Observer',
  'North Coast Journal',
  'The Lantern',
  'Morning Dispatch',
  'Agency Wire',
  'Evening Standard Post',
  'Strait Herald',
  'Inland Review',
  'Capital Gazette',
  'Public Radio',
  'Ferry and Rail',
] as const;
const vocabularySize = 40_000;
const copiesIn100 = 6;

/**
 * Articles as a newsroom has them, one after the other: made words in Zipf's frequencies, lengths that scatter, dates
 * over two years, twelve outlets, and six in a hundred that copy another with an edit in twenty words or a cut end.
 * Memory: the articles of which copies are still made.
 */
export function* generateArticles(options: CorpusOptions): Generator<GeneratedArticle, void, void> {
  const random = new Random(options.seed);
  const vocabulary = new Vocabulary(vocabularySize, options.seed + 1);
  const mean = options.bytes / options.articles;
  const recent: GeneratedArticle[] = [];
  for (let index = 0; index < options.articles; index += 1) {
    const source =
      random.below(100) < copiesIn100 ? recent[random.below(recent.length)] : undefined;
    const article = describe(index, source, random, vocabulary, mean);
    if (source === undefined) {
      if (recent.length < 200) recent.push(article);
      else recent[random.below(200)] = article;
    }
    yield article;
  }
}

/** Writes the articles as files below a folder. Answers with how many bytes those are. */
export async function writeCorpus(folder: string, options: CorpusOptions): Promise<number> {
  for (let outlet = 0; outlet < outletNames.length; outlet += 1) {
    await mkdir(join(folder, folderName(outletNames[outlet] ?? '')), { recursive: true });
  }
  let bytes = 0;
  let writing: Promise<void>[] = [];
  for (const article of generateArticles(options)) {
    const content = Buffer.from(fileContent(article));
    bytes += content.length;
    writing.push(writeFile(join(folder, ...article.fileName.split('/')), content));
    if (writing.length < 64) continue;
    await Promise.all(writing);
    writing = [];
  }
  await Promise.all(writing);
  return bytes;
}

/** The article as a file of its format holds it. */
function fileContent(article: GeneratedArticle): string {
  const { title, outlet, byline, published, paragraphs } = article;
  switch (article.format) {
    case 'text':
      return `${title}\n\n${paragraphs.join('\n\n')}\n`;
    case 'markdown':
      return `---\ntitle: "${title}"\noutlet: "${outlet}"\nauthor: "${byline}"\ndate: ${published}\n---\n\n# ${title}\n\n${paragraphs.join('\n\n')}\n`;
    case 'html':
      return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="${outlet}">
<meta name="author" content="${byline}"><meta property="article:published_time" content="${published}">
</head><body><nav><a href="/">Front page</a> <a href="/world">World</a></nav><article><h1>${title}</h1>
${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}\n</article><footer>All rights reserved.</footer></body></html>\n`;
  }
}

function describe(
  index: number,
  source: GeneratedArticle | undefined,
  random: Random,
  vocabulary: Vocabulary,
  mean: number,
): GeneratedArticle {
  const kind = random.below(100);
  const format = kind < 55 ? 'text' : kind < 85 ? 'markdown' : 'html';
  const outlet = random.pick(outletNames);
  const ending = { text: 'txt', markdown: 'md', html: 'html' }[format];
  const published = new Date(Date.UTC(2030, 0, 1) + random.below(730 * 1_440) * 60_000);
  return {
    index,
    fileName: `${folderName(outlet)}/${String(index).padStart(5, '0')}.${ending}`,
    format,
    title: sentence(random, vocabulary, 6 + random.below(6)).slice(0, -1),
    outlet,
    byline: `${capital(vocabulary.words[500 + random.below(200)] ?? '')} ${capital(vocabulary.words[700 + random.below(300)] ?? '')}`,
    published: `${published.toISOString().slice(0, 19)}Z`,
    paragraphs:
      source === undefined
        ? newParagraphs(random, vocabulary, mean)
        : copiedParagraphs(source.paragraphs, random, vocabulary),
    copyOf: source?.index ?? null,
  };
}

function newParagraphs(random: Random, vocabulary: Vocabulary, mean: number): string[] {
  // Log-normal, cut at a fifth and at five times the mean; 0.8 makes up for the tail and for overlong ends.
  const wanted = mean * Math.min(5, Math.max(0.2, 0.8 * Math.exp(0.5 * random.normal())));
  const paragraphs: string[] = [];
  let bytes = 0;
  while (bytes < wanted) {
    const sentences: string[] = [];
    const count = 2 + random.below(4);
    for (let made = 0; made < count; made += 1) {
      sentences.push(sentence(random, vocabulary, 8 + random.below(20)));
    }
    const paragraph = sentences.join(' ');
    bytes += paragraph.length + 2;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

function copiedParagraphs(
  paragraphs: readonly string[],
  random: Random,
  vocabulary: Vocabulary,
): string[] {
  if (random.below(3) === 0) return paragraphs.slice(0, Math.ceil(paragraphs.length / 2));
  const edit = (word: string) => (random.below(20) === 0 ? vocabulary.draw(random) : word);
  return paragraphs.map((paragraph) => paragraph.split(' ').map(edit).join(' '));
}

function sentence(random: Random, vocabulary: Vocabulary, words: number): string {
  let text = capital(vocabulary.draw(random));
  for (let word = 1; word < words; word += 1) {
    text += random.below(12) === 0 ? ', ' : ' ';
    text += random.below(40) === 0 ? String(random.below(2_000)) : vocabulary.draw(random);
  }
  return `${text}.`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function folderName(outlet: string): string {
  return outlet.toLowerCase().replaceAll(' ', '-');
}
