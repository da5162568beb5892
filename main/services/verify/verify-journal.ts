import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { JournalEntry } from '../../../app/record/change.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { projectRecordSchema } from '../../../app/schema/record-schemas.ts';
import { scanSegment } from '../journal/scan-segment.ts';
import { listSegments } from '../journal/segment.ts';
import { applyJournalled } from '../snapshot/apply-changes.ts';
import { listSnapshots, readSnapshotFile } from '../snapshot/snapshot-file.ts';
import type { Finding } from './findings.ts';

/** What the whole journal makes, and what is wrong with it. */
export interface VerifiedJournal {
  readonly records: ReadonlyMap<string, ProjectRecord>;
  readonly lastSequence: number;
  /** Whether every entry from the first on is there and whole. */
  readonly isWhole: boolean;
  readonly findings: readonly Finding[];
  readonly remarks: readonly string[];
  readonly entries: number;
  readonly snapshots: number;
}

const compare =
  'Compare the folder with a copy of it; what the window showed as saved may be in a snapshot.';

/**
 * Reads every line of the journal from the first, checks its checksum and that its number follows, and compares each snapshot
 * with the state that the journal has there. Changes nothing. Cost: the journal and the snapshots.
 *
 * @param isOpen whether a program may be writing: then a last line that is not whole is no damage
 */
export async function verifyJournal(
  folders: { readonly journal: string; readonly snapshots: string },
  isOpen: boolean,
  progress: (done: number, total: number) => void,
): Promise<VerifiedJournal> {
  const findings: Finding[] = [];
  const remarks: string[] = [];
  const records = new Map<string, ProjectRecord>();
  const snapshots = await wholeSnapshots(folders.snapshots, findings);
  let entries = 0;
  let last = 0;
  let isWhole = true;
  const find = (name: string, message: string): void => {
    isWhole = false;
    findings.push({ part: 'journal', where: `.variorum/journal/${name}`, message });
  };
  const segments = await listSegments(folders.journal);
  for (const [index, segment] of segments.entries()) {
    const name = basename(segment.path);
    const take = ({ sequence, change }: JournalEntry): void => {
      if (sequence !== last + 1) find(name, `${missing(last + 1, sequence - 1)} ${compare}`);
      last = sequence;
      entries += 1;
      applyJournalled(records, change.diff);
      const snapshot = isWhole ? snapshots.get(sequence) : undefined;
      if (snapshot !== undefined) compareStates(snapshot, records, findings);
    };
    if (segment.first > last + 1) {
      find(name, `${missing(last + 1, segment.first - 1)} ${compare}`);
      last = segment.first - 1;
    }
    const scan = await scanSegment(segment, take);
    if (scan.damagedLines.length > 0) {
      const lines = scan.damagedLines.join(', ');
      find(
        name,
        `These lines are damaged: ${lines}. Their changes are lost to the journal. ${compare}`,
      );
    }
    if (scan.strangeLines.length > 0) {
      const lines = scan.strangeLines.join(', ');
      find(
        name,
        `These lines are whole but can't be understood: ${lines}. Perhaps a newer Variorum wrote them; update it.`,
      );
    }
    if (scan.torn.length > 0) {
      if (index < segments.length - 1) find(name, `Its end is damaged. ${compare}`);
      else if (isOpen)
        remarks.push('The journal is being written: its last line is not whole yet.');
      else {
        find(
          name,
          'Its last line was not written to its end. Open the project in the window: it cuts the line off and keeps it beside; nothing that was shown as saved is missing. If it was whole before, compare the folder with a copy.',
        );
      }
    }
    last = Math.max(last, scan.lastSequence);
    progress(index + 1, segments.length);
  }
  for (const { name, sequence } of snapshots.values()) {
    if (sequence <= last) continue;
    find(name, `${missing(last + 1, sequence)} A snapshot has what they made. ${compare}`);
  }
  return {
    ...{ records, lastSequence: last, isWhole, findings, remarks, entries },
    snapshots: snapshots.size,
  };
}

interface ReadSnapshot {
  readonly name: string;
  readonly sequence: number;
  readonly records: ReadonlyMap<string, ProjectRecord>;
}

async function wholeSnapshots(
  folder: string,
  findings: Finding[],
): Promise<ReadonlyMap<number, ReadSnapshot>> {
  const whole = new Map<number, ReadSnapshot>();
  for (const path of await listSnapshots(folder)) {
    const records = new Map<string, ProjectRecord>();
    const snapshot = await readSnapshotFile(path, (line) => {
      const record = projectRecordSchema.parse(JSON.parse(line.toString('utf8')));
      records.set(record.id, record);
    });
    const name = basename(path);
    if (snapshot === null && !existsSync(path)) {
      // The window that has the project open takes old ones away.
      continue;
    }
    if (snapshot === null) {
      findings.push({
        part: 'snapshots',
        where: `.variorum/snapshots/${name}`,
        message:
          'It is damaged, or of a newer program. The journal has everything; the window passes it over and makes another.',
      });
    } else
      whole.set(snapshot.header.sequence, { name, sequence: snapshot.header.sequence, records });
  }
  return whole;
}

function compareStates(
  { name, records }: ReadSnapshot,
  journalled: ReadonlyMap<string, ProjectRecord>,
  findings: Finding[],
): void {
  const ids = new Set([...records.keys(), ...journalled.keys()]);
  const different = [...ids].filter(
    (id) => !isDeepStrictEqual(records.get(id), journalled.get(id)),
  );
  if (different.length === 0) return;
  const [first = ''] = different;
  const kind = records.get(first)?.kind ?? journalled.get(first)?.kind ?? 'record';
  findings.push({
    part: 'snapshots',
    where: `.variorum/snapshots/${name}`,
    message: `It says something else than the journal up to there, of ${different.length} records, the first of them the ${kind} ${first}. The journal counts: move this file away.`,
  });
}

/** Numbers that are not there, in a sentence; of a number that comes again, that it does. */
export function missing(from: number, to: number): string {
  if (to < from - 1) return `Entry ${to + 1} stands there again, or out of order.`;
  return from >= to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`;
}
