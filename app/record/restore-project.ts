import type { Maker } from '../base/maker.ts';
import type { EarlierState } from '../host/history.ts';
import { withAnalystFields } from './analyst-fields.ts';
import type { Diff } from './diff.ts';
import type { RecordSource } from './record-source.ts';
import type { ProjectRecord, RecordKind } from './records.ts';
import { recordKinds } from './records.ts';
import { inOrderOfKinds, requiredIds, withTagsThat } from './references.ts';

/** What restoring does to the records of one kind. */
export interface RestoredKind {
  readonly kind: RecordKind;
  /** That were removed since and come back. */
  readonly back: number;
  readonly changed: number;
  /** That were made since and go. */
  readonly removed: number;
}

/** What restoring a project comes to, before it is done. */
export interface ProjectRestoration {
  readonly diff: Diff;
  /** In the order of `recordKinds`; those that nothing happens to are left out. */
  readonly kinds: readonly RestoredKind[];
  /** Articles that came to the project since and stay. */
  readonly newArticles: number;
  /** Articles that got another text since and keep it. */
  readonly revisedArticles: number;
}

/**
 * The change that makes a project say again what it said at an earlier entry (rule H7). It concerns the analyst's records
 * and what the analyst says of articles. Articles and revisions that came since stay, with what was detected; those
 * removed since come back; settings stay. Cost: the states, and the articles.
 *
 * @param states what was changed since, each as it was then
 */
export function restoreProject(
  source: RecordSource,
  maker: Maker,
  states: readonly EarlierState[],
): ProjectRestoration {
  const work = new Restoration(source, maker);
  for (const state of states) work.take(state);
  return work.finish();
}

class Restoration {
  readonly #source: RecordSource;
  readonly #maker: Maker;
  readonly #back: ProjectRecord[] = [];
  readonly #after = new Map<string, ProjectRecord>();
  readonly #removed = new Map<string, ProjectRecord>();
  #newArticles = 0;
  #revisedArticles = 0;

  constructor(source: RecordSource, maker: Maker) {
    this.#source = source;
    this.#maker = maker;
  }

  take({ id, record, rev }: EarlierState): void {
    const present = this.#source.all.get(id);
    if (record === null) {
      if (present === undefined) return;
      if (present.kind === 'article') this.#newArticles += 1;
      else if (present.kind !== 'revision' && present.kind !== 'setting') {
        this.#removed.set(id, present);
      }
      return;
    }
    if (present === undefined) {
      if (record.kind !== 'setting') this.#back.push({ ...record, rev });
      return;
    }
    if (isRevised(present, record)) this.#revisedArticles += 1;
    const after = withAnalystFields(present, record);
    if (after !== present) this.#after.set(id, after);
  }

  finish(): ProjectRestoration {
    const added = this.#addable();
    const isThere = (id: string): boolean =>
      added.has(id) || (this.#source.all.has(id) && !this.#removed.has(id));
    this.#removeHanging(isThere);
    // An article that came since may have a tag that goes; what comes back may have one that an unreadable entry hides.
    for (const article of this.#source.list('article')) {
      const now = this.#after.get(article.id) ?? article;
      const tagged = withTagsThat(now, isThere);
      if (tagged !== now) this.#after.set(article.id, tagged);
    }
    const updated = [...this.#after].flatMap(([id, after]) => {
      const present = this.#source.all.get(id);
      if (present === undefined || this.#removed.has(id)) return [];
      const whole = withTagsThat(after, isThere);
      return [[present, this.#stamped(whole, present.rev)] as const];
    });
    const diff: Diff = {
      added: [...added.values()].map((record) =>
        this.#stamped(withTagsThat(record, isThere), record.rev),
      ),
      updated,
      removed: [...this.#removed.values()],
    };
    return {
      diff,
      kinds: countKinds(diff),
      newArticles: this.#newArticles,
      revisedArticles: this.#revisedArticles,
    };
  }

  /** What comes back, without what would hang on nothing: entries that can't be read may hide what it needs. */
  #addable(): Map<string, ProjectRecord> {
    const added = new Map<string, ProjectRecord>();
    const isThere = (id: string): boolean =>
      added.has(id) || (this.#source.all.has(id) && !this.#removed.has(id));
    for (const record of inOrderOfKinds(this.#back)) {
      if (requiredIds(record).every(isThere)) added.set(record.id, record);
    }
    return added;
  }

  /**
   * What hangs on a record that goes, and did not hang on another one then (evidence goes over when claims are merged or
   * split), was made after it and so goes too; this is for journals with unreadable entries.
   */
  #removeHanging(isThere: (id: string) => boolean): void {
    for (const { kind, id } of [...this.#removed.values()]) {
      if (kind !== 'annotation' && kind !== 'claim') continue;
      const hanging: ProjectRecord[] = [...this.#source.linksAt(id)];
      if (kind === 'annotation') hanging.push(...this.#source.evidenceFor(id));
      else hanging.push(...this.#source.evidenceOf(id), ...this.#source.silencesOf(id));
      for (const record of hanging) {
        const then = this.#after.get(record.id) ?? record;
        if (!requiredIds(then).every(isThere)) this.#removed.set(record.id, record);
      }
    }
  }

  #stamped(record: ProjectRecord, rev: number): ProjectRecord {
    const { author } = this.#maker;
    return { ...record, rev: rev + 1, modifiedAt: this.#maker.now(), author };
  }
}

function isRevised(present: ProjectRecord, earlier: ProjectRecord): boolean {
  return (
    present.kind === 'article' &&
    earlier.kind === 'article' &&
    present.revisionId !== earlier.revisionId
  );
}

function countKinds({ added, updated, removed }: Diff): readonly RestoredKind[] {
  return recordKinds
    .map((kind) => ({
      kind,
      back: added.filter((record) => record.kind === kind).length,
      changed: updated.filter(([record]) => record.kind === kind).length,
      removed: removed.filter((record) => record.kind === kind).length,
    }))
    .filter(({ back, changed, removed }) => back + changed + removed > 0);
}
