import { foldedWords } from './folded-words.ts';
import type { QueryField, QueryNode, QueryPhrase } from './query.ts';
import { QueryFault, type QueryPlace } from './query-fault.ts';
import { parseFilter } from './query-filter.ts';
import { type QueryToken, queryTokens } from './query-tokens.ts';

/** A query that was understood, or what is wrong with it and where. */
export type ParsedQuery =
  | { readonly ok: true; readonly node: QueryNode }
  | { readonly ok: false; readonly problem: QueryPlace & { readonly message: string } };

const mostDeep = 30;
const mostPhrases = 200;
const usualDistance = 10;
const nearOperator = /^NEAR(?:\/(\d{1,4}))?$/;

/**
 * Understands a query (rules S3 to S7): words, all of which must be there; `"a phrase"`; `begin*`; `a OR b`, `NOT a`,
 * `-a`, parentheses; `a NEAR/5 b` and `NEAR("a b" c, 5)`; `title:`, `outlet:`, `byline:` and `text:` before a word, a
 * phrase or parentheses; `tag:`, `lang:`, `section:`, `after:`, `before:`, `on:` and `is:`. Any text is either understood
 * or answered with its problem; it never throws. Cost: the length of the query.
 */
export function parseQuery(query: string): ParsedQuery {
  try {
    const node = new QueryParser(query).parse();
    return { ok: true, node };
  } catch (error) {
    if (error instanceof QueryFault) return { ok: false, problem: error.problem };
    throw error;
  }
}

class QueryParser {
  readonly #tokens: readonly QueryToken[];
  readonly #length: number;
  #at = 0;
  #phrases = 0;

  constructor(query: string) {
    this.#tokens = queryTokens(query);
    this.#length = query.length;
  }

  parse(): QueryNode {
    if (this.#tokens.length === 0) {
      throw new QueryFault('Type a word to search for.', { start: 0, end: this.#length });
    }
    const node = this.#either('any', 0);
    const left = this.#peek();
    if (left !== undefined) {
      throw new QueryFault('This parenthesis was never opened. Take it away.', left);
    }
    if (node === null) {
      throw new QueryFault('There is no letter and no digit here to search for. Type a word.', {
        start: 0,
        end: this.#length,
      });
    }
    return node;
  }

  /** `null`: only signs that are no words. */
  #either(field: QueryField, depth: number): QueryNode | null {
    const nodes = [this.#all(field, depth)];
    for (;;) {
      const operator = this.#peek();
      if (!isOperator(operator, 'OR')) break;
      this.#at += 1;
      this.#expectOperands(operator, nodes.at(-1) ?? null);
      const next = this.#all(field, depth);
      this.#expectOperands(operator, next);
      nodes.push(next);
    }
    return joined('or', nodes);
  }

  #all(field: QueryField, depth: number): QueryNode | null {
    const nodes: (QueryNode | null)[] = [];
    for (;;) {
      const token = this.#peek();
      if (token === undefined || token.kind === 'close' || isOperator(token, 'OR')) break;
      if (!isOperator(token, 'AND')) {
        nodes.push(this.#near(field, depth));
        continue;
      }
      this.#at += 1;
      this.#expectOperands(token, joined('and', nodes));
      const next = this.#peek();
      if (next === undefined || next.kind === 'close' || isOperator(next, 'OR')) {
        this.#expectOperands(token, null);
      }
      const operand = this.#near(field, depth);
      this.#expectOperands(token, operand);
      nodes.push(operand);
    }
    return joined('and', nodes);
  }

  /** `a NEAR/5 b`. */
  #near(field: QueryField, depth: number): QueryNode | null {
    let left = this.#one(field, depth);
    for (;;) {
      const operator = this.#peek();
      const match = operator?.kind === 'word' ? nearOperator.exec(operator.text) : null;
      if (operator === undefined || match === null) return left;
      this.#at += 1;
      const next = this.#peek();
      const isOperand = next !== undefined && next.kind !== 'close';
      const right = isOperand ? this.#one(field, depth) : null;
      const distance = match[1] === undefined ? usualDistance : Number(match[1]);
      left = this.#nearNode(operator, left, right, distance);
    }
  }

  #nearNode(
    operator: QueryToken,
    left: QueryNode | null,
    right: QueryNode | null,
    distance: number,
  ): QueryNode {
    const isPhrase =
      left?.kind === 'phrase' || (left?.kind === 'near' && left.distance === distance);
    if (!isPhrase || right?.kind !== 'phrase' || left.field !== right.field) {
      throw new QueryFault(
        'NEAR stands between two words or phrases: harbour NEAR/5 tunnel.',
        operator,
      );
    }
    const phrases = left.kind === 'near' ? left.phrases : [left.phrase];
    return { kind: 'near', field: left.field, phrases: [...phrases, right.phrase], distance };
  }

