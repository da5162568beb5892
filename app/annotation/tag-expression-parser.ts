import type { TagRecord } from '../record/records.ts';
import { foldTagName } from './fold-tag-name.ts';
import {
  type TagExpression,
  type TagExpressionProblem,
  tagOrBelow,
} from './tag-expression-node.ts';
import { isOperator, type TagToken, tagTokens } from './tag-expression-tokens.ts';
import { haveOnePath, tagNames, tagTerm } from './tag-names.ts';
import { tagTree } from './tag-tree.ts';

/** Thrown from inside the parser, caught at its door. */
export class TagExpressionFault extends Error {
  readonly problem: TagExpressionProblem;

  constructor(
    code: TagExpressionProblem['code'],
    message: string,
    { start, end }: { readonly start: number; readonly end: number },
  ) {
    super(message);
    this.problem = { code, message, start, end };
  }
}

const mostDeep = 30;
const longestExpression = 4000;

/** A parser for one text. `parse` throws TagExpressionFault. */
export class TagExpressionParser {
  readonly #text: string;
  readonly #tags: readonly TagRecord[];
  readonly #tokens: readonly TagToken[];
  #at = 0;

  constructor(text: string, tags: readonly TagRecord[]) {
    this.#text = text;
    this.#tags = tags;
    this.#tokens = tagTokens(text.slice(0, longestExpression));
  }

