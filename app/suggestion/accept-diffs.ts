import { type ArticlePassage, annotatePassages } from '../annotation/annotate-passages.ts';
import { addTag } from '../annotation/annotation-diffs.ts';
import type { Maker } from '../base/maker.ts';
import type { Result } from '../base/result.ts';
import { failure, success } from '../base/result.ts';
import { addClaim, editClaim } from '../claim/claim-diffs.ts';
import { fileAll } from '../claim/file-all.ts';
import { speakerOf } from '../claim/speaker-diffs.ts';
import { addLink } from '../link/link-diffs.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff, squashDiffs } from '../record/diff.ts';
import type { ClaimId, LinkTypeId, TagId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { AnnotationRecord, ClaimRecord, Stance } from '../record/records.ts';

/** A passage that becomes evidence, and how it speaks of the claim. */
export interface StatedPassage extends ArticlePassage {
  readonly stance: Stance;
}

/** What the analyst says of a claim that is made of a suggestion. */
export interface SuggestedClaim {
  readonly wording: string;
  /** A name; empty: not stated. The speaker of that name is taken, or made. */
  readonly speaker: string;
  /** Empty: not stated. */
  readonly place: string;
}

/** Highlights passages, with tags; those that are highlighted already get the tags. */
export function markPassages(
  maker: Maker,
  source: RecordSource,
  passages: readonly ArticlePassage[],
  tagIds: readonly TagId[],
): { readonly annotations: readonly AnnotationRecord[]; readonly diff: Diff } {
  const marked = annotatePassages(maker, source, passages);
  let { diff } = marked;
  const annotations = marked.annotations.map((annotation) => {
    let tagged = annotation;
    for (const tagId of tagIds) {
      const change = addTag(maker, tagged, tagId);
      const [after] = change.updated[0]?.slice(1) ?? [];
      if (after?.kind !== 'annotation') continue;
      diff = squashDiffs(diff, change);
      tagged = after;
    }
    return tagged;
  });
  return { annotations, diff };
}

/**
 * Links two passages, highlighting what is not. A link of that type between them is no failure: what was wanted is there.
 * Fails with `same` if both are one highlight.
 */
export function linkPassages(
  maker: Maker,
  source: RecordSource,
  passages: readonly [from: ArticlePassage, to: ArticlePassage],
  typeId: LinkTypeId,
  tagIds: readonly TagId[],
): Result<Diff, 'same'> {
  const { annotations, diff } = markPassages(maker, source, passages, tagIds);
  const [from, to] = annotations;
  if (from === undefined || to === undefined) {
    return failure('same', 'One of the two articles is not in the project any more.');
  }
  const made = addLink(
    maker,
    source,
    { kind: 'annotation', id: from.id },
    { kind: 'annotation', id: to.id },
    typeId,
  );
  if (made.ok) return success(squashDiffs(diff, made.value.diff));
  return made.error.code === 'known' ? success(diff) : failure('same', made.error.message);
}

/** Makes a claim with passages as its evidence, highlighting what is not. */
export function claimPassages(
  maker: Maker,
  source: RecordSource,
  passages: readonly StatedPassage[],
  draft: SuggestedClaim,
  tagIds: readonly TagId[],
): { readonly claim: ClaimRecord; readonly diff: Diff } {
  const { annotations, diff: marked } = markPassages(maker, source, passages, tagIds);
  const { fields, added } = speakerOf(maker, source, draft.speaker);
  const made = addClaim(maker, source, { wording: draft.wording, status: 'open', ...fields });
  const place = draft.place.trim();
  const said = place === '' ? emptyDiff : editClaim(maker, made.claim, { place });
  const claimDiff = squashDiffs({ ...made.diff, added: [...added, ...made.diff.added] }, said);
  const filed = fileByStance(maker, source, made.claim, annotations, passages);
  return { claim: made.claim, diff: squashDiffs(marked, squashDiffs(claimDiff, filed)) };
}

/** Files passages under a claim that is there, highlighting what is not. */
export function filePassages(
  maker: Maker,
  source: RecordSource,
  claimId: ClaimId,
  passages: readonly StatedPassage[],
  tagIds: readonly TagId[],
): Diff {
  const claim = source.get('claim', claimId);
  if (claim === null) return emptyDiff;
  const { annotations, diff } = markPassages(maker, source, passages, tagIds);
  return squashDiffs(diff, fileByStance(maker, source, claim, annotations, passages));
}

function fileByStance(
  maker: Maker,
  source: RecordSource,
  claim: ClaimRecord,
  annotations: readonly AnnotationRecord[],
  passages: readonly StatedPassage[],
): Diff {
  const byStance = new Map<Stance, Map<string, AnnotationRecord>>();
  for (const annotation of annotations) {
    const { passage } = annotation;
    const stance =
      passages.find(
        (one) =>
          one.articleId === annotation.articleId &&
          one.passage.revisionId === passage.revisionId &&
          one.passage.start === passage.start &&
          one.passage.end === passage.end,
      )?.stance ?? 'asserts';
    const list = byStance.get(stance) ?? new Map<string, AnnotationRecord>();
    byStance.set(stance, list.set(annotation.id, annotation));
  }
  const taken = new Set<string>();
  const parts = [...byStance].map(([stance, list]) =>
    fileAll(maker, source, claim, [...list.values()], stance),
  );
  return {
    added: parts.flatMap(({ added }) => added),
    updated: parts.flatMap(({ updated }) => updated),
    // Two parts take back the same silence where an article has passages of both.
    removed: parts
      .flatMap(({ removed }) => removed)
      .filter(({ id }) => !taken.has(id) && taken.add(id)),
  };
}
