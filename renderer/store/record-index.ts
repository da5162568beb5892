import type { TagSet } from '../../app/annotation/tag-sets.ts';
import { inOrderOfParts } from '../../app/brief/brief-content.ts';
import { mentionedIds } from '../../app/brief/mentions.ts';
import type { Diff } from '../../app/record/diff.ts';
import type { AnnotationId, ArticleId, BriefId, ClaimId } from '../../app/record/ids.ts';
import type { MentioningRecord, RecordSource } from '../../app/record/record-source.ts';
import type {
  AnnotationRecord,
  BriefPartRecord,
  EvidenceRecord,
  LinkRecord,
  ProjectRecord,
  RecordKind,
  RecordOf,
  SilenceRecord,
} from '../../app/record/records.ts';
import { GroupedList } from './grouped-list.ts';
import { TagSetCounts } from './tag-set-counts.ts';

/**
 * The project's records in memory, indexed for what views ask. It follows the database diff by diff; reading costs no
 * transaction, and a list keeps its identity until one of its own records changes, which is what views subscribe to.
 */
export class RecordIndex implements RecordSource {
  readonly #byId = new Map<string, ProjectRecord>();
  readonly #kinds = new GroupedList<ProjectRecord>();
  readonly #annotations = new GroupedList<AnnotationRecord>(inReadingOrder);
  readonly #links = new GroupedList<LinkRecord>();
  readonly #evidenceOf = new GroupedList<EvidenceRecord>();
  readonly #evidenceFor = new GroupedList<EvidenceRecord>();
  readonly #silences = new GroupedList<SilenceRecord>();
  readonly #parts = new GroupedList<BriefPartRecord>(inOrderOfParts);
  readonly #mentions = new GroupedList<MentioningRecord | BriefPartRecord>();
  /** What the parts of briefs in a list of mentions come to. */
  readonly #mentioning = new WeakMap<object, readonly MentioningRecord[]>();
  readonly #tagSets = new TagSetCounts();
  readonly #changes = new Map<RecordKind, number>();
  readonly #listeners = new Set<() => void>();
  /** Of a database that is still being read: what was removed since. */
  readonly #removed = new Set<string>();
  #filling = false;

  get all(): ReadonlyMap<string, ProjectRecord> {
    return this.#byId;
  }

  get<Kind extends RecordKind>(kind: Kind, id: string): RecordOf<Kind> | null {
    const record = this.#byId.get(id);
    return record?.kind === kind ? (record as RecordOf<Kind>) : null;
  }

  list<Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[] {
    return this.#kinds.get(kind) as readonly ProjectRecord[] as readonly RecordOf<Kind>[];
  }

  count(kind: RecordKind): number {
    return this.#kinds.count(kind);
  }

  annotationsOf(articleId: ArticleId): readonly AnnotationRecord[] {
    return this.#annotations.get(articleId);
  }

  linksAt(id: AnnotationId | ClaimId): readonly LinkRecord[] {
    return this.#links.get(id);
  }

  evidenceOf(claimId: ClaimId): readonly EvidenceRecord[] {
    return this.#evidenceOf.get(claimId);
  }

  evidenceFor(annotationId: AnnotationId): readonly EvidenceRecord[] {
    return this.#evidenceFor.get(annotationId);
  }

  silencesOf(claimId: ClaimId): readonly SilenceRecord[] {
    return this.#silences.get(claimId);
  }

  mentionsOf(id: string): readonly MentioningRecord[] {
    const found = this.#mentions.get(id);
    if (found.every((record) => record.kind !== 'briefPart')) {
      return found as readonly MentioningRecord[];
    }
    const mentioning = this.#withBriefs(found);
    const known = this.#mentioning.get(found);
    if (known?.every((record, index) => record === mentioning[index]) === true) return known;
    this.#mentioning.set(found, mentioning);
    return mentioning;
  }

  partsOf(briefId: BriefId): readonly BriefPartRecord[] {
    return this.#parts.get(briefId);
  }