  parse(): TagExpression {
    const whole = { start: 0, end: this.#text.length };
    if (this.#tokens.length === 0) {
      throw new TagExpressionFault('empty', 'Type the name of a tag.', whole);
    }
    if (this.#text.length > longestExpression) {
      const message = `This is longer than ${longestExpression} characters. Ask for fewer tags.`;
      throw new TagExpressionFault('grammar', message, whole);
    }
    const expression = this.#either(0);
    const left = this.#peek();
    if (left !== undefined) {
      throw fault('This parenthesis was never opened. Take it away.', left);
    }
    return expression;
  }

  #either(depth: number): TagExpression {
    const expressions = [this.#all(depth)];
    while (this.#takeWord('OR')) expressions.push(this.#all(depth));
    return joined('or', expressions);
  }

  /** Terms with AND between them. It may be left out where the next term can be told from a name that goes on. */
  #all(depth: number): TagExpression {
    const expressions = [this.#one(depth)];
    for (;;) {
      const isAnd = this.#takeWord('AND');
      const next = this.#peek();
      const isOver = next === undefined || next.kind === 'close' || isWord(next, 'OR');
      if (isOver && !isAnd) return joined('and', expressions);
      expressions.push(this.#one(depth));
    }
  }

  #one(depth: number): TagExpression {
    const token = this.#peek();
    if (token === undefined) {
      const last = this.#tokens.at(-1);
      const end = last?.end ?? 0;
      throw fault(
        `A tag is missing after “${last?.text ?? ''}”. Type its name, or take “${last?.text ?? ''}” away.`,
        { start: last?.start ?? end, end },
      );
    }
    if (depth > mostDeep) {
      throw fault('This is nested too deeply. Take some parentheses away.', token);
    }
    switch (token.kind) {
      case 'open':
        return this.#group(token, depth);
      case 'close':
        throw fault(
          'A tag is missing before this parenthesis. Type its name, or take it away.',
          token,
        );
      case 'minus':
        this.#at += 1;
        return { kind: 'not', expression: this.#one(depth + 1) };
      case 'equals':
        this.#at += 1;
        return this.#exactly(token);
      case 'slash':
      case 'quoted':
        return this.#named(true);
      case 'word':
        return this.#word(token, depth);
    }
  }

  #word(token: TagToken, depth: number): TagExpression {
    if (token.text === 'NOT') {
      this.#at += 1;
      return { kind: 'not', expression: this.#one(depth + 1) };
    }
    if (isOperator(token.text)) {
      throw fault(
        `${token.text} stands between two tags. For a tag of that name, put it in quotation marks: "${token.text}".`,
        token,
      );
    }
    const next = this.#tokens[this.#at + 1];
    const isAlone = next === undefined || !goesOn(next);
    if (isAlone && foldTagName(token.text) === 'untagged') {
      this.#at += 1;
      return { kind: 'untagged' };
    }
    return this.#named(true);
  }

  #group(open: TagToken, depth: number): TagExpression {
    this.#at += 1;
    const expression = this.#either(depth + 1);
    if (this.#peek()?.kind !== 'close') {
      throw fault('This parenthesis is not closed. Add one at its end.', open);
    }
    this.#at += 1;
    return expression;
  }

  /** `=tag`. */
  #exactly(equals: TagToken): TagExpression {
    const next = this.#peek();
    const isName =
      next?.kind === 'quoted' ||
      next?.kind === 'slash' ||
      (next?.kind === 'word' && !isOperator(next.text));
    if (!isName) throw fault('Put the name of one tag right after “=”.', equals);
    return this.#named(false);
  }

  /** A name or a path: bare words or quoted, with slashes between. */
  #named(withBelow: boolean): TagExpression {
    const first = this.#at;
    const fromTop = this.#take('slash');
    const names: string[] = [];
    do names.push(this.#segment());
    while (this.#take('slash'));
    const tokens = this.#tokens.slice(first, this.#at);
    const place = { start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
    const written = this.#text.slice(place.start, place.end);
    const isBare = tokens.every(({ kind }) => kind !== 'quoted');
    // A slash may belong to the name itself.
    const asName = isBare && tokens.length > 1 ? this.#find([written], false) : [];
    const found = asName.length > 0 ? asName : this.#find(names, fromTop);
    if (found.length === 0) throw this.#unknown(written, names, place);
    if (!haveOnePath(tagTree(this.#tags), found)) throw this.#ambiguous(written, found, place);
    return tagOrBelow(this.#tags, found, withBelow);
  }

  #find(names: readonly string[], fromTop: boolean): readonly TagRecord[] {
    return tagNames(this.#tags).find(names, fromTop);
  }

  #segment(): string {
    const token = this.#peek();
    if (token?.kind === 'quoted') {
      if (token.isClosed !== true) {
        throw fault('This quotation mark is not closed. Add one at the end of the name.', token);
      }
      this.#at += 1;
      return token.text;
    }
    const from = this.#at;
    for (let next = this.#peek(); next !== undefined && isNameWord(next); next = this.#peek()) {
      this.#at += 1;
    }
    const words = this.#tokens.slice(from, this.#at);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) {
      const slash = this.#tokens[this.#at - 1] ?? { start: 0, end: this.#text.length };
      throw fault('The name of a tag is missing beside this slash.', slash);
    }
    return this.#text.slice(first.start, last.end);
  }

  #unknown(written: string, names: readonly string[], place: Place): TagExpressionFault {
    const start = `There is no tag “${names.join('/')}”.`;
    const words = written.split(/\s+/);
    const advice =
      this.#adviceToJoin(words) ??
      (words.some((word) => /^(and|or|not)$/i.test(word))
        ? 'Write AND, OR and NOT in capitals.'
        : this.#adviceOfNames(names.at(-1) ?? ''));
    return new TagExpressionFault('unknown-tag', `${start} ${advice}`, place);
  }

  /** What was meant if two tags stand side by side. */
  #adviceToJoin(words: readonly string[]): string | null {
    for (let cut = 1; cut < words.length; cut += 1) {
      const parts = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
      if (parts.every((part) => this.#find([part], false).length > 0)) {
        return `For passages that have both, write ${parts.join(' AND ')}.`;
      }
    }
    return null;
  }

  #adviceOfNames(name: string): string {
    if (this.#tags.length === 0) return 'The codebook is empty; make a tag first.';
    const similar = tagNames(this.#tags).similar(name, 3);
    if (similar.length === 0) return 'Look up its name in the codebook.';
    return `Did you mean ${similar.map((tag) => tagTerm(this.#tags, tag)).join(' or ')}?`;
  }

  #ambiguous(written: string, found: readonly TagRecord[], place: Place): TagExpressionFault {
    const terms = found.slice(0, 4).map((tag) => tagTerm(this.#tags, tag));
    const more = found.length > terms.length ? ` and ${found.length - terms.length} more` : '';
    return new TagExpressionFault(
      'ambiguous-tag',
      `There are ${found.length} tags “${written}”. Write which one: ${terms.join(', ')}${more}.`,
      place,
    );
  }

  #take(kind: TagToken['kind']): boolean {
    const isThere = this.#peek()?.kind === kind;
    if (isThere) this.#at += 1;
    return isThere;
  }

  #takeWord(word: string): boolean {
    const token = this.#peek();
    if (token === undefined || !isWord(token, word)) return false;
    this.#at += 1;
    return true;
  }

  #peek(): TagToken | undefined {
    return this.#tokens[this.#at];
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function fault(message: string, place: Place): TagExpressionFault {
  return new TagExpressionFault('grammar', message, place);
}

function isWord(token: TagToken, word: string): boolean {
  return token.kind === 'word' && token.text === word;
}

function isNameWord(token: TagToken): boolean {
  return token.kind === 'word' && !isOperator(token.text);
}

/** Whether a name that was begun goes on with this. */
function goesOn(token: TagToken): boolean {
  return isNameWord(token) || token.kind === 'slash';
}

function joined(kind: 'and' | 'or', parts: readonly TagExpression[]): TagExpression {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const flat = parts.flatMap((part) => (part.kind === kind ? part.expressions : [part]));
  return { kind, expressions: flat };
}
