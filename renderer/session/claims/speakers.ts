import { foldTagName } from '../../../app/annotation/fold-tag-name.ts';
import {
  editSpeaker,
  findSpeaker,
  mergeSpeakers,
  newSpeaker,
  removeSpeaker,
  type SpeakerFields,
  setSpeaker,
  speakerFromName,
} from '../../../app/claim/speaker-diffs.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import type { SpeakerId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ClaimRecord, SpeakerRecord } from '../../../app/record/records.ts';
import { countOf } from '../article-list.ts';
import type { Session } from '../session.ts';

/** For the screens. */
export { findSpeaker } from '../../../app/claim/speaker-diffs.ts';

/** A name that is only written into claims, and into how many. */
export interface SpeakerText {
  readonly name: string;
  readonly claims: number;
}

/** How many claims each speaker makes, and the names that are text only, most used first. */
export interface SpeakerUse {
  readonly claims: ReadonlyMap<SpeakerId, number>;
  readonly texts: readonly SpeakerText[];
}

const uses = new WeakMap<readonly ClaimRecord[], SpeakerUse>();

/** Kept with the list of claims. Cost: all claims, once for a list. */
export function speakerUse(claims: readonly ClaimRecord[]): SpeakerUse {
  const known = uses.get(claims);
  if (known !== undefined) return known;
  const byId = new Map<SpeakerId, number>();
  const texts = new Map<string, { readonly name: string; claims: number }>();
  for (const { speaker, speakerId } of claims) {
    if (speakerId) byId.set(speakerId, (byId.get(speakerId) ?? 0) + 1);
    else if (speaker !== null) {
      const folded = foldTagName(speaker);
      const text = texts.get(folded) ?? { name: speaker, claims: 0 };
      text.claims += 1;
      texts.set(folded, text);
    }
  }
  const use = {
    claims: byId,
    texts: [...texts.values()].sort((one, other) => other.claims - one.claims),
  };
  uses.set(claims, use);
  return use;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Every speaker by name. */
export function speakersInOrder(speakers: readonly SpeakerRecord[]): readonly SpeakerRecord[] {
  return [...speakers].sort((one, other) => collator.compare(one.name, other.name));
}

/** A name that can be chosen for what was typed. */
export interface SpeakerChoice {
  readonly name: string;
  /** What tells it from others: its office, or the other name that matches. Empty: nothing. */
  readonly detail: string;
}

/** How many names are offered at once; more typing finds the others. */
const offered = 40;

/**
 * The speakers, and names in claims, of which a name holds what was typed; those that begin so first. Cost: all speakers, and
 * all claims once for a list.
 */
export function matchSpeakers(records: RecordSource, typed: string): readonly SpeakerChoice[] {
  const wanted = foldTagName(typed);
  const speakers = records.list('speaker');
  const taken = new Set(
    speakers.flatMap(({ name, aliases }) => [name, ...aliases].map(foldTagName)),
  );
  const known: readonly (SpeakerChoice & { readonly names: readonly string[] })[] = [
    ...speakersInOrder(speakers).map(({ name, aliases, description }) => ({
      name,
      detail: description,
      names: [name, ...aliases],
    })),
    ...speakerUse(records.list('claim'))
      .texts.filter(({ name }) => !taken.has(foldTagName(name)))
      .map(({ name }) => ({ name, detail: '', names: [name] })),
  ];
  const ranked = known.flatMap(({ name, detail, names }) => {
    const found = names.find((one) => foldTagName(one).includes(wanted));
    if (found === undefined) return [];
    const starts = foldTagName(found).startsWith(wanted);
    const also = found === name ? detail : `also called ${found}`;
    return [{ choice: { name, detail: also }, rank: starts ? 0 : 1 }];
  });
  return ranked
    .sort((one, other) => one.rank - other.rank)
    .slice(0, offered)
    .map(({ choice }) => choice);
}

/** Says who makes a claim, by name; an unknown name makes a speaker (rule Q1). */
export function changeSpeaker(session: Session, claim: ClaimRecord, name: string): void {
  const { store } = session;
  const diff = setSpeaker(store.maker, store.records, claim, name);
  if (isEmptyDiff(diff)) return;
  store.commit(`Edit claim C${claim.number}`, diff);
  const [made] = diff.added;
  if (made?.kind === 'speaker') session.say(`Made the speaker “${made.name}”.`);
}

export function openSpeakers(session: Session, speakerId: SpeakerId | null = null): void {
  session.openDialog({ kind: 'speakers', speakerId });
}

/** Makes a speaker of a name. Gives back its id, or that of the one who is called so already. */
export function addSpeaker(session: Session, name: string): SpeakerId | null {
  const { store } = session;
  if (name.trim() === '') return null;
  const known = findSpeaker(store.records.list('speaker'), name);
  if (known !== null) {
    session.say(`“${known.name}” is called so already.`);
    return known.id;
  }
  const speaker = newSpeaker(store.maker, name);
  store.commit(`Make the speaker “${speaker.name}”`, {
    added: [speaker],
    updated: [],
    removed: [],
  });
  session.say(`Made the speaker “${speaker.name}”.`);
  return speaker.id;
}

/** Makes a speaker of a name that claims have as text. */
export function adoptSpeaker(session: Session, name: string): void {
  const { store } = session;
  const diff = speakerFromName(store.maker, store.records, name);
  if (isEmptyDiff(diff)) return;
  store.commit(`Make “${name}” a speaker`, diff);
  session.say(`“${name}” is a speaker of ${countOf(diff.updated.length, 'claim')} now.`);
}

/** What is wrong with a speaker's name; `null`: nothing. */
export function objectionToName(
  session: Session,
  speaker: SpeakerRecord,
  name: string,
): string | null {
  const edited = editSpeaker(session.store.maker, session.store.records, speaker, { name });
  return edited.ok ? null : edited.error.message;
}

/** Changes what is said of a speaker. */
export function changeSpeakerFields(
  session: Session,
  speaker: SpeakerRecord,
  patch: Partial<SpeakerFields>,
): void {
  const { store } = session;
  const edited = editSpeaker(store.maker, store.records, speaker, patch);
  if (!edited.ok) {
    session.say(edited.error.message);
    return;
  }
  if (isEmptyDiff(edited.value)) return;
  store.commit(`Edit the speaker “${patch.name?.trim() || speaker.name}”`, edited.value);
}

/** Makes one of several speakers; one step for undo. */
export function uniteSpeakers(
  session: Session,
  survivor: SpeakerRecord,
  gone: readonly SpeakerRecord[],
): void {
  const { store } = session;
  const diff = mergeSpeakers(store.maker, store.records, survivor, gone);
  if (diff.removed.length === 0) return;
  store.commit(
    `Merge ${countOf(diff.removed.length + 1, 'speaker')} into “${survivor.name}”`,
    diff,
  );
  session.say(`“${survivor.name}” has their claims and their names now. Undo parts them.`);
}

/** Removes a speaker; its claims keep the name as text. */
export function deleteSpeaker(session: Session, speaker: SpeakerRecord): void {
  const { store } = session;
  const diff = removeSpeaker(store.maker, store.records, speaker);
  store.commit(`Remove the speaker “${speaker.name}”`, diff);
  const { length } = diff.updated;
  const kept = length === 0 ? '' : ` ${countOf(length, 'claim')} keep the name as text.`;
  session.say(`Removed the speaker “${speaker.name}”.${kept} Undo brings it back.`);
}