  /** The briefs in the place of their parts, each once. */
  #withBriefs(found: readonly (MentioningRecord | BriefPartRecord)[]): readonly MentioningRecord[] {
    const records = new Set<MentioningRecord>();
    for (const record of found) {
      const brief = record.kind === 'briefPart' ? this.get('brief', record.briefId) : null;
      if (record.kind !== 'briefPart') records.add(record);
      else if (brief !== null && brief.content === undefined) records.add(brief);
    }
    return [...records].sort((one, other) => (one.id < other.id ? -1 : 1));
  }

  get tagSets(): readonly TagSet[] {
    return this.#tagSets.sets;
  }

  /** A number that is another one after records of some kinds changed. Cost: the kinds. */
  changesOf(kinds: readonly RecordKind[]): number {
    return kinds.reduce((sum, kind) => sum + (this.#changes.get(kind) ?? 0), 0);
  }

  /** Calls back after each diff that was applied. Returns what ends it. Bound, so that views can hand it on. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Puts records in, at start, without telling anyone. */
  load(records: Iterable<ProjectRecord>): void {
    for (const record of records) this.#put(record);
  }

  /**
   * Puts in what the database has while the window is at work already, without telling anyone. What is in memory, or was
   * removed meanwhile, is newer and stays as it is.
   */
  fill(records: Iterable<ProjectRecord>): void {
    for (const record of records) {
      if (!this.#byId.has(record.id) && !this.#removed.has(record.id)) this.#put(record);
    }
  }

  /** After the last `fill`. */
  endFilling(): void {
    this.#removed.clear();
    this.#filling = false;
  }

  /** Says that records are removed before all of them are here: those must not come back. */
  beginFilling(): void {
    this.#filling = true;
  }

  /** Tells the listeners, once. */
  tell(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Applies a diff: states after it stand, whatever stood there. Then tells the listeners, once. */
  apply(diff: Diff): void {
    this.put(diff);
    this.tell();
  }

  /** As `apply`, without telling anyone: whoever applies several tells once. */
  put(diff: Diff): void {
    for (const record of diff.removed) {
      this.#drop(record.id);
      if (this.#filling) this.#removed.add(record.id);
    }
    for (const record of diff.added) this.#put(record);
    for (const [, after] of diff.updated) this.#put(after);
  }

  #put(record: ProjectRecord): void {
    this.#count(record.kind);
    const before = this.#byId.get(record.id);
    if (before?.kind === 'annotation' && record.kind === 'annotation') {
      this.#renew(before, record);
      return;
    }
    const wasInTrash = this.#isInTrash(record.id);
    this.#take(record.id);
    this.#byId.set(record.id, record);
    this.#file(record, (list, key) => list.add(key, record as never));
    if (record.kind === 'annotation') this.#countTags(record, 1);
    this.#recount(record.id, wasInTrash);
  }

  /** Another state of an annotation: a tag may be put on all of them at once, and most stay in the lists that they are in. */
  #renew(before: AnnotationRecord, record: AnnotationRecord): void {
    const staysListed = before.articleId === record.articleId && before.note === record.note;
    if (!staysListed) {
      this.#file(before, (list, key) => list.remove(key, before as never));
    }
    this.#byId.set(record.id, record);
    this.#file(record, (list, key) => list.add(key, record as never));
    if (staysListed && before.tagIds === record.tagIds) return;
    this.#countTags(before, -1);
    this.#countTags(record, 1);
  }

  #drop(id: string): void {
    const wasInTrash = this.#isInTrash(id);
    this.#take(id);
    this.#recount(id, wasInTrash);
  }

  #take(id: string): void {
    const record = this.#byId.get(id);
    if (record === undefined) return;
    this.#count(record.kind);
    this.#byId.delete(id);
    this.#file(record, (list, key) => list.remove(key, record as never));
    if (record.kind === 'annotation') this.#countTags(record, -1);
  }

  #count(kind: RecordKind): void {
    this.#changes.set(kind, (this.#changes.get(kind) ?? 0) + 1);
  }

  #isInTrash(id: string): boolean {
    const record = this.#byId.get(id);
    return record?.kind === 'article' && (record.trashedAt ?? null) !== null;
  }

  #countTags({ articleId, tagIds }: AnnotationRecord, by: 1 | -1): void {
    if (!this.#isInTrash(articleId)) this.#tagSets.count(tagIds, by);
  }

  /** An article that came into the trash, or out of it, takes its annotations with it. */
  #recount(id: string, wasInTrash: boolean): void {
    const isInTrash = this.#isInTrash(id);
    if (isInTrash === wasInTrash) return;
    for (const { tagIds } of this.#annotations.get(id)) {
      this.#tagSets.count(tagIds, isInTrash ? -1 : 1);
    }
  }

  /** Names every list that a record stands in. */
  #file(record: ProjectRecord, visit: (list: GroupedList<never>, key: string) => void): void {
    visit(this.#kinds as unknown as GroupedList<never>, record.kind);
    for (const id of mentionsIn(record)) {
      visit(this.#mentions as unknown as GroupedList<never>, id);
    }
    switch (record.kind) {
      case 'annotation':
        visit(this.#annotations as unknown as GroupedList<never>, record.articleId);
        break;
      case 'link':
        visit(this.#links as unknown as GroupedList<never>, record.from);
        visit(this.#links as unknown as GroupedList<never>, record.to.id);
        break;
      case 'evidence':
        visit(this.#evidenceOf as unknown as GroupedList<never>, record.claimId);
        visit(this.#evidenceFor as unknown as GroupedList<never>, record.annotationId);
        break;
      case 'silence':
        visit(this.#silences as unknown as GroupedList<never>, record.claimId);
        break;
      case 'briefPart':
        visit(this.#parts as unknown as GroupedList<never>, record.briefId);
        break;
      default:
        break;
    }
  }
}

/** What the note or the text of a record mentions. Cost: nothing for the many that have none. */
function mentionsIn(record: ProjectRecord): readonly string[] {
  if (record.kind === 'brief') return mentionedIds(record.content ?? null);
  if (record.kind === 'briefPart') {
    return mentionedIds({ type: 'doc', content: record.content });
  }
  return record.kind === 'annotation' || record.kind === 'claim' ? mentionedIds(record.note) : [];
}

function inReadingOrder(one: AnnotationRecord, other: AnnotationRecord): number {
  return (
    one.passage.start - other.passage.start ||
    other.passage.end - one.passage.end ||
    one.number - other.number
  );
}
