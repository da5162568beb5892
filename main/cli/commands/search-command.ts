import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import type { FoundArticle, QueryProblem, SearchMode } from '../../../app/host/search.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { tagAdvice } from '../../../app/search/tag-advice.ts';
import type { Catalogue } from '../../services/catalogue/catalogue.ts';
import { withCatalogue } from '../catalogue-beside.ts';
import { type CliArguments, numberOf, oneOf, readArguments } from '../cli-arguments.ts';
import type { CliOutput } from '../cli-output.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { namedFolder, projectFolder } from '../project-folder.ts';
import { readProject } from '../read-project.ts';
import { UsageError } from '../usage-error.ts';

const articlesAtATime = 200;
const hitsAtATime = 1_000;

/** `variorum search`. */
export const searchCommand: Command = async (words, world) => {
  const { output } = world;
  const args = readArguments(words, {
    ...{ context: 'flag', pattern: 'flag', 'json-lines': 'flag', sort: 'value', limit: 'value' },
  });
  namedFolder(args.words, world.folder);
  const query = args.words.slice(1).join(' ').trim();
  if (query === '')
    throw new UsageError('What is to be found? Write the query behind the project.');
  if (args.has('json') && args.has('json-lines')) {
    throw new UsageError('Either --json or --json-lines.');
  }
  const search = args.has('context') ? findHits : findArticles;
  const ask = search(args, query, args.has('pattern') ? 'pattern' : 'words');
  const project = await readProject(await projectFolder(args.words, world.folder), output);
  const found = await withCatalogue(project, await world.context(null), world, (catalogue) =>
    ask(catalogue, project.records),
  );
  tell(found, query, args, output);
  return found.total === 0 ? exitCodes.problems : exitCodes.ok;
};

/** What a search came to: the first of all that was found. */
interface Found {
  /** What a list of it is called in JSON. */
  readonly what: 'articles' | 'hits';
  readonly total: number;
  /** `false`: there are more than were counted. */
  readonly isComplete: boolean;
  readonly list: readonly { readonly value: object; readonly line: string }[];
}

type Ask = (catalogue: Catalogue, records: RecordSource) => Promise<Found>;

function tell(found: Found, query: string, args: CliArguments, output: CliOutput): void {
  const { what, total, isComplete, list } = found;
  if (args.has('json')) {
    const values = list.map(({ value }) => value);
    output.json({ ok: true, query, total, isComplete, [what]: values });
    return;
  }
  for (const { value, line } of list) {
    if (args.has('json-lines')) output.json(value, true);
    else output.say(line);
  }
  const all = `${total}${isComplete ? '' : ' or more'}`;
  const shown = list.length < total ? `${list.length} of ${all}; --limit ${total} shows all` : all;
  const advice = total === 0 && !args.has('pattern') ? tagAdvice(query) : null;
  output.note(
    total === 0 ? 'Nothing found.' : `${what === 'hits' ? 'Hits' : 'Articles'}: ${shown}.`,
  );
  if (advice !== null) output.note(advice);
}

function findArticles(args: CliArguments, query: string, mode: SearchMode): Ask {
  const sort = oneOf(args.value('sort') ?? 'rank', 'sort', ['rank', 'published', 'title']);
  const limit = numberOf(args.value('limit'), 'limit', 50);
  return async (catalogue, records) => {
    const found: FoundArticle[] = [];
    let total = 0;
    while (found.length < limit) {
      const page = await catalogue.search({
        ...{ query, mode, sort, offset: found.length },
        limit: Math.min(articlesAtATime, limit - found.length),
      });
      checkQuery(page.problem);
      total = page.total;
      found.push(...page.articles);
      if (page.articles.length === 0 || found.length >= total) break;
    }
    return {
      ...{ what: 'articles', total, isComplete: true },
      list: found.map((one) => shownArticle(one, records)),
    };
  };
}

function shownArticle(
  { articleId, revisionId, snippet, first }: FoundArticle,
  records: RecordSource,
): Found['list'][number] {
  const article = records.get('article', articleId);
  const metadata = article === null ? null : effectiveMetadata(article);
  const value = {
    number: article?.number ?? 0,
    id: articleId,
    revisionId,
    title: metadata?.title ?? '',
    outlet: metadata?.outlet ?? null,
    published: metadata?.published ?? null,
    url: metadata?.url ?? null,
    snippet: snippet.map(({ text }) => text).join(''),
    first,
  };
  const marked = snippet.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
  const { number, title, outlet, published } = value;
  return { value, line: row(number, title, outlet ?? '', published ?? '', marked) };
}

function findHits(args: CliArguments, query: string, mode: SearchMode): Ask {
  const orders = ['article', 'left', 'right', 'hit'] as const;
  const sort = oneOf(args.value('sort') ?? 'article', 'sort', orders);
  const limit = numberOf(args.value('limit'), 'limit', 200);
  return async (catalogue, records) => {
    const lines = [];
    let total = 0;
    let isComplete = true;
    while (lines.length < limit) {
      const page = await catalogue.readConcordance({
        ...{ query, mode, sort, offset: lines.length },
        limit: Math.min(hitsAtATime, limit - lines.length),
      });
      checkQuery(page.problem);
      ({ total, isComplete } = page);
      lines.push(...page.lines);
      if (page.lines.length === 0 || lines.length >= total) break;
    }
    const list = lines.map(({ articleId, ...about }) => {
      const number = records.get('article', articleId)?.number ?? 0;
      const { start, left, hit, right } = about;
      return {
        value: { number, articleId, ...about },
        line: row(number, String(start), `${left}[${hit}]${right}`),
      };
    });
    return { what: 'hits', total, isComplete, list };
  };
}

/** Fields between tabs on one line, whatever stands in them. */
function row(number: number, ...fields: readonly string[]): string {
  return [String(number), ...fields.map((field) => field.replace(/\s+/g, ' ').trim())].join('\t');
}

function checkQuery(problem: QueryProblem | null): void {
  if (problem === null) return;
  throw new UsageError(`The query is not understood at ${problem.start}: ${problem.message}`);
}
