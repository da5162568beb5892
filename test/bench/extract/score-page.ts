import { readFileSync } from 'node:fs';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { wordsKey } from '../../../app/article/headline.ts';
import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import { parseHtml } from '../../../main/services/parse/html/parse-html.ts';
import { bagF1, orderedF1, wordsOf } from './score-words.ts';
import { shownText } from './shown-text.ts';
import { type FieldName, type Fields, fieldNames, isExpected, isRight } from './web-fields.ts';

/** How near one reading of a page comes to what is expected of it. */
export interface Score {
  readonly f1: number;
  readonly orderedF1: number;
  /** By field: the expected fact; what a person who read the page would say. */
  readonly expected: ReadonlySet<FieldName>;
  readonly right: ReadonlySet<FieldName>;
  /** The fields of which a fact is expected at all. */
  readonly asked: ReadonlySet<FieldName>;
  /** Median of the runs, in milliseconds. */
  readonly ms: number;
}

/** One page, read by the program and by Readability alone. */
export interface PageScore {
  readonly page: string;
  readonly ours: Score;
  /** Ours with the headline counted as words that are not in the expected text. */
  readonly f1WithHeadline: number;
  readonly readability: Score;
  /** Of its `textContent`, in which paragraphs that touch run together. */
  readonly readabilityTextContentF1: number;
}

const runs = 5;

/** Reads and judges one page of the corpus; `folder` ends with a slash. */
export function scorePage(folder: string, page: string): PageScore {
  const source = readFileSync(`${folder}${page}/source.html`, 'utf8');
  const wantedFields = JSON.parse(
    readFileSync(`${folder}${page}/expected-metadata.json`, 'utf8'),
  ) as Fields;
  const pieces = shownText(readFileSync(`${folder}${page}/expected.html`, 'utf8'));
  const wanted = pieces.flatMap(wordsOf);
  const judge = (text: string, fields: Fields, ms: number): Score => ({
    f1: bagF1(wordsOf(text), wanted),
    orderedF1: orderedF1(wordsOf(text), wanted),
    expected: new Set(
      fieldNames.filter((field) => isExpected(field, fields[field], wantedFields[field] ?? null)),
    ),
    right: new Set(
      fieldNames.filter((field) =>
        isRight(page, field, fields[field], wantedFields[field] ?? null),
      ),
    ),
    asked: new Set(fieldNames.filter((field) => wantedFields[field] != null)),
    ms,
  });

  const { result: article, ms } = timed(() => parseHtml(source, `${page}.html`));
  if (article === null) throw new Error(`${page}: no text was found in it.`);
  const { title, byline, outlet, published } = article.metadata;
  const plain = timed(() => new Readability(parseHTML(source).document as never).parse());
  const found = plain.result;
  return {
    page,
    ours: judge(
      withoutHeadline(article, pieces),
      { title, byline, siteName: outlet, publishedTime: published },
      ms,
    ),
    f1WithHeadline: bagF1(wordsOf(article.text), wanted),
    readability: judge(
      shownText(found?.content ?? '').join('\n'),
      {
        title: found?.title ?? null,
        byline: found?.byline ?? null,
        siteName: found?.siteName ?? null,
        publishedTime: found?.publishedTime ?? null,
      },
      plain.ms,
    ),
    readabilityTextContentF1: bagF1(wordsOf(found?.textContent ?? ''), wanted),
  };
}

/**
 * Our text without the headline that rule T7 puts at its head, if the expected text does not begin with it: whoever
 * made the expected texts left headlines out, so it is neither found nor missed there. The headline is the title, or,
 * where the page prints another one, the heading that the text begins with.
 */
function withoutHeadline({ text, blocks, metadata }: ParsedArticle, pieces: readonly string[]) {
  const wordsIn = ({ start, end }: (typeof blocks)[number]) => wordsKey(text.slice(start, end));
  const title = wordsKey(metadata.title);
  const [first] = blocks;
  const headline =
    blocks.slice(0, 3).find((block) => wordsIn(block) === title) ??
    (first?.kind === 'heading' && first.level === 1 ? first : undefined);
  if (headline === undefined) return text;
  const wanted = wordsIn(headline);
  if (pieces.slice(0, 3).some((piece) => wordsKey(piece) === wanted)) return text;
  return text.slice(0, headline.start) + text.slice(headline.end);
}

function timed<Value>(work: () => Value): { readonly result: Value; readonly ms: number } {
  const times: number[] = [];
  let result = work();
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    result = work();
    times.push(performance.now() - start);
  }
  return { result, ms: times.sort((one, other) => one - other)[Math.floor(runs / 2)] ?? 0 };
}
