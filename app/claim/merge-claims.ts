import { RecordEdits } from '../annotation/record-edits.ts';
import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { ClaimId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ClaimQuestion, ClaimRecord, LinkRecord } from '../record/records.ts';
import type { RichTextNode } from '../record/rich-text.ts';
import { claimTree } from './claim-tree.ts';
import { placeClaims } from './place-claims.ts';
import { redirectClaims, redirected } from './redirect-claim.ts';

/**
 * Makes one claim of several (rule Q8). `gone` in the order in which they give what the survivor lacks. Cost: the evidence,
 * silences, links and mentions of all of them.
 */
export function mergeClaims(
  maker: Maker,
  source: RecordSource,
  survivor: ClaimRecord,
  gone: readonly ClaimRecord[],
): Diff {
  const leaving = gone.filter(({ id }) => id !== survivor.id);
  const ids = new Set(leaving.map(({ id }) => id));
  const edits = new RecordEdits(maker);
  uniteEvidence(edits, source, survivor, leaving);
  uniteLinks(edits, source, survivor, ids);
  uniteChildren(edits, source, survivor, ids);
  redirectClaims(edits, source, ids, survivor.id);
  edits.patch(survivor, unitedFields(survivor, leaving, ids));
  for (const claim of leaving) edits.remove(claim);
  return edits.diff();
}

/** The same annotation once, with the stance it had first; no article is silent that has a passage. */
function uniteEvidence(
  edits: RecordEdits,
  source: RecordSource,
  survivor: ClaimRecord,
  leaving: readonly ClaimRecord[],
): void {
  const filed = new Set(source.evidenceOf(survivor.id).map(({ annotationId }) => annotationId));
  for (const evidence of leaving.flatMap(({ id }) => source.evidenceOf(id))) {
    if (filed.has(evidence.annotationId)) edits.remove(evidence);
    else edits.patch(evidence, { claimId: survivor.id });
    filed.add(evidence.annotationId);
  }
  const spoken = new Set<string | undefined>(
    [...filed].map((id) => source.get('annotation', id)?.articleId),
  );
  const silent = new Set<string>();
  for (const silence of [survivor, ...leaving].flatMap(({ id }) => source.silencesOf(id))) {
    if (spoken.has(silence.articleId) || silent.has(silence.articleId)) edits.remove(silence);
    else if (silence.claimId !== survivor.id) edits.patch(silence, { claimId: survivor.id });
    silent.add(silence.articleId);
  }
}

/**
 * Links go over to the survivor; those that would link it with itself, or say again what one says, are removed. The one that
 * says it takes their note if it has none (rule L3).
 */
function uniteLinks(
  edits: RecordEdits,
  source: RecordSource,
  survivor: ClaimRecord,
  ids: ReadonlySet<ClaimId>,
): void {
  const isGone = (id: string): boolean => ids.has(id as ClaimId);
  const into = (id: string): string => (isGone(id) ? survivor.id : id);
  const said = new Map<string, LinkRecord>();
  const noted = new Set<string>();
  const key = (link: LinkRecord, from: string, to: string): string => {
    const symmetric = source.get('linkType', link.typeId)?.symmetric === true;
    const ends = symmetric && to < from ? [to, from] : [from, to];
    return [link.typeId, ...ends].join(' ');
  };
  for (const link of source.linksAt(survivor.id)) {
    if (!isGone(link.from) && !isGone(link.to.id)) said.set(key(link, link.from, link.to.id), link);
  }
  const moved = new Map(
    [...ids].flatMap((id) => source.linksAt(id)).map((link) => [link.id, link]),
  );
  for (const link of moved.values()) {
    const [from, to] = [into(link.from), into(link.to.id)];
    const says = key(link, from, to);
    const twin = said.get(says);
    if (from === to || twin !== undefined) {
      edits.remove(link);
      if (from === to || twin === undefined || link.note === undefined) continue;
      if (twin.note !== undefined || noted.has(twin.id)) continue;
      edits.patch(twin, { note: link.note });
      noted.add(twin.id);
      continue;
    }
    said.set(says, link);
    if (isGone(link.from)) edits.patch(link, { from: survivor.id });
    if (isGone(link.to.id)) edits.patch(link, { to: { kind: 'claim', id: survivor.id } });
  }
}

