import { sentenceAt } from '../../../app/anchor/sentence-at.ts';
import type { TextOffset } from '../../../app/base/brand.ts';
import type { Figure } from '../../../app/fact/facts.ts';
import { findFacts } from '../../../app/fact/find-facts.ts';
import type { RevisionText } from '../../../app/record/text.ts';
import { findStatements } from '../../../app/statement/find-statements.ts';
import type { Statement } from '../../../app/statement/statement.ts';
import { conflictKey } from '../../../app/suggestion/conflict-key.ts';
import { figuresAgree } from '../../../app/suggestion/figures-agree.ts';
import {
  type ConflictText,
  type FoundConflict,
  findConflicts,
} from '../../../app/suggestion/find-conflicts.ts';
import {
  type StatedQuantity,
  shareTopics,
  statedQuantities,
  topicsOf,
} from '../../../app/suggestion/stated-quantities.ts';
import { suggestionKey } from '../../../app/suggestion/suggestion-key.ts';
import { decodeFacts, encodeFacts, type FoundFacts } from './fact-bytes.ts';
import { contextOf, type FollowedArticle } from './followed-articles.ts';
import type { LookedThrough } from './looked-through.ts';
import { KeyCounter } from './pair-rows.ts';
import type { ConflictValue } from './stored-values.ts';
import type { ConflictRow, NewRow, PairRow } from './suggestion-rows.ts';

/** So many articles are asked for at a time. */
const batch = 64;
/** So many texts with their facts are kept in memory. */
const keptFacts = 200;

/** Of one article, so many pairs are looked at for conflicts, the best. */
const mostPairs = 200;
/** Of one sentence, so many others that state the same quantity are looked at, and so many of them compared. */
const mostCandidates = 200;
const mostJoined = 25;
/** Of two articles, so many sentences at most that state a quantity otherwise: more are two lists of different things. */
const mostOfTwo = 10;
/** Of so many sentences about one sort of quantity in an article, each is worth a look by itself. */
const mostOfFew = 3;

/** A passage of an article, by its key. */
interface JointEnd {
  readonly key: number;
  readonly start: TextOffset;
  readonly end: TextOffset;
}

/** Two passages that speak of the same. */
interface Joint {
  readonly one: JointEnd;
  readonly other: JointEnd;
  readonly joined: 'parallel' | 'quantity';
}

/** Two sentences that state the same quantity, and what they contradict each other in. */
interface Stated {
  readonly joint: Joint;
  readonly rows: readonly ConflictRow[];
  /** They state it alike. */
  readonly isAlike: boolean;
}

/** Finds the statements and facts of articles, and what their parallel passages contradict each other in, and keeps them. */
export class ReadArticles {
  readonly #looked: LookedThrough;
  /** By the context that they were found in; the one used longest ago first. */
  readonly #facts = new Map<string, ConflictText>();

  constructor(looked: LookedThrough) {
    this.#looked = looked;
  }

  /** Reads articles that wait until a time. Answers whether there may be more. */
  async work(until: number): Promise<boolean> {
    const waiting = this.#looked.articles.toRead(batch);
    for (const article of waiting) {
      await this.#read(article);
      if (performance.now() > until) return true;
    }
    return waiting.length > 0;
  }