  #one(field: QueryField, depth: number): QueryNode | null {
    const token = this.#next();
    if (depth > mostDeep) {
      throw new QueryFault('This is nested too deeply. Take some parentheses away.', token);
    }
    switch (token.kind) {
      case 'open':
        return this.#group(token, field, depth);
      case 'close':
        throw new QueryFault('There is nothing before this parenthesis. Take it away.', token);
      case 'minus':
        return this.#not(token, field, depth);
      case 'field':
        return this.#field(token, depth);
      case 'near-open':
        return this.#nearList(token, field);
      case 'quoted':
        return this.#quoted(token, field);
      case 'word':
        if (token.text === 'NOT') return this.#not(token, field, depth);
        if (token.text === 'AND' || token.text === 'OR' || nearOperator.test(token.text)) {
          throw new QueryFault(
            `${token.text} stands between two words. To search for it as a word, put it in quotation marks.`,
            token,
          );
        }
        return this.#word(token, field);
    }
  }

  #group(open: QueryToken, field: QueryField, depth: number): QueryNode | null {
    const node = this.#either(field, depth + 1);
    if (this.#peek()?.kind !== 'close') {
      throw new QueryFault('This parenthesis is not closed. Add one at its end.', open);
    }
    this.#at += 1;
    return node;
  }

  #not(operator: QueryToken, field: QueryField, depth: number): QueryNode {
    const next = this.#peek();
    const node = next === undefined || next.kind === 'close' ? null : this.#near(field, depth + 1);
    if (node === null) {
      throw new QueryFault('Put after this what the articles must not hold.', operator);
    }
    return { kind: 'not', node };
  }

  #field(token: QueryToken, depth: number): QueryNode | null {
    const value = this.#peek();
    const follows = value !== undefined && value.start === token.end;
    if (!follows || value.kind === 'close' || value.kind === 'minus') {
      throw new QueryFault(
        `Put what to look for right after “${token.text}:”, without a space.`,
        token,
      );
    }
    const field = token.text === 'author' ? 'byline' : token.text;
    if (field === 'title' || field === 'outlet' || field === 'byline' || field === 'text') {
      return this.#one(field, depth + 1);
    }
    this.#at += 1;
    if (value.kind !== 'word' && value.kind !== 'quoted') {
      throw new QueryFault(`After “${token.text}:” one value can stand.`, value);
    }
    return { kind: 'filter', filter: parseFilter(field, value) };
  }

  /** `NEAR("a b" c, 5)`. */
  #nearList(open: QueryToken, field: QueryField): QueryNode {
    const phrases: QueryPhrase[] = [];
    let distance = usualDistance;
    for (;;) {
      const token = this.#peek();
      if (token === undefined) {
        throw new QueryFault('This NEAR is not closed. Add a parenthesis at its end.', open);
      }
      this.#at += 1;
      if (token.kind === 'close') break;
      const isLast = this.#peek()?.kind === 'close';
      if (isLast && token.kind === 'word' && /^,?\d{1,4}$/.test(token.text)) {
        const before = this.#tokens[this.#at - 2];
        if (token.text.startsWith(',') || before?.text.endsWith(',') === true) {
          distance = Number(token.text.replace(',', ''));
          continue;
        }
      }
      const node =
        token.kind === 'word'
          ? this.#word(token, field)
          : token.kind === 'quoted'
            ? this.#quoted(token, field)
            : null;
      if (node?.kind === 'phrase') phrases.push(node.phrase);
      else if (token.kind !== 'word' || token.text !== ',') {
        throw new QueryFault(
          'In NEAR( ) only words and phrases can stand, and at its end “, 5”.',
          token,
        );
      }
    }
    if (phrases.length < 2) {
      const last = this.#tokens[this.#at - 1] ?? open;
      const place = { start: open.start, end: last.end };
      throw new QueryFault('NEAR needs two words or phrases at least.', place);
    }
    return { kind: 'near', field, phrases, distance };
  }

  #quoted(token: QueryToken, field: QueryField): QueryNode | null {
    if (token.isClosed !== true) {
      throw new QueryFault(
        'This quotation mark is not closed. Add one at the end of the phrase.',
        token,
      );
    }
    return this.#phrase(token, token.text, token.isPrefix === true, field);
  }

  #word(token: QueryToken, field: QueryField): QueryNode | null {
    const star = token.text.indexOf('*');
    const isPrefix = star > 0 && star === token.text.replace(/,$/, '').length - 1;
    if (star !== -1 && !isPrefix) {
      throw new QueryFault(
        'A star can only stand at the end of a word: tunnel*. For more, search by pattern.',
        { start: token.start + star, end: token.start + star + 1 },
      );
    }
    return this.#phrase(token, token.text, isPrefix, field);
  }

  #phrase(token: QueryToken, text: string, isPrefix: boolean, field: QueryField): QueryNode | null {
    const words = foldedWords(text);
    if (words.length === 0) return null;
    this.#phrases += words.length;
    if (this.#phrases > mostPhrases) {
      throw new QueryFault(
        `This has more than ${mostPhrases} words. Search for a part of them.`,
        token,
      );
    }
    return { kind: 'phrase', field, phrase: { words, isPrefix } };
  }

  #expectOperands(operator: QueryToken, node: QueryNode | null): asserts node is QueryNode {
    if (node !== null) return;
    throw new QueryFault(
      `${operator.text} stands between two words. To search for it as a word, put it in quotation marks.`,
      operator,
    );
  }

  #peek(): QueryToken | undefined {
    return this.#tokens[this.#at];
  }

  #next(): QueryToken {
    const token = this.#tokens[this.#at];
    if (token === undefined) {
      throw new QueryFault('Something is missing at the end. Type a word there.', {
        start: this.#length,
        end: this.#length,
      });
    }
    this.#at += 1;
    return token;
  }
}

function isOperator(token: QueryToken | undefined, name: 'AND' | 'OR'): token is QueryToken {
  return token?.kind === 'word' && token.text === name;
}

/** Nodes under one, flat; `null` when there is none. */
function joined(kind: 'and' | 'or', nodes: readonly (QueryNode | null)[]): QueryNode | null {
  const there = nodes.flatMap((node) =>
    node === null ? [] : node.kind === kind ? node.nodes : [node],
  );
  const [first] = there;
  return first === undefined || there.length === 1 ? (first ?? null) : { kind, nodes: there };
}
