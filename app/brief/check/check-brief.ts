import type { RevisionHash } from '../../base/brand.ts';
import type { ArticleId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import { citationsIn } from '../cited-ids.ts';
import { CheckCache } from './check-cache.ts';
import type { CheckReport } from './check-item.ts';
import { CheckRun } from './check-run.ts';
import { revisionsOf } from './cited-in-unit.ts';

/** What a check reads beside the document. */
export interface CheckInput {
  /** As it is written, or as its parts hold it. */
  readonly document: RichTextNode;
  readonly source: RecordSource;
  /** Canonical texts under their hash, verified: those that `textsToCheck` names, as far as they could be read. */
  readonly texts: ReadonlyMap<RevisionHash, string>;
  /** Names the near duplicates that an article is among: copies count as one source. `null`: none. */
  readonly clusterOf: (id: ArticleId) => string | null;
  /** What checks of this brief before have read; without one everything is read. */
  readonly cache?: CheckCache;
}

/** The revisions whose texts a check of a document reads, each once. */
export function textsToCheck(
  document: RichTextNode,
  source: Pick<RecordSource, 'get' | 'evidenceOf'>,
): readonly RevisionHash[] {
  const hashes = new Set<RevisionHash>();
  for (const citation of citationsIn(document)) {
    for (const id of revisionsOf(source, citation)) {
      const revision = source.get('revision', id);
      if (revision !== null) hashes.add(revision.hash);
    }
  }
  return [...hashes];
}

/** `checkBriefInSteps` in one go. */
export function checkBrief(input: CheckInput): CheckReport {
  const steps = checkBriefInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * Everything in a brief that a careful reader would ask about (rules Y10 to Y20): pure, and the same for equal briefs and
 * records, whatever the cache holds. Gives way after each line of the document and each piece of
 * what it is held against, so that whoever runs it can stop or wait.
 * Cost: about two milliseconds a page the first time; with the cache of a check before, reading the blocks, passages and
 * texts that are new, and look-ups for the others.
 */
export function* checkBriefInSteps(input: CheckInput): Generator<void, CheckReport> {
  const cache = input.cache ?? new CheckCache();
  cache.begin();
  const run = new CheckRun(input, cache);
  const blocks = input.document.content ?? [];
  for (const [index, block] of blocks.entries()) {
    yield* run.read(block, index);
    yield;
  }
  yield* run.readSources();
  for (const at of run.units.keys()) {
    yield* run.check(at);
    yield;
  }
  cache.end();
  return run.report();
}
