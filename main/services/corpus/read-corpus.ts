import type { Diff } from '../../../app/record/diff.ts';
import type { ArticleRecord, ProjectRecord, RevisionRecord } from '../../../app/record/records.ts';
import { projectRecordSchema } from '../../../app/schema/record-schemas.ts';
import { scanSegment } from '../journal/scan-segment.ts';
import { listSegments, segmentIndexOf } from '../journal/segment.ts';
import type { SnapshotFile } from '../snapshot/snapshot-file.ts';
import { listSnapshots, readSnapshotFile } from '../snapshot/snapshot-file.ts';

/** Whose corpus is wanted, as it was after an entry of the journal. */
export interface CorpusRequest {
  readonly snapshots: string;
  readonly journal: string;
  readonly sequence: number;
}

/** A part of the corpus, in the order in which parts are to be taken up. */
export type CorpusPart =
  | { readonly kind: 'records'; readonly records: readonly (ArticleRecord | RevisionRecord)[] }
  /** What an entry changed in it. */
  | { readonly kind: 'diff'; readonly diff: Diff };

/** What the corpus was read from. */
export interface CorpusRead {
  /** The newest snapshot that is whole. */
  readonly snapshot: SnapshotFile | null;
  /** The highest article number ever given up to that snapshot. */
  readonly articlesNumbered: number;
  /** How many newer snapshots are damaged. */
  readonly damaged: number;
}

/** How many records are told at a time: what takes them up is busy for some milliseconds. */
const recordsAtATime = 500;

/**
 * Reads articles and revisions out of the newest whole snapshot and the journal since, and tells them in parts. Cost:
 * the snapshot and what was journalled since, so a large corpus is read in a worker. Throws what the system throws.
 */
export async function readCorpus(
  request: CorpusRequest,
  tell: (part: CorpusPart) => void,
): Promise<CorpusRead> {
  const read = await readNewestSnapshot(request, tell);
  const base = read.snapshot?.header.sequence ?? 0;
  const segments = await listSegments(request.journal);
  for (const segment of segments.slice(Math.max(0, segmentIndexOf(segments, base + 1)))) {
    if (segment.first > request.sequence || base >= request.sequence) break;
    await scanSegment(segment, ({ sequence, change }) => {
      if (sequence <= base || sequence > request.sequence) return;
      const diff = corpusDiff(change.diff);
      if (diff !== null) tell({ kind: 'diff', diff });
    });
  }
  return read;
}

/** What a diff changes in articles and revisions; `null`: nothing. */
function corpusDiff({ added, updated, removed }: Diff): Diff | null {
  const diff = {
    added: added.filter(isOfCorpus),
    updated: updated.filter(([, after]) => isOfCorpus(after)),
    removed: removed.filter(isOfCorpus),
  };
  return diff.added.length + diff.updated.length + diff.removed.length === 0 ? null : diff;
}

async function readNewestSnapshot(
  { snapshots, sequence }: CorpusRequest,
  tell: (part: CorpusPart) => void,
): Promise<CorpusRead> {
  let damaged = 0;
  for (const path of await listSnapshots(snapshots)) {
    const records: (ArticleRecord | RevisionRecord)[] = [];
    const snapshot = await readSnapshotFile(path, (line) => {
      // Most lines are of other kinds; looking is quicker than reading them.
      if (!mayBeOfCorpus(line)) return;
      const record = projectRecordSchema.safeParse(JSON.parse(line.toString('utf8')));
      if (record.success && isOfCorpus(record.data)) records.push(record.data);
    });
    if (snapshot === null) damaged += 1;
    // One that was made since the question holds more than was asked for.
    if (snapshot === null || snapshot.header.sequence > sequence) continue;
    for (let from = 0; from < records.length; from += recordsAtATime) {
      tell({ kind: 'records', records: records.slice(from, from + recordsAtATime) });
    }
    return { snapshot, articlesNumbered: snapshot.header.articlesNumbered, damaged };
  }
  return { snapshot: null, articlesNumbered: 0, damaged };
}

function isOfCorpus(record: ProjectRecord): record is ArticleRecord | RevisionRecord {
  return record.kind === 'article' || record.kind === 'revision';
}

/** Whether the line of a record may be one of the two kinds; another may quote the words. */
function mayBeOfCorpus(line: Buffer): boolean {
  return line.includes('"kind":"article"') || line.includes('"kind":"revision"');
}