  async #read(article: FollowedArticle): Promise<void> {
    const text = await this.#looked.textOf(article);
    if (text === null) return;
    const { language, published } = article;
    const found = this.#looked.guarded(article, () => {
      const facts = findFacts(text, article);
      const statements = findStatements(text, article);
      const whole = { text, language, published, facts, statements };
      return { whole, statements, topics: topicsOf(whole), quantities: statedQuantities(whole) };
    });
    if (found === null) return;
    const { whole, statements, topics, quantities } = found;
    const { rows, articles, file } = this.#looked;
    this.#keep(article, whole);
    file.transaction(() => {
      rows.removeQuotations(article.key);
      rows.addAll(quotationRows(article, text, statements));
      const { facts } = whole;
      const bytes = encodeFacts({ facts, statements: statements.map(brief) });
      rows.putFacts(article.key, bytes, topics, quantities);
    });
    const conflicts = await this.#conflictsOf(article, topics, quantities);
    file.transaction(() => {
      rows.removeConflicts(article.key);
      rows.addConflicts(conflicts);
      articles.noteRead(article);
    });
  }

  /** What an article and those read before it contradict each other in. */
  async #conflictsOf(
    article: FollowedArticle,
    topics: readonly string[],
    quantities: readonly StatedQuantity[],
  ): Promise<ConflictRow[]> {
    const made = new Map<string, ConflictRow>();
    // Several passages of a pair of articles may hold the same words.
    const take = (rows: readonly ConflictRow[]): void => {
      for (const row of rows) if (!made.has(row.key)) made.set(row.key, row);
    };
    for (const joint of parallelJoints(this.#looked.rows.pairsOf(article.key))) {
      take(await this.#conflictsAt(article, joint));
    }
    const byArticle = new Map<string, Stated[]>();
    for (const joint of this.#quantityJoints(article.key, topics, quantities)) {
      const of = `${joint.one.key} ${joint.other.key}`;
      const rows = await this.#conflictsAt(article, joint);
      const isAlike = rows.length === 0 && (await this.#statesAlike(joint));
      const stated = { joint, rows, isAlike };
      byArticle.set(of, [...(byArticle.get(of) ?? []), stated]);
    }
    for (const stated of byArticle.values()) take(unanswered(stated));
    return [...made.values()];
  }

  async #conflictsAt(article: FollowedArticle, joint: Joint): Promise<ConflictRow[]> {
    const { articles } = this.#looked;
    const first = articles.read(joint.one.key);
    const second = articles.read(joint.other.key);
    if (first === null || second === null) return [];
    const one = await this.#factsOf(first);
    const other = await this.#factsOf(second);
    if (one === null || other === null) return [];
    const found = this.#looked.guarded(article, () =>
      findConflicts({ ...joint.one, of: one }, { ...joint.other, of: other }, joint.joined),
    );
    // A quantity is no more than its figure: people read it in its sentence.
    const shown =
      joint.joined === 'quantity'
        ? { ...joint, one: inSentence(joint.one, one), other: inSentence(joint.other, other) }
        : joint;
    return (found ?? []).map((conflict) => {
      const key = conflictKey(conflict.about, [
        { ...conflict.one, articleId: first.id, text: one.text.text },
        { ...conflict.other, articleId: second.id, text: other.text.text },
      ]);
      return conflictRow(shown, conflict, key);
    });
  }

  /** Whether a figure of the one sentence agrees with one of the other, in the same unit. */
  async #statesAlike({ one, other }: Joint): Promise<boolean> {
    const [ours, theirs] = [await this.#figuresIn(one), await this.#figuresIn(other)];
    return ours.some((figure) =>
      theirs.some(
        (same) =>
          figure.unit.kind === same.unit.kind &&
          figure.unit.code === same.unit.code &&
          figuresAgree(figure, same),
      ),
    );
  }

  async #figuresIn({ key, start, end }: JointEnd): Promise<readonly Figure[]> {
    const article = this.#looked.articles.read(key);
    const text = article === null ? null : await this.#factsOf(article);
    if (text === null) return [];
    return text.facts.figures.filter((figure) => start <= figure.start && figure.end <= end);
  }

  /** Sentences of articles about the same that state the same quantities (rule B14). */
  #quantityJoints(
    key: number,
    topics: readonly string[],
    quantities: readonly StatedQuantity[],
  ): Joint[] {
    const { rows } = this.#looked;
    const shared = new Map<number, boolean>();
    const joints: Joint[] = [];
    for (const { start, end, keys } of quantities) {
      const others = keys.flatMap((quantity) => rows.quantities(quantity, key, mostCandidates));
      let count = 0;
      for (const other of others) {
        const known = shared.get(other.article) ?? shareTopics(topics, rows.topics(other.article));
        shared.set(other.article, known);
        if (!known) continue;
        const ours = { key, start, end };
        const theirs = { key: other.article, start: other.start, end: other.end };
        // As pairs have it: the smaller key first.
        const [one, two] = key < other.article ? [ours, theirs] : [theirs, ours];
        joints.push({ one, other: two, joined: 'quantity' });
        count += 1;
        if (count === mostJoined) break;
      }
    }
    return joints;
  }

  /** An article's text with its facts; `null`: it was not read yet. */
  async #factsOf(article: FollowedArticle): Promise<ConflictText | null> {
    const known = this.#facts.get(contextOf(article));
    if (known !== undefined) return known;
    const bytes = this.#looked.rows.facts(article.key);
    if (bytes === null) return null;
    const text = await this.#looked.texts.read(article.hash);
    const { language, published } = article;
    return text === null
      ? null
      : this.#keep(article, { text, language, published, ...decodeFacts(bytes) });
  }

  #keep(article: FollowedArticle, kept: ConflictText): ConflictText {
    this.#facts.set(contextOf(article), kept);
    const [oldest] = this.#facts.keys();
    if (this.#facts.size > keptFacts && oldest !== undefined) this.#facts.delete(oldest);
    return kept;
  }
}

