import { foldTagName } from '../../../app/annotation/fold-tag-name.ts';
import { findTag, newTag } from '../../../app/annotation/tag-diffs.ts';
import { type EditableClaimField, editClaim } from '../../../app/claim/claim-diffs.ts';
import {
  askQuestion,
  editQuestion,
  questionsOf,
  removeQuestion,
} from '../../../app/claim/claim-questions.ts';
import { readSaidOn, writeSaidOn } from '../../../app/claim/said-on.ts';
import { type Diff, isEmptyDiff } from '../../../app/record/diff.ts';
import type { TagId } from '../../../app/record/ids.ts';
import type {
  ClaimQuestion,
  ClaimRecord,
  Importance,
  TagRecord,
} from '../../../app/record/records.ts';
import type { Session } from '../session.ts';

/** For the screens. */
export { questionsOf } from '../../../app/claim/claim-questions.ts';
export { writeSaidOn } from '../../../app/claim/said-on.ts';

/** The steps of importance as lists name them, least first. */
export const importances: readonly string[] = ['not judged', 'little', 'some', 'much'];

/** Changes one field of a claim; the same value is no change. */
export function changeClaim<Field extends EditableClaimField>(
  session: Session,
  claim: ClaimRecord,
  field: Field,
  value: ClaimRecord[Field],
): void {
  if ((claim[field] ?? null) === (value ?? null)) return;
  const patch = { [field]: value } as unknown as Pick<ClaimRecord, Field>;
  commitEdit(session, claim, editClaim(session.store.maker, claim, patch));
}

/** What is wrong with when something was said, as it was written (rule Q2); `null`: nothing. */
export function objectionToSaidOn(text: string): string | null {
  const said = readSaidOn(text);
  return said.ok ? null : said.error.message;
}

/** Sets when a claim was made, from what the analyst wrote; empty: not known. */
export function changeSaidOn(session: Session, claim: ClaimRecord, text: string): void {
  const said = readSaidOn(text);
  if (!said.ok || writeSaidOn(said.value) === writeSaidOn(claim)) return;
  commitEdit(session, claim, editClaim(session.store.maker, claim, said.value));
}

/** A claim's confidence as it is written: "40 %"; empty where not judged. */
export function writeConfidence(claim: ClaimRecord): string {
  return claim.confidence === null ? '' : `${Math.round(claim.confidence * 100)} %`;
}

/** What is wrong with a confidence as it was written (rule Q3); `null`: nothing. */
export function objectionToConfidence(text: string): string | null {
  return readConfidence(text) === undefined ? 'Write a whole number from 0 to 100.' : null;
}

export function changeConfidence(session: Session, claim: ClaimRecord, text: string): void {
  const confidence = readConfidence(text);
  if (confidence !== undefined) changeClaim(session, claim, 'confidence', confidence);
}

/** 0 to 1; `null`: not judged; `undefined`: not to be understood. */
function readConfidence(text: string): number | null | undefined {
  const written = text.replace(/[\s%]+/gu, '');
  if (written === '') return null;
  const percent = /^\d{1,3}$/.test(written) ? Number(written) : Number.NaN;
  return percent <= 100 ? percent / 100 : undefined;
}

/** Sets how much hangs on a claim, by its word among `importances`. */
export function changeImportance(session: Session, claim: ClaimRecord, word: string): void {
  const step = importances.indexOf(word);
  changeClaim(session, claim, 'importance', step < 1 ? null : (step as Importance));
}

/** The word for how much hangs on a claim. */
export function importanceWord(claim: ClaimRecord): string {
  return importances[claim.importance ?? 0] ?? '';
}

/** Puts the tag of a name on a claim or takes it off; makes it first if there is none. */
export function tagClaimByName(
  session: Session,
  claim: ClaimRecord,
  name: string,
  chosen: TagRecord | null,
): void {
  const { store } = session;
  const tags = store.records.list('tag');
  const known = chosen ?? findTag(tags, name);
  if (known !== null && claim.tagIds.includes(known.id)) {
    untagClaim(session, claim, known.id);
    return;
  }
  if (foldTagName(name) === '' && known === null) return;
  const tag = known ?? newTag(store.maker, name, tags);
  const diff = editClaim(store.maker, claim, { tagIds: [...claim.tagIds, tag.id] });
  const added = known === null ? [tag] : [];
  store.commit(`Tag C${claim.number} as “${tag.name}”`, { ...diff, added });
  session.say(`Tagged C${claim.number} as “${tag.name}”.`);
}

export function untagClaim(session: Session, claim: ClaimRecord, tagId: TagId): void {
  const { store } = session;
  const name = store.records.get('tag', tagId)?.name ?? 'tag';
  const tagIds = claim.tagIds.filter((id) => id !== tagId);
  store.commit(`Take “${name}” off C${claim.number}`, editClaim(store.maker, claim, { tagIds }));
  session.say(`Took “${name}” off C${claim.number}.`);
}

/** Asks a question to a claim. */
export function addQuestion(session: Session, claim: ClaimRecord, text: string): void {
  const diff = askQuestion(session.store.maker, claim, text);
  if (isEmptyDiff(diff)) return;
  session.store.commit(`Ask a question to C${claim.number}`, diff);
  session.say('Asked the question.');
}

/** Rewords a question or answers it. `index` counts from 0. */
export function changeQuestion(
  session: Session,
  claim: ClaimRecord,
  index: number,
  patch: Partial<ClaimQuestion>,
): void {
  const what = patch.answer === undefined ? 'Reword' : 'Answer';
  const diff = editQuestion(session.store.maker, claim, index, patch);
  if (!isEmptyDiff(diff)) session.store.commit(`${what} a question to C${claim.number}`, diff);
}

export function giveUpQuestion(session: Session, claim: ClaimRecord, index: number): void {
  const asked = questionsOf(claim)[index];
  if (asked === undefined) return;
  const diff = removeQuestion(session.store.maker, claim, index);
  session.store.commit(`Remove a question to C${claim.number}`, diff);
  session.say(`Removed the question “${asked.question}”. Undo brings it back.`);
}

function commitEdit(session: Session, claim: ClaimRecord, diff: Diff): void {
  session.store.commit(`Edit claim C${claim.number}`, diff);
}