/** Claims below those that go come below the survivor, but for the survivor itself and what is above it. */
function uniteChildren(
  edits: RecordEdits,
  source: RecordSource,
  survivor: ClaimRecord,
  ids: ReadonlySet<ClaimId>,
): void {
  const claims = source.list('claim');
  const tree = claimTree(claims);
  const onWay = new Set(tree.path(survivor.id).map(({ id }) => id));
  const stays = ({ id }: ClaimRecord): boolean => !ids.has(id);
  const below: ClaimRecord[] = [];
  for (const claim of tree.inOrder.filter(({ id }) => ids.has(id))) {
    const children = tree.children(claim.id).filter(stays);
    const stepUp = children.filter(({ id }) => onWay.has(id));
    if (stepUp.length > 0) {
      const parent = tree.path(claim.id).toReversed().find(stays) ?? null;
      // Where the topmost of those that go above it stands.
      const top = tree.path(claim.id).find((one) => tree.parent(one.id) === parent) ?? claim;
      const siblings = tree.children(parent?.id ?? null);
      const next = siblings.slice(siblings.indexOf(top) + 1).find(stays);
      placeClaims(
        edits,
        claims,
        stepUp,
        { parentId: parent?.id ?? null, before: next?.id ?? null },
        ids,
      );
    }
    below.push(...children.filter(({ id }) => !onWay.has(id)));
  }
  if (below.length > 0) {
    placeClaims(edits, claims, below, { parentId: survivor.id, before: null }, ids);
  }
}

/** What the survivor says of itself afterwards: its own word where it has one, lists put together. */
function unitedFields(
  survivor: ClaimRecord,
  leaving: readonly ClaimRecord[],
  ids: ReadonlySet<ClaimId>,
): Partial<ClaimRecord> {
  const all = [survivor, ...leaving];
  const speaking = all.find(({ speaker, speakerId }) => speakerId || speaker !== null) ?? survivor;
  const dated = all.find(({ saidOn }) => saidOn !== null) ?? survivor;
  const first = <Value>(said: (claim: ClaimRecord) => Value | null | undefined): Value | null =>
    all.map(said).find((value) => value !== null && value !== undefined) ?? null;
  const tagIds = [...new Set(all.flatMap((claim) => claim.tagIds))];
  const questions = unitedQuestions(all.flatMap((claim) => claim.questions ?? []));
  return {
    ...(speaking !== survivor && {
      speaker: speaking.speaker,
      speakerId: speaking.speakerId ?? null,
    }),
    ...(dated !== survivor && { saidOn: dated.saidOn, saidUntil: dated.saidUntil ?? null }),
    ...(survivor.place ? {} : { place: first(({ place }) => place) }),
    ...(survivor.importance ? {} : { importance: first(({ importance }) => importance) }),
    ...(survivor.confidence === null && { confidence: first(({ confidence }) => confidence) }),
    ...(tagIds.length > survivor.tagIds.length && { tagIds }),
    ...(questions.length > (survivor.questions ?? []).length && { questions }),
    note: unitedNote(survivor, leaving, ids),
  };
}

/** Each question once, with the first answer that was given. */
function unitedQuestions(questions: readonly ClaimQuestion[]): readonly ClaimQuestion[] {
  const united = new Map<string, ClaimQuestion>();
  for (const asked of questions) {
    const known = united.get(asked.question);
    if (known === undefined || (known.answer === '' && asked.answer !== '')) {
      united.set(asked.question, asked);
    }
  }
  return [...united.values()];
}

/** The survivor's note, then of each claim that goes its wording, where that is another one, and its note. */
function unitedNote(
  survivor: ClaimRecord,
  leaving: readonly ClaimRecord[],
  ids: ReadonlySet<ClaimId>,
): RichTextNode | null {
  const contentOf = (note: RichTextNode | null): readonly RichTextNode[] => {
    const text = note === null ? null : redirected(note, ids, survivor.id);
    return (text?.content ?? []).filter(({ content }) => content !== undefined);
  };
  const added = leaving.flatMap((claim) => [
    ...(claim.wording === survivor.wording ? [] : [wordingOf(claim)]),
    ...contentOf(claim.note),
  ]);
  if (added.length === 0) {
    return survivor.note === null ? null : redirected(survivor.note, ids, survivor.id);
  }
  return { type: 'doc', content: [...contentOf(survivor.note), ...added] };
}

function wordingOf({ number, wording }: ClaimRecord): RichTextNode {
  const text = `C${number}, merged into this claim, said: ${wording.replace(/\s+/gu, ' ')}`;
  return { type: 'paragraph', content: [{ type: 'text', text }] };
}