function brief({ start, end, speaker }: Statement): FoundFacts['statements'][number] {
  return {
    start,
    end,
    speaker: speaker === null ? null : { name: speaker.name, sure: speaker.sure },
  };
}

function quotationRows(
  { key: one, id: articleId }: FollowedArticle,
  { text }: RevisionText,
  statements: readonly Statement[],
): NewRow[] {
  const counter = new KeyCounter();
  const quoted = statements.filter(({ form }) => form !== 'reported');
  // What a clause reports in quotation marks is proposed once.
  const shown = statements.filter(
    (one) =>
      one.form !== 'reported' ||
      !quoted.some((other) => other.start < one.end && one.start < other.end),
  );
  return shown.map(({ start, end, form, speaker, cue, place, score }) => {
    const part = { articleId, quote: text.slice(start, end) };
    const occurrence = counter.next(suggestionKey('quotation', [part]));
    return {
      kind: 'quotation',
      key: suggestionKey('quotation', [{ ...part, occurrence }]),
      score,
      formula: false,
      one,
      other: null,
      value: {
        range: [start, end],
        form,
        speaker: speaker && { ...speaker, range: speaker.range && plain(speaker.range) },
        cue: cue && plain(cue),
        place,
      },
    };
  });
}

/** A range without whatever else it may have. */
function plain<Offset>({ start, end }: { readonly start: Offset; readonly end: Offset }) {
  return { start, end };
}

/** A passage with the rest of the sentences that it begins and ends in. */
function inSentence(end: JointEnd, { text, language }: ConflictText): JointEnd {
  const sentenceOf = (offset: number) => {
    const block = text.blocks.find((one) => one.start <= offset && offset < one.end);
    return block === undefined ? null : sentenceAt(text.text, block, offset, language);
  };
  const first = sentenceOf(end.start);
  const last = sentenceOf(end.end - 1);
  return { key: end.key, start: first?.start ?? end.start, end: last?.end ?? end.end };
}

/** Pairs that may contradict each other, the best ones first; formulas state nothing. */
function parallelJoints(pairs: readonly PairRow[]): Joint[] {
  return pairs
    .filter(({ value }) => value.formula === null)
    .sort((one, other) => other.score - one.score)
    .slice(0, mostPairs)
    .map(({ one, other, value: { ranges } }) => ({
      one: { key: one, start: ranges[0], end: ranges[1] },
      other: { key: other, start: ranges[2], end: ranges[3] },
      joined: 'parallel',
    }));
}

/**
 * What two articles contradict each other in, of all their sentences about one sort of quantity: a budget list names many
 * ministries, and a sentence that the other article has as well contradicts none of its others. Each sentence stands against
 * one other, the best first (rule B12); where there are few of them, what only one article states stands against what the
 * other does state, even if that is agreed upon.
 */
function unanswered(stated: readonly Stated[]): readonly ConflictRow[] {
  const ours = new Set<number>();
  const theirs = new Set<number>();
  for (const { joint, isAlike } of stated) {
    if (!isAlike) continue;
    ours.add(joint.one.start);
    theirs.add(joint.other.start);
  }
  const best = stated.toSorted((one, other) => bestScore(other) - bestScore(one));
  const kept: ConflictRow[] = [];
  for (const { joint, rows } of best) {
    if (kept.length >= mostOfTwo) break;
    if (ours.has(joint.one.start) || theirs.has(joint.other.start)) continue;
    ours.add(joint.one.start);
    theirs.add(joint.other.start);
    kept.push(...rows);
  }
  const isList = [
    stated.map(({ joint }) => joint.one),
    stated.map(({ joint }) => joint.other),
  ].some((ends) => new Set(ends.map(({ start }) => start)).size > mostOfFew);
  if (isList) return kept;
  for (const { joint, rows } of best) {
    if (ours.has(joint.one.start) && theirs.has(joint.other.start)) continue;
    ours.add(joint.one.start);
    theirs.add(joint.other.start);
    kept.push(...rows);
  }
  return kept;
}

function bestScore({ rows }: Stated): number {
  return Math.max(0, ...rows.map(({ score }) => score));
}

function conflictRow({ one, other }: Joint, found: FoundConflict, key: string): ConflictRow {
  const stored: ConflictValue = {
    about: found.about,
    joined: found.joined,
    remark: found.remark,
    one: [one.start, one.end, found.one.start, found.one.end, found.one.value],
    other: [other.start, other.end, found.other.start, found.other.end, found.other.value],
  };
  const { score } = found;
  return {
    kind: 'conflict',
    key,
    score,
    formula: false,
    one: one.key,
    other: other.key,
    value: stored,
  };
}
