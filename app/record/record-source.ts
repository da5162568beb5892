import type { TagSet } from '../annotation/tag-sets.ts';
import type { AnnotationId, ArticleId, BriefId, ClaimId } from './ids.ts';
import type {
  AnnotationRecord,
  BriefPartRecord,
  BriefRecord,
  ClaimRecord,
  EvidenceRecord,
  LinkRecord,
  ProjectRecord,
  RecordKind,
  RecordOf,
  SilenceRecord,
} from './records.ts';

/** A record with a note or a text, which may mention others. */
export type MentioningRecord = AnnotationRecord | ClaimRecord | BriefRecord;

/**
 * Where the functions of `app/` look records up. Lists keep their identity until one of their records changes, so a
 * caller may compare them by reference. Cost of each: constant, however large the project
 * is; the first reading of a list after a change puts it in order.
 */
export interface RecordSource {
  get<Kind extends RecordKind>(kind: Kind, id: string): RecordOf<Kind> | null;
  list<Kind extends RecordKind>(kind: Kind): readonly RecordOf<Kind>[];
  /** How many records of a kind there are; unlike `list` it puts nothing in order. */
  count(kind: RecordKind): number;
  /** In reading order: by start, longer first. */
  annotationsOf(articleId: ArticleId): readonly AnnotationRecord[];
  /** Links that start or end at an annotation or a claim. */
  linksAt(id: AnnotationId | ClaimId): readonly LinkRecord[];
  evidenceOf(claimId: ClaimId): readonly EvidenceRecord[];
  evidenceFor(annotationId: AnnotationId): readonly EvidenceRecord[];
  silencesOf(claimId: ClaimId): readonly SilenceRecord[];
  /** In their order. Those of a brief with a `content` of its own do not count: read by `briefContent`. */
  partsOf(briefId: BriefId): readonly BriefPartRecord[];
  /** Records whose note or text mentions or cites the record of an id, in the order of their making (rule N3). */
  mentionsOf(id: string): readonly MentioningRecord[];
  /** How many annotations have which tags; those of articles in the trash are left out. */
  readonly tagSets: readonly TagSet[];
  /** Every record by id. */
  readonly all: ReadonlyMap<string, ProjectRecord>;
}
