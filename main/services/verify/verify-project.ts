import { recordSourceOf } from '../../../app/brief/record-source-of.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import { requiredIds, tagIdsOf } from '../../../app/record/references.ts';
import { pendingSentence, readPending } from '../exchange/pending-import.ts';
import { readProjectRecords } from '../exchange/read-project-records.ts';
import { readProjectFile } from '../project/project-file.ts';
import { isLockHeld } from '../project/project-lock.ts';
import { projectPaths } from '../project/project-paths.ts';
import { TextStore } from '../text/text-store.ts';
import type { Finding, Verification, VerifiedPart } from './findings.ts';
import { verifyCatalogue } from './verify-catalogue.ts';
import { verifyJournal } from './verify-journal.ts';
import { verifySealed } from './verify-sealed.ts';
import { verifyTexts } from './verify-texts.ts';

/**
 * Proves a project's folder: journal, snapshots, texts, every passage, references between records, catalogue and suggestions. Takes no
 * lock, changes nothing. Throws `CodedError` `not-a-project`, `damaged` where there is nothing to prove, and what `progress`
 * throws. Cost: everything in the folder but the originals, once.
 */
export async function verifyProject(
  folder: string,
  progress: (part: VerifiedPart, done: number, total: number) => void,
): Promise<Verification> {
  const paths = projectPaths(folder);
  const { id } = await readProjectFile(paths);
  const isOpen = await isLockHeld(paths.lock);
  const journal = await verifyJournal(paths, isOpen, (done, total) =>
    progress('journal', done, total),
  );
  // Of a damaged journal a snapshot may know more.
  const read = journal.isWhole
    ? journal.records
    : await readProjectRecords({ ...paths, sequence: Number.MAX_SAFE_INTEGER });
  const records = recordSourceOf(read.values());
  const texts = await verifyTexts(records, new TextStore(paths.texts), (done, total) =>
    progress('texts', done, total),
  );
  progress('catalogue', 0, 2);
  const catalogue = await verifyCatalogue(paths.catalogue, {
    ...{ isOpen, projectId: id, lastSequence: journal.lastSequence },
  });
  const pending = await readPending(paths.exchange);
  const suggestions = verifySealed(paths.suggestions, 'suggestions', isOpen);
  return {
    findings: [
      ...journal.findings,
      ...catalogue.missing,
      ...texts.findings,
      ...verifyReferences(records),
      ...catalogue.findings,
      ...suggestions.findings,
    ],
    remarks: [
      ...(pending === null ? [] : [pendingSentence(pending.name)]),
      ...journal.remarks,
      ...catalogue.remarks,
      ...suggestions.remarks,
    ],
    counts: {
      journal: journal.entries,
      snapshots: journal.snapshots,
      texts: texts.texts,
      quotations: texts.passages,
      references: records.all.size,
      catalogue: catalogue.isProven ? 1 : 0,
      suggestions: suggestions.isProven ? 1 : 0,
    },
  };
}

/** Records that name others which are not there. */
function verifyReferences(records: RecordSource): readonly Finding[] {
  const findings: Finding[] = [];
  for (const record of records.all.values()) {
    // What a decision was about may be gone; it only keeps a suggestion away.
    if (record.kind === 'decision') continue;
    const needed = [...requiredIds(record), ...(tagIdsOf(record) ?? [])];
    const gone = needed.filter((id) => !records.all.has(id));
    if (gone.length === 0) continue;
    findings.push({
      part: 'references',
      where: `${record.kind} ${record.id}`,
      message: `It names what is not there: ${gone.join(', ')}.`,
    });
  }
  return findings;
}
