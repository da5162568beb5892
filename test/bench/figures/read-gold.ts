import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RevisionText } from '../../../app/record/text.ts';
import { repositoryRoot } from '../../../resources/tooling/paths.mjs';
import { textOf } from './text-of.ts';

/** What a gold text says at a place, as it is marked there. */
export interface Mark {
  readonly kind: 'figure' | 'date' | 'name';
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface GoldText {
  readonly name: string;
  readonly isHeldOut: boolean;
  readonly published: string | null;
  readonly language: string;
  readonly hasNames: boolean;
  readonly text: RevisionText;
  readonly marks: readonly Mark[];
}

const folder = join(repositoryRoot, 'test', 'fixtures', 'facts');

/** The marked texts of test/fixtures/facts; its README says how they are marked. */
export function readGold(): readonly GoldText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') && !name.startsWith('conflicts'))
    .sort()
    .map((name) => parse(name, readFileSync(join(folder, name), 'utf8')));
}

const marked = /\[\[(?<figure>.*?)\]\]|\{\{(?<date>.*?)\}\}|<<(?<name>.*?)>>/gu;

function parse(name: string, source: string): GoldText {
  const [head = '', ...rest] = source.split('\n\n');
  const fields = Object.fromEntries(head.split('\n').map((line) => line.split(/:\s*(.*)/u)));
  const marks: Mark[] = [];
  let plain = '';
  const body = rest.join('\n\n').trim();
  let from = 0;
  for (const match of body.matchAll(marked)) {
    plain += body.slice(from, match.index);
    from = match.index + match[0].length;
    const { figure, date, name: person } = match.groups ?? {};
    const inner = figure ?? date ?? person ?? '';
    const bar = inner.includes('|') ? inner.indexOf('|') : inner.length;
    const words = inner.slice(0, bar);
    const kind = figure !== undefined ? 'figure' : date !== undefined ? 'date' : 'name';
    marks.push({
      kind,
      start: plain.length,
      end: plain.length + words.length,
      value: inner.slice(bar + 1),
    });
    plain += words;
  }
  plain += body.slice(from);
  if (/\[\[|\]\]|\{\{|\}\}|<<|>>/u.test(plain)) throw new Error(`A mark of ${name} is not closed.`);
  return {
    name,
    isHeldOut: name.startsWith('held-out'),
    published: fields.published === '' ? null : (fields.published ?? null),
    language: fields.language ?? 'en',
    hasNames: fields.names === 'yes',
    text: textOf(plain.split('\n')),
    marks,
  };
}

export interface GoldPair {
  readonly isHeldOut: boolean;
  readonly published: readonly [string | null, string | null];
  readonly texts: readonly [string, string];
  readonly speakers: readonly [string | null, string | null];
  readonly conflicts: readonly GoldConflict[];
}

export interface GoldConflict {
  readonly about: string;
  readonly words: readonly [string, string];
  /** Whether the remark must say that the dates differ. */
  readonly isDated: boolean;
}

/** The pairs of passages of `conflicts-*`. */
export function readPairs(): readonly GoldPair[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('conflicts'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split(/\n\n+/u)
        .filter((block) => block.trim() !== '')
        .map((block) => parsePair(block, name.includes('held-out'))),
    );
}

function parsePair(block: string, isHeldOut: boolean): GoldPair {
  const lines = block.trim().split('\n');
  const lineAfter = (head: string) =>
    lines
      .find((line) => line.startsWith(head))
      ?.slice(head.length)
      .trim() ?? null;
  const [one = null, other = null] = (lineAfter('=') ?? '')
    .split('|')
    .map((part) => part.trim() || null);
  return {
    isHeldOut,
    published: [one, other],
    texts: [lineAfter('A:') ?? '', lineAfter('B:') ?? ''],
    speakers: [lineAfter('a:'), lineAfter('b:')],
    conflicts: lines
      .filter((line) => line.startsWith('!'))
      .map((line) => {
        const [, about = '', first = '', second = '', dated] =
          /^! (\w+): (.+?) \/ (.+?)( \?)?$/u.exec(line) ?? [];
        return { about, words: [first, second], isDated: dated !== undefined };
      }),
  };
}
