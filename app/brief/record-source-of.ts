import { countTagSets, type TagSet } from '../annotation/tag-sets.ts';
import type { MentioningRecord, RecordSource } from '../record/record-source.ts';
import type {
  AnnotationRecord,
  BriefPartRecord,
  BriefRecord,
  EvidenceRecord,
  LinkRecord,
  ProjectRecord,
  RecordKind,
  RecordOf,
  SilenceRecord,
} from '../record/records.ts';
import { briefContent, inOrderOfParts } from './brief-content.ts';
import { mentionedIds } from './mentions.ts';

const none: readonly never[] = Object.freeze([]);

/**
 * A source of plain records that do not change any more: of a project as main reads it from snapshot and journal, or of a
 * test. Of several records with one id the last counts. Lists are in the order of the ids, annotations of an article in
 * reading order. Cost: one pass over the records; what is asked by article, claim or annotation is put in groups when it is
 * asked for first.
 */
export function recordSourceOf(records: Iterable<ProjectRecord>): RecordSource {
  return new PlainRecords(records);
}

class PlainRecords implements RecordSource {
  readonly all: ReadonlyMap<string, ProjectRecord>;
  readonly #lists = new Map<RecordKind, readonly ProjectRecord[]>();
  #annotations: Groups<AnnotationRecord> | null = null;
  #links: Groups<LinkRecord> | null = null;
  #evidenceOf: Groups<EvidenceRecord> | null = null;
  #evidenceFor: Groups<EvidenceRecord> | null = null;
  #silences: Groups<SilenceRecord> | null = null;
  #parts: Groups<BriefPartRecord> | null = null;
  #mentions: Groups<MentioningRecord> | null = null;
  #tagSets: readonly TagSet[] | null = null;

  constructor(records: Iterable<ProjectRecord>) {
    const byId = new Map<string, ProjectRecord>();
    const kinds = new Map<RecordKind, ProjectRecord[]>();
    for (const record of records) byId.set(record.id, record);
    for (const record of byId.values()) {
      const list = kinds.get(record.kind);
      if (list === undefined) kinds.set(record.kind, [record]);
      else list.push(record);
    }
    for (const [kind, list] of kinds) this.#lists.set(kind, list.sort(inOrderOfIds));
    this.all = byId;
  }

  get<Kind extends RecordKind>(kind: Kind, id: string): RecordOf<Kind> | null {
    const record = this.all.get(id);
    return record?.kind === kind ? (record as RecordOf<Kind>) : null;
  }

  list<Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[] {
    return (this.#lists.get(kind) ?? none) as readonly RecordOf<Kind>[];
  }

  count(kind: RecordKind): number {
    return this.list(kind).length;
  }

  annotationsOf(articleId: string): readonly AnnotationRecord[] {
    this.#annotations ??= grouped(
      [...this.list('annotation')].sort(inReadingOrder),
      (annotation) => [annotation.articleId],
    );
    return this.#annotations.get(articleId) ?? none;
  }

  linksAt(id: string): readonly LinkRecord[] {
    this.#links ??= grouped(this.list('link'), ({ from, to }) => [from, to.id]);
    return this.#links.get(id) ?? none;
  }

  evidenceOf(claimId: string): readonly EvidenceRecord[] {
    this.#evidenceOf ??= grouped(this.list('evidence'), (one) => [one.claimId]);
    return this.#evidenceOf.get(claimId) ?? none;
  }

  evidenceFor(annotationId: string): readonly EvidenceRecord[] {
    this.#evidenceFor ??= grouped(this.list('evidence'), (one) => [one.annotationId]);
    return this.#evidenceFor.get(annotationId) ?? none;
  }

  silencesOf(claimId: string): readonly SilenceRecord[] {
    this.#silences ??= grouped(this.list('silence'), (one) => [one.claimId]);
    return this.#silences.get(claimId) ?? none;
  }

  partsOf(briefId: string): readonly BriefPartRecord[] {
    this.#parts ??= grouped([...this.list('briefPart')].sort(inOrderOfParts), (part) => [
      part.briefId,
    ]);
    return this.#parts.get(briefId) ?? none;
  }

  mentionsOf(id: string): readonly MentioningRecord[] {
    this.#mentions ??= grouped<MentioningRecord>(
      [...this.list('annotation'), ...this.list('claim'), ...this.list('brief')].sort(inOrderOfIds),
      (record) => (record.kind === 'brief' ? this.#mentionedBy(record) : mentionedIds(record.note)),
    );
    return this.#mentions.get(id) ?? none;
  }

  #mentionedBy(brief: BriefRecord): readonly string[] {
    return mentionedIds(briefContent(brief, this.partsOf(brief.id)));
  }

  get tagSets(): readonly TagSet[] {
    this.#tagSets ??= countTagSets(this.list('annotation'), (id) => this.get('article', id));
    return this.#tagSets;
  }
}

type Groups<Item> = ReadonlyMap<string, readonly Item[]>;

function grouped<Item>(
  items: readonly Item[],
  keys: (item: Item) => Iterable<string>,
): Groups<Item> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keys(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function inOrderOfIds(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

function inReadingOrder(one: AnnotationRecord, other: AnnotationRecord): number {
  return (
    one.passage.start - other.passage.start ||
    other.passage.end - one.passage.end ||
    one.number - other.number
  );
}
