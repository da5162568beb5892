import { type ClaimRemoval, countRemoval, removeClaim } from '../../../app/claim/claim-diffs.ts';
import { claimTree } from '../../../app/claim/claim-tree.ts';
import { mergeClaims } from '../../../app/claim/merge-claims.ts';
import { type ClaimPlace, moveClaim } from '../../../app/claim/place-claims.ts';
import { splitClaim } from '../../../app/claim/split-claim.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import type { ClaimId, EvidenceId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';

/** The claim that a claim is part of; `null`: none. Cost: constant, once the tree of the list is made. */
export function parentClaim(records: RecordSource, id: ClaimId): ClaimRecord | null {
  return claimTree(records.list('claim')).parent(id);
}

/** The claims right below one, in their order. The same list until a claim changes. */
export function childClaims(records: RecordSource, id: ClaimId): readonly ClaimRecord[] {
  return claimTree(records.list('claim')).children(id);
}

/** The claims that a claim can be part of: all but itself and what is below it, in the order of the list. */
export function possibleParents(records: RecordSource, id: ClaimId): readonly ClaimRecord[] {
  const tree = claimTree(records.list('claim'));
  const below = new Set(tree.subtree(id).map((claim) => claim.id));
  return tree.inOrder.filter((claim) => !below.has(claim.id));
}

/** Puts a claim below another, or at the top, as the last there. */
export function putBelow(session: Session, claim: ClaimRecord, parentId: ClaimId | null): void {
  place(session, claim, { parentId, before: null });
}

/** Where the keys move a claim to: a step up or down among its neighbours, below the one above it, or out. */
export type ClaimStep = 'up' | 'down' | 'in' | 'out';

/** Moves a claim with all that are below it a step; says where that is not possible. */
export function stepClaim(session: Session, claim: ClaimRecord, step: ClaimStep): void {
  const tree = claimTree(session.store.records.list('claim'));
  const parent = tree.parent(claim.id);
  const parentId = parent?.id ?? null;
  const siblings = tree.children(parentId);
  const index = siblings.findIndex(({ id }) => id === claim.id);
  const before = siblings[index - 1];
  const refuse = (text: string): void => session.say(text);
  switch (step) {
    case 'up':
      if (before === undefined) refuse('It is the first here already.');
      else place(session, claim, { parentId, before: before.id });
      return;
    case 'down':
      if (siblings[index + 1] === undefined) refuse('It is the last here already.');
      else place(session, claim, { parentId, before: siblings[index + 2]?.id ?? null });
      return;
    case 'in':
      if (before === undefined) refuse('There is no claim above it that it could be part of.');
      else place(session, claim, { parentId: before.id, before: null });
      return;
    case 'out': {
      if (parent === null) {
        refuse('It is part of no other claim.');
        return;
      }
      const above = tree.parent(parent.id)?.id ?? null;
      const neighbours = tree.children(above);
      const next = neighbours[neighbours.findIndex(({ id }) => id === parent.id) + 1];
      place(session, claim, { parentId: above, before: next?.id ?? null });
    }
  }
}

function place(session: Session, claim: ClaimRecord, to: ClaimPlace): void {
  const { store } = session;
  const moved = moveClaim(store.maker, store.records.list('claim'), claim, to);
  if (!moved.ok) {
    session.say(moved.error.message);
    return;
  }
  if (isEmptyDiff(moved.value)) return;
  store.commit(`Move claim C${claim.number}`, moved.value);
  const parent = to.parentId === null ? null : store.records.get('claim', to.parentId);
  session.say(
    parent === null
      ? `Moved C${claim.number}.`
      : `Moved C${claim.number}: it is part of C${parent.number}.`,
  );
}

/** Makes one claim of several; one step for undo. Shows the one that is left. */
export function uniteClaims(
  session: Session,
  survivor: ClaimRecord,
  gone: readonly ClaimRecord[],
): void {
  const { store } = session;
  const leaving = gone.filter(({ id }) => id !== survivor.id);
  if (leaving.length === 0) return;
  const names = leaving.map(({ number }) => `C${number}`).join(', ');
  const diff = mergeClaims(store.maker, store.records, survivor, leaving);
  session.set({ claimId: survivor.id });
  store.commit(`Merge ${names} into C${survivor.number}`, diff);
  session.say(`Merged ${names} into C${survivor.number}. Undo parts them.`);
}

/** Makes a claim of part of another's evidence; one step for undo. Shows the new one. */
export function divideClaim(
  session: Session,
  claim: ClaimRecord,
  evidenceIds: ReadonlySet<EvidenceId>,
  wording: string,
): void {
  const { store } = session;
  const split = splitClaim(store.maker, store.records, claim, evidenceIds, wording);
  store.commit(`Split claim C${claim.number}`, split.diff);
  session.set({ claimId: split.claim.id });
  const went = countOf(evidenceIds.size, 'passage');
  session.say(`Made C${split.claim.number} of ${went} of C${claim.number}.`);
}

/** Removes a claim and says what went with it. */
export function deleteClaim(session: Session, claim: ClaimRecord): void {
  const { maker, records } = session.store;
  const counts = countRemoval(records, claim);
  session.set({ claimId: null });
  session.store.commit(`Remove claim C${claim.number}`, removeClaim(maker, records, claim));
  session.say(`Removed claim C${claim.number}${removalWords(counts)}. Undo brings it back.`);
}

/** " with 2 passages and 1 link; 3 claims below it moved up": what goes and what stays. Empty: nothing. */
function removalWords(counts: ClaimRemoval): string {
  const gone = [
    counts.evidence > 0 ? countOf(counts.evidence, 'passage') : null,
    counts.silences > 0 ? countOf(counts.silences, 'silence') : null,
    counts.links > 0 ? countOf(counts.links, 'link') : null,
  ].filter((part) => part !== null);
  const last = gone.pop();
  const list = last === undefined ? '' : [gone.join(', '), last].filter(Boolean).join(' and ');
  const stays = [
    counts.children > 0 ? `; ${countOf(counts.children, 'claim')} below it moved up` : '',
    counts.mentions > 0
      ? `; ${countOf(counts.mentions, 'note or brief', 'notes or briefs')} that mention it say so`
      : '',
  ].join('');
  return `${list === '' ? '' : ` with ${list}`}${stays}`;
}
