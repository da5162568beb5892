import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import type { ArticleRecord } from '../../../app/record/records.ts';
import { foldedWords } from '../../../app/search/folded-words.ts';
import { publishedRange } from '../../../app/search/published-range.ts';
import type { QueryField, QueryFilter, QueryNode, QueryPhrase } from '../../../app/search/query.ts';

/** Whether a query finds an article, by the rules of S and without any index. `tags` are names by id. */
export function finds(
  node: QueryNode,
  article: ArticleRecord,
  text: string,
  tags: ReadonlyMap<string, string>,
): boolean {
  switch (node.kind) {
    case 'phrase':
      return fieldsOf(node.field, article, text).some(
        (words) => places(words, node.phrase).length > 0,
      );
    case 'near':
      return fieldsOf(node.field, article, text).some((words) =>
        areNear(words, node.phrases, node.distance),
      );
    case 'and':
      return node.nodes.every((one) => finds(one, article, text, tags));
    case 'or':
      return node.nodes.some((one) => finds(one, article, text, tags));
    case 'not':
      return !finds(node.node, article, text, tags);
    case 'filter':
      return holds(node.filter, article, tags);
  }
}

function fieldsOf(field: QueryField, article: ArticleRecord, text: string): string[][] {
  const { title, outlet, byline } = effectiveMetadata(article);
  const all = { title, outlet: outlet ?? '', byline: byline ?? '', text };
  return (field === 'any' ? Object.values(all) : [all[field]]).map(foldedWords);
}

/** Where a phrase begins in words. */
function places(words: readonly string[], { words: wanted, isPrefix }: QueryPhrase): number[] {
  return words.flatMap((_, start) => {
    const isThere = wanted.every((word, index) => {
      const found = words[start + index];
      const isLast = index === wanted.length - 1;
      return isPrefix && isLast ? found?.startsWith(word) === true : found === word;
    });
    return isThere ? [start] : [];
  });
}

function areNear(
  words: readonly string[],
  phrases: readonly QueryPhrase[],
  distance: number,
): boolean {
  const choose = (index: number, chosen: readonly number[]): boolean => {
    const phrase = phrases[index];
    if (phrase === undefined) {
      const last = Math.max(...chosen);
      return chosen.every(
        (start, at) => last - (start + (phrases[at]?.words.length ?? 0)) <= distance,
      );
    }
    return places(words, phrase).some((start) => choose(index + 1, [...chosen, start]));
  };
  return choose(0, []);
}

function holds(
  filter: QueryFilter,
  article: ArticleRecord,
  tags: ReadonlyMap<string, string>,
): boolean {
  const shown = effectiveMetadata(article);
  switch (filter.name) {
    case 'tag':
      return (article.tagIds ?? []).some((id) => tags.get(id)?.toLowerCase() === filter.tag);
    case 'language': {
      const language = shown.language?.toLowerCase() ?? '';
      return language === filter.language || language.startsWith(`${filter.language}-`);
    }
    case 'section':
      return (
        places(foldedWords(shown.section ?? ''), { words: filter.words, isPrefix: false }).length >
        0
      );
    case 'is':
      return filter.flag === 'unread' ? article.read !== true : article[filter.flag] === true;
    default: {
      const range = shown.published === null ? null : publishedRange(shown.published);
      if (range === null) return false;
      if (filter.name === 'after') return range.to > filter.range.from;
      if (filter.name === 'before') return range.from < filter.range.from;
      return range.to > filter.range.from && range.from < filter.range.to;
    }
  }
}
