import type { Instant, RevisionHash } from '../../../app/base/brand.ts';
import { checkCitations } from '../../../app/brief/check-citations.ts';
import type { CitationProblem } from '../../../app/brief/citation-problem.ts';
import { bundleRecords } from '../../../app/brief/cited-records.ts';
import { gatherBrief } from '../../../app/brief/gather-brief.ts';
import type { PlacedPassage } from '../../../app/brief/matrix-table.ts';
import { type Quotation, resolveQuotation } from '../../../app/brief/resolve-quotation.ts';
import type { BriefBundle, ComposedBrief } from '../../../app/record/brief-bundle.ts';
import type { AnnotationId } from '../../../app/record/ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import type { Session } from '../session.ts';

/** The passages of a matrix, each compared with its text; or those that may not be printed. */
export type CheckedMatrix =
  | { readonly ok: true; quotation(id: AnnotationId): Quotation }
  | { readonly ok: false; readonly problems: readonly CitationProblem[] };

/**
 * Compares every passage with the text of its revision, as the export of a brief does (rules C2 and C3). Cost: the texts
 * that are cited, one after the other, and a comparison for each passage.
 */
export async function checkMatrix(
  session: Session,
  placed: readonly PlacedPassage[],
): Promise<CheckedMatrix> {
  const ids = new Set(placed.map(({ passage }) => passage.annotation.id));
  const cited = [...ids].map((annotationId) => ({
    type: 'inline_citation',
    attrs: { annotationId },
  }));
  const bundle = matrixBundle(session, 'Matrix', [{ type: 'paragraph', content: cited }]);
  const texts = new Map<RevisionHash, string>();
  for (const { hash } of bundle.revisions) {
    if (texts.has(hash)) continue;
    // A text that can't be read is a problem of each passage from it.
    const read = await session.store.texts.read(hash).catch(() => null);
    if (read !== null) texts.set(hash, read.text);
  }
  const problems = checkCitations(bundle, texts);
  if (problems.length > 0) return { ok: false, problems };
  const records = bundleRecords(bundle);
  return {
    ok: true,
    quotation(id) {
      const resolved = resolveQuotation(records, id);
      if (!resolved.ok) throw new RangeError(resolved.error.message);
      return resolved.value;
    },
  };
}

/**
 * Content with the records that its citations lead to, as a brief that is nowhere kept. Its date is that of the latest
 * change of a record in it, so that the same matrix is exported as the same bytes (rule C5).
 */
export function matrixBundle(
  session: Session,
  title: string,
  content: readonly RichTextNode[],
): BriefBundle {
  const { maker } = session.store;
  const brief = newRecord(maker, 'brief', { title, content: { type: 'doc', content } });
  const bundle = gatherBrief(session.store.records, brief);
  let modifiedAt = '1970-01-01T00:00:00.000Z' as Instant;
  for (const record of [...bundle.annotations, ...bundle.claims, ...bundle.evidence]) {
    if (record.modifiedAt > modifiedAt) ({ modifiedAt } = record);
  }
  const dated: ComposedBrief = { ...bundle.brief, createdAt: modifiedAt, modifiedAt };
  return { ...bundle, brief: dated };
}
