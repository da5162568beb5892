import type { Maker } from '../base/maker.ts';
import type { Suggestion } from '../host/suggestions.ts';
import type { Diff } from '../record/diff.ts';
import { newRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { DecisionRecord } from '../record/records.ts';
import { articlesOf, passagesOf } from './suggestion-passages.ts';

/** UTF-16 code units of the words that a suggestion is named by in a list, and that a decision keeps of it. */
const mostWords = 160;
const mostKept = 1_000;

const byKey = new WeakMap<readonly DecisionRecord[], ReadonlyMap<string, DecisionRecord>>();

/** What was decided, by the suggestions' keys. Cost: all decisions, once for each change of one. */
export function decisionsByKey(
  source: Pick<RecordSource, 'list'>,
): ReadonlyMap<string, DecisionRecord> {
  const list = source.list('decision');
  const known = byKey.get(list);
  if (known !== undefined) return known;
  const fresh = new Map(list.map((decision) => [decision.key, decision]));
  byKey.set(list, fresh);
  return fresh;
}

/** Remembers what was decided on suggestions (rule Z3); what is decided already is left out. */
export function decide(
  maker: Maker,
  source: RecordSource,
  suggestions: readonly Suggestion[],
  outcome: DecisionRecord['outcome'],
): Diff {
  const known = new Set(decisionsByKey(source).keys());
  const added: DecisionRecord[] = [];
  for (const suggestion of suggestions) {
    if (known.has(suggestion.key)) continue;
    known.add(suggestion.key);
    added.push(
      newRecord(maker, 'decision', {
        suggestion: suggestion.kind,
        key: suggestion.key,
        outcome,
        articleIds: articlesOf(suggestion),
        score: Math.min(1, Math.max(0, suggestion.score)),
        words: wholeWordsOf(source, suggestion),
      }),
    );
  }
  return { added, updated: [], removed: [] };
}

/** How a suggestion reads, shortened. */
export function wordsOf(source: RecordSource, suggestion: Suggestion): string {
  return shortened(readingOf(source, suggestion), mostWords);
}

/** How it reads in all, with both passages and the speaker: what was decided is shown by this alone. */
function wholeWordsOf(source: RecordSource, suggestion: Suggestion): string {
  const reading = readingOf(source, suggestion);
  switch (suggestion.kind) {
    case 'parallel':
      return suggestion.verbatim
        ? shortened(reading, mostKept)
        : bothOf(reading, suggestion.other.quote);
    case 'conflict':
      return bothOf(reading, suggestion.other.passage.quote);
    case 'quotation': {
      const { speaker } = suggestion;
      const by = speaker === null ? '' : `${speaker.name}${speaker.sure ? '' : '?'}: `;
      return shortened(`${by}${reading}`, mostKept);
    }
    default:
      return shortened(reading, mostKept);
  }
}

function bothOf(one: string, other: string): string {
  const each = Math.floor((mostKept - 3) / 2);
  return `${shortened(one, each)} / ${shortened(other, each)}`;
}

function readingOf(source: RecordSource, suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'conflict': {
      const { one, other } = suggestion;
      return `${one.value} against ${other.value}: ${one.passage.quote}`;
    }
    case 'silence': {
      const claim = source.get('claim', suggestion.claimId);
      return claim === null ? '' : `C${claim.number}: ${claim.wording}`;
    }
    default:
      return passagesOf(suggestion)[0]?.quote ?? '';
  }
}

function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1).toWellFormed()}…` : line;
}
