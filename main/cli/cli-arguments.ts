import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

/** Options of a command beside the common ones: `flag` is there or not, `value` takes the word behind it. */
export type OptionKinds = Readonly<Record<string, 'flag' | 'value'>>;

/** What a command was called with. */
export interface CliArguments {
  /** Words that belong to no option, without the command. */
  readonly words: readonly string[];
  has(flag: string): boolean;
  /** `null`: the option was not given. */
  value(option: string): string | null;
  /** Options that the command does not know, where it takes such: `no-` in front says false. */
  readonly others: Readonly<Record<string, boolean>>;
}

const common: OptionKinds = {
  ...{ json: 'flag', quiet: 'flag', progress: 'flag', help: 'flag', author: 'value' },
};

/**
 * Reads the words behind a command. Node's own parser, which knows all that is needed; a library would only make
 * `--help` slower. Throws `UsageError`.
 *
 * @param takesOthers whether flags that are not named in `kinds` are taken as they come
 */
export function readArguments(
  words: readonly string[],
  kinds: OptionKinds,
  takesOthers = false,
): CliArguments {
  const known = { ...common, ...kinds };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  // Not strict: what is wrong is said in our own words.
  const { tokens, positionals } = parseArgs({
    args: [...words],
    options: { ...options, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const others: Record<string, boolean> = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const kind = Object.hasOwn(known, name) ? known[name] : undefined;
    if (kind === 'value') {
      // `--output --json`: the value was forgotten. What begins with a dash can be written behind `=`.
      if (value === undefined || (!inlineValue && /^-./.test(value))) {
        throw new UsageError(`${rawName} wants a value behind it.`);
      }
      if (values.has(name)) throw new UsageError(`${rawName} stands there twice.`);
      values.set(name, value);
    } else if (kind === 'flag') {
      if (value !== undefined) throw new UsageError(`${rawName} takes no value.`);
      flags.add(name);
    } else if (!takesOthers || !rawName.startsWith('--')) {
      throw new UsageError(`There is no option ${rawName}.`);
    } else if (value !== undefined) {
      throw new UsageError(`There is no option ${rawName} that takes a value.`);
    } else if (name.startsWith('no-')) others[name.slice(3)] = false;
    else others[name] = true;
  }
  return {
    words: positionals,
    has: (flag) => flags.has(flag),
    value: (option) => values.get(option) ?? null,
    others,
  };
}

/** Throws `UsageError` where more words stand than a command takes. */
export function wantNoMore({ words }: CliArguments, most: number): void {
  const extra = words[most];
  if (extra === undefined) return;
  const hint = extra.includes(' ') ? '' : ' A name with spaces wants quotation marks around it.';
  throw new UsageError(`What is “${extra}” for? That is a word too many.${hint}`);
}

/** A whole number of at least 1. Throws `UsageError`. */
export function numberOf(text: string | null, option: string, otherwise: number): number {
  if (text === null) return otherwise;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--${option} takes a whole number of at least 1, not “${text}”.`);
}

/** One of some words. Throws `UsageError`. */
export function oneOf<Word extends string>(
  text: string,
  option: string,
  words: readonly Word[],
): Word {
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  throw new UsageError(`--${option} takes ${words.join(', ')}, not “${text}”.`);
}
