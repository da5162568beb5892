import { mentionedIds } from '../../app/brief/mentions.ts';
import type { Diff } from '../../app/record/diff.ts';
import type { AnnotationId, ArticleId, ClaimId } from '../../app/record/ids.ts';
import type { MentioningRecord, RecordSource } from '../../app/record/record-source.ts';
import type {
  AnnotationRecord,
  EvidenceRecord,
  LinkRecord,
  ProjectRecord,
  RecordKind,
  RecordOf,
  SilenceRecord,
} from '../../app/record/records.ts';
import { GroupedList } from './grouped-list.ts';

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
  readonly #mentions = new GroupedList<MentioningRecord>();
  readonly #listeners = new Set<() => void>();

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
    return this.#mentions.get(id);
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

  /** Applies a diff: states after it stand, whatever stood there. Then tells the listeners, once. */
  apply(diff: Diff): void {
    for (const record of diff.removed) this.#drop(record.id);
    for (const record of diff.added) this.#put(record);
    for (const [, after] of diff.updated) this.#put(after);
    for (const listener of this.#listeners) listener();
  }

  #put(record: ProjectRecord): void {
    this.#drop(record.id);
    this.#byId.set(record.id, record);
    this.#file(record, (list, key) => list.add(key, record as never));
  }

  #drop(id: string): void {
    const record = this.#byId.get(id);
    if (record === undefined) return;
    this.#byId.delete(id);
    this.#file(record, (list, key) => list.remove(key, record as never));
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
      default:
        break;
    }
  }
}

/** What the note or the text of a record mentions. Cost: nothing for the many that have none. */
function mentionsIn(record: ProjectRecord): readonly string[] {
  if (record.kind === 'brief') return mentionedIds(record.content);
  return record.kind === 'annotation' || record.kind === 'claim' ? mentionedIds(record.note) : [];
}

function inReadingOrder(one: AnnotationRecord, other: AnnotationRecord): number {
  return (
    one.passage.start - other.passage.start ||
    other.passage.end - one.passage.end ||
    one.number - other.number
  );
}
