import { countTagSets, type TagSet } from '../../../app/annotation/tag-sets.ts';
import { briefContent, inOrderOfParts } from '../../../app/brief/brief-content.ts';
import { mentionedIds } from '../../../app/brief/mentions.ts';
import type { MentioningRecord, RecordSource } from '../../../app/record/record-source.ts';
import type {
  AnnotationRecord,
  BriefPartRecord,
  EvidenceRecord,
  LinkRecord,
  ProjectRecord,
  RecordKind,
  RecordOf,
  SilenceRecord,
} from '../../../app/record/records.ts';
import type { PackedRecords } from '../snapshot/packed-records.ts';
import { lazyList } from './lazy-list.ts';

const none: readonly string[] = Object.freeze([]);

/** Ids by what they are asked for. */
type Groups = ReadonlyMap<string, readonly string[]>;

/**
 * A source of packed records that do not change any more: as `recordSourceOf` in what it answers and in which order, but
 * lists hold no records, only what finds them. Cost of an item of a list: reading it; who wants all of a list twice reads it
 * twice.
 */
export class PackedSource implements RecordSource {
  readonly all: PackedRecords;
  readonly #ids = new Map<RecordKind, readonly string[]>();
  readonly #groups = new Map<string, Groups>();
  #tagSets: readonly TagSet[] | null = null;

  constructor(records: PackedRecords) {
    this.all = records;
    const ids = new Map<RecordKind, string[]>();
    for (const id of records.keys()) {
      const kind = records.kindOf(id);
      if (kind === null) continue;
      const known = ids.get(kind);
      if (known === undefined) ids.set(kind, [id]);
      else known.push(id);
    }
    for (const [kind, some] of ids) this.#ids.set(kind, some.sort(inOrder));
  }

  get<Kind extends RecordKind>(kind: Kind, id: string): RecordOf<Kind> | null {
    if (this.all.kindOf(id) !== kind) return null;
    return (this.all.get(id) as RecordOf<Kind> | undefined) ?? null;
  }

  list<Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[] {
    return this.#listed(this.#ids.get(kind) ?? none);
  }

  count(kind: RecordKind): number {
    return this.#ids.get(kind)?.length ?? 0;
  }

  annotationsOf(articleId: string): readonly AnnotationRecord[] {
    const groups = this.#grouped('annotation', 'annotation', readingPlace, ({ articleId: id }) => [
      id,
    ]);
    return this.#listed(groups.get(articleId) ?? none);
  }

  linksAt(id: string): readonly LinkRecord[] {
    const groups = this.#grouped('link', 'link', null, ({ from, to }) => [from, to.id]);
    return this.#listed(groups.get(id) ?? none);
  }

  evidenceOf(claimId: string): readonly EvidenceRecord[] {
    const groups = this.#grouped('of-claim', 'evidence', null, (one) => [one.claimId]);
    return this.#listed(groups.get(claimId) ?? none);
  }

  evidenceFor(annotationId: string): readonly EvidenceRecord[] {
    const groups = this.#grouped('for-annotation', 'evidence', null, (one) => [one.annotationId]);
    return this.#listed(groups.get(annotationId) ?? none);
  }

  silencesOf(claimId: string): readonly SilenceRecord[] {
    const groups = this.#grouped('silence', 'silence', null, (one) => [one.claimId]);
    return this.#listed(groups.get(claimId) ?? none);
  }

  partsOf(briefId: string): readonly BriefPartRecord[] {
    const groups = this.#grouped('part', 'briefPart', null, (one) => [one.briefId]);
    const parts: readonly BriefPartRecord[] = this.#listed(groups.get(briefId) ?? none);
    return parts.toSorted(inOrderOfParts);
  }

  mentionsOf(id: string): readonly MentioningRecord[] {
    const found: string[] = [];
    for (const kind of ['annotation', 'claim'] as const) {
      const groups = this.#grouped(`mentions-${kind}`, kind, null, ({ note }) =>
        mentionedIds(note),
      );
      found.push(...(groups.get(id) ?? none));
    }
    const briefs = this.#grouped('mentions-brief', 'brief', null, (brief) =>
      mentionedIds(briefContent(brief, this.partsOf(brief.id))),
    );
    return this.#listed([...found, ...(briefs.get(id) ?? none)].sort(inOrder));
  }

  get tagSets(): readonly TagSet[] {
    this.#tagSets ??= countTagSets(this.list('annotation'), (id) => this.get('article', id));
    return this.#tagSets;
  }

  #listed<Item extends ProjectRecord>(ids: readonly string[]): readonly Item[] {
    return lazyList(ids.length, (index) => this.all.get(ids[index] ?? '') as Item);
  }

  /** Ids of a kind by some key of theirs, made when they are asked for first; in the order of the ids, or of a place. */
  #grouped<Kind extends RecordKind>(
    name: string,
    kind: Kind,
    placeOf: ((record: RecordOf<Kind>) => readonly number[]) | null,
    keysOf: (record: RecordOf<Kind>) => Iterable<string>,
  ): Groups {
    const known = this.#groups.get(name);
    if (known !== undefined) return known;
    const groups = new Map<string, string[]>();
    const places = new Map<string, readonly number[]>();
    for (const id of this.#ids.get(kind) ?? none) {
      const record = this.all.get(id) as RecordOf<Kind>;
      if (placeOf !== null) places.set(id, placeOf(record));
      for (const key of new Set(keysOf(record))) {
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [id]);
        else group.push(id);
      }
    }
    if (placeOf !== null) for (const group of groups.values()) group.sort(inOrderOfPlaces(places));
    this.#groups.set(name, groups);
    return groups;
  }
}

/** Reading order: by start, longer first, then by number. */
function readingPlace({ passage, number }: AnnotationRecord): readonly number[] {
  return [passage.start, -passage.end, number];
}

function inOrderOfPlaces(places: ReadonlyMap<string, readonly number[]>) {
  return (one: string, other: string): number => {
    const theirs = places.get(other) ?? [];
    for (const [index, mine] of (places.get(one) ?? []).entries()) {
      const apart = mine - (theirs[index] ?? 0);
      if (apart !== 0) return apart;
    }
    return 0;
  };
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
