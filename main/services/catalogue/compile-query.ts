import type { QueryField, QueryFilter, QueryNode, QueryPhrase } from '../../../app/search/query.ts';

/** A query as SQLite takes it. */
export interface CompiledQuery {
  /** What the index is asked; `null`: nothing, every article is looked at. */
  readonly match: string | null;
  /** A condition on a row of `articles`; `null`: none. */
  readonly condition: string | null;
  /** What stands for the question marks of the condition. */
  readonly values: readonly (string | number)[];
}

/** A part of a query: either all for the index, or a condition. */
type Part =
  | { readonly kind: 'match'; readonly match: string }
  | { readonly kind: 'not-match'; readonly match: string }
  | {
      readonly kind: 'condition';
      readonly sql: string;
      readonly values: readonly (string | number)[];
    };

/** Puts as much of a query as can be into one question to the index, and the rest into a condition. Total. */
export function compileQuery(node: QueryNode): CompiledQuery {
  const parts = node.kind === 'and' ? compileAll(node.nodes) : [compile(node)];
  const match = parts.find((part) => part.kind === 'match')?.match ?? null;
  const others = parts.filter((part) => part.kind !== 'match').map(toCondition);
  return {
    match,
    condition: others.length === 0 ? null : others.map((part) => `(${part.sql})`).join(' AND '),
    values: others.flatMap((part) => part.values),
  };
}

function compile(node: QueryNode): Part {
  switch (node.kind) {
    case 'phrase':
      return { kind: 'match', match: inField(node.field, phraseMatch(node.phrase)) };
    case 'near': {
      const phrases = node.phrases.map(phraseMatch).join(' ');
      return { kind: 'match', match: inField(node.field, `NEAR(${phrases}, ${node.distance})`) };
    }
    case 'filter':
      return compileFilter(node.filter);
    case 'not':
      return negated(compile(node.node));
    case 'and': {
      const parts = compileAll(node.nodes);
      const [only] = parts;
      return only !== undefined && parts.length === 1 ? only : joined(parts, ' AND ');
    }
    case 'or': {
      const parts = node.nodes.map(compile);
      const matches = parts.flatMap((part) => (part.kind === 'match' ? [part.match] : []));
      const others = parts.filter((part) => part.kind !== 'match');
      const match: Part = { kind: 'match', match: `(${matches.join(' OR ')})` };
      if (others.length === 0) return match;
      return joined(matches.length === 0 ? others : [match, ...others], ' OR ');
    }
  }
}

/** Parts that all must hold, with one match at most. */
function compileAll(nodes: readonly QueryNode[]): Part[] {
  const parts = nodes.map(compile);
  const matches = parts.flatMap((part) => (part.kind === 'match' ? [part.match] : []));
  if (matches.length === 0) return parts;
  const not = parts.flatMap((part) => (part.kind === 'not-match' ? [part.match] : []));
  const all = `(${matches.join(' AND ')})`;
  const match = not.length === 0 ? all : `(${all} NOT (${not.join(' OR ')}))`;
  return [{ kind: 'match', match }, ...parts.filter((part) => part.kind === 'condition')];
}

function joined(parts: readonly Part[], operator: ' AND ' | ' OR '): Part {
  const conditions = parts.map(toCondition);
  return {
    kind: 'condition',
    sql: conditions.map((part) => `(${part.sql})`).join(operator),
    values: conditions.flatMap((part) => part.values),
  };
}

function negated(part: Part): Part {
  if (part.kind === 'match') return { kind: 'not-match', match: part.match };
  if (part.kind === 'not-match') return { kind: 'match', match: part.match };
  return { kind: 'condition', sql: `NOT (${part.sql})`, values: part.values };
}

function toCondition(part: Part): Extract<Part, { kind: 'condition' }> {
  if (part.kind === 'condition') return part;
  const not = part.kind === 'not-match' ? 'NOT ' : '';
  const sql = `articles.key ${not}IN (SELECT rowid FROM words WHERE words MATCH ?)`;
  return { kind: 'condition', sql, values: [part.match] };
}

function phraseMatch({ words, isPrefix }: QueryPhrase): string {
  // Folded words hold letters, digits and marks alone: nothing in them has to be escaped.
  return `"${words.join(' ')}"${isPrefix ? ' *' : ''}`;
}

function inField(field: QueryField, match: string): string {
  return field === 'any' ? match : `${field} : ${match}`;
}

function compileFilter(filter: QueryFilter): Part {
  const condition = (sql: string, ...values: (string | number)[]): Part => ({
    kind: 'condition',
    sql,
    values,
  });
  switch (filter.name) {
    case 'tag':
      return condition(
        'articles.key IN (SELECT article_tags.key FROM article_tags JOIN tags ON tags.id = article_tags.tag WHERE tags.name = ?)',
        filter.tag,
      );
    case 'language':
      return condition(
        '(articles.language = ? OR substr(articles.language, 1, ?) = ?)',
        filter.language,
        filter.language.length + 1,
        `${filter.language}-`,
      );
    case 'section':
      return condition('instr(articles.section, ?) > 0', ` ${filter.words.join(' ')} `);
    case 'after':
      return condition('ifnull(articles.published_to > ?, 0)', filter.range.from);
    case 'before':
      return condition('ifnull(articles.published_from < ?, 0)', filter.range.from);
    case 'on':
      return condition(
        'ifnull(articles.published_to > ? AND articles.published_from < ?, 0)',
        filter.range.from,
        filter.range.to,
      );
    case 'is':
      return condition(filter.flag === 'unread' ? 'NOT articles.read' : `articles.${filter.flag}`);
  }
}
