import { addAnnotation } from '../../../app/annotation/annotation-diffs.ts';
import type { Maker } from '../../../app/base/maker.ts';
import { addClaim } from '../../../app/claim/claim-diffs.ts';
import { fileAll } from '../../../app/claim/file-all.ts';
import type { Diff } from '../../../app/record/diff.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { AnnotationRecord, ClaimRecord, Stance } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { undoDiff } from '../../../app/record/undo-diff.ts';
import { RecordIndex } from '../../../renderer/store/record-index.ts';
import { contentsOf, firstRecords } from '../../support/random-commands.ts';
import { countingMaker, samplePassage } from '../../support/records.ts';

/** A project of some articles in memory, to make claims in. */
export class ClaimsProject {
  readonly maker: Maker = countingMaker();
  readonly records = new RecordIndex();

  constructor(articles = 3) {
    this.act({ added: firstRecords(this.maker, articles), updated: [], removed: [] });
  }

  act(diff: Diff): void {
    this.records.apply(diff);
  }

  /** Does a change, takes it back and says whether everything is as it was; then it is done again. */
  actAndCheckUndo(diff: Diff): boolean {
    const before = contentsOf(this.records.all);
    this.act(diff);
    const undo = undoDiff(this.records.all, diff, this.maker);
    if (undo === null) return false;
    this.act(undo);
    const same = contentsOf(this.records.all) === before;
    const redo = undoDiff(this.records.all, undo, this.maker);
    if (redo === null) return false;
    this.act(redo);
    return same;
  }

  annotate(article = 0, start = 10): AnnotationRecord {
    const record = this.records.list('article')[article];
    if (record === undefined) throw new Error('There is no such article.');
    const made = addAnnotation(this.maker, record, samplePassage(record.revisionId, start));
    this.act(made.diff);
    return made.annotation;
  }

  claim(wording: string, fields: Partial<ClaimRecord> = {}): ClaimRecord {
    const made = addClaim(this.maker, this.records, { wording, speaker: null, status: 'open' });
    const claim = { ...made.claim, ...fields };
    const added = made.diff.added.map((record) => (record.id === claim.id ? claim : record));
    this.act({ ...made.diff, added });
    return claim;
  }

  file(claim: ClaimRecord, annotations: readonly AnnotationRecord[], stance: Stance): void {
    this.act(fileAll(this.maker, this.records, this.now(claim.id), annotations, stance));
  }

  /** A claim as it is now. */
  now(id: ClaimId): ClaimRecord {
    const claim = this.records.get('claim', id);
    if (claim === null) throw new Error('The claim is gone.');
    return claim;
  }
}

/** A document of one paragraph. */
export function paragraph(...content: readonly RichTextNode[]): RichTextNode {
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}

export function words(text: string): RichTextNode {
  return { type: 'text', text };
}
