import { foldTagName } from '../annotation/fold-tag-name.ts';
import { RecordEdits } from '../annotation/record-edits.ts';
import type { Maker } from '../base/maker.ts';
import { failure, type Result, success } from '../base/result.ts';
import { type Diff, emptyDiff } from '../record/diff.ts';
import type { SpeakerId } from '../record/ids.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { ClaimRecord, SpeakerRecord } from '../record/records.ts';

/** What is said of a speaker. */
export type SpeakerFields = Pick<SpeakerRecord, 'name' | 'nature' | 'aliases' | 'description'>;

/**
 * The speaker of a name: who is called so, else who is also called so; case, accents and spaces aside (rule Q1). `null`: none.
 * Cost: all speakers.
 */
export function findSpeaker(
  speakers: readonly SpeakerRecord[],
  name: string,
): SpeakerRecord | null {
  const wanted = foldTagName(name);
  if (wanted === '') return null;
  return (
    speakers.find((speaker) => foldTagName(speaker.name) === wanted) ??
    speakers.find(({ aliases }) => aliases.some((alias) => foldTagName(alias) === wanted)) ??
    null
  );
}

/** Every claim that a speaker makes, by its record. Cost: all claims. */
function claimsBy(source: RecordSource, speakerId: SpeakerId): readonly ClaimRecord[] {
  return source.list('claim').filter((claim) => claim.speakerId === speakerId);
}

/** Makes a speaker. `name` must not be one that a speaker has, see `findSpeaker`. */
export function newSpeaker(
  maker: Maker,
  name: string,
  nature: SpeakerRecord['nature'] = 'person',
): SpeakerRecord {
  return newRecord(maker, 'speaker', {
    name: tidyName(name),
    nature,
    aliases: [],
    description: '',
  });
}

/**
 * Says who makes a claim, by name: the speaker who is called so, or a new one; an empty name, nobody that is stated. The
 * name is written into the claim as well, so that it stays should the record ever be missing.
 */
export function setSpeaker(
  maker: Maker,
  source: RecordSource,
  claim: ClaimRecord,
  name: string,
): Diff {
  const chosen = speakerOf(maker, source, name);
  const before = { speaker: claim.speaker, speakerId: claim.speakerId ?? null };
  if (before.speaker === chosen.fields.speaker && before.speakerId === chosen.fields.speakerId) {
    return emptyDiff;
  }
  const next = nextRecord(maker, claim, chosen.fields);
  return { added: chosen.added, updated: [[claim, next]], removed: [] };
}

/** The fields of a claim that a speaker of a name makes, and the speaker that has to be made for it. */
export function speakerOf(
  maker: Maker,
  source: RecordSource,
  name: string,
): {
  readonly fields: { readonly speaker: string | null; readonly speakerId: SpeakerId | null };
  readonly added: readonly SpeakerRecord[];
} {
  const tidy = tidyName(name);
  if (tidy === '') return { fields: { speaker: null, speakerId: null }, added: [] };
  const known = findSpeaker(source.list('speaker'), tidy);
  const speaker = known ?? newSpeaker(maker, tidy);
  return {
    fields: { speaker: speaker.name, speakerId: speaker.id },
    added: known === null ? [speaker] : [],
  };
}

/**
 * Makes a speaker of a name that is only written into claims: they, and all others that say it so, get the record. If there
 * is a speaker of that name by now, they get that one.
 */
export function speakerFromName(maker: Maker, source: RecordSource, name: string): Diff {
  const { fields, added } = speakerOf(maker, source, name);
  if (fields.speakerId === null) return emptyDiff;
  const wanted = foldTagName(name);
  const edits = new RecordEdits(maker);
  for (const speaker of added) edits.add(speaker);
  for (const claim of source.list('claim')) {
    if (claim.speakerId || claim.speaker === null || foldTagName(claim.speaker) !== wanted)
      continue;
    edits.patch(claim, fields);
  }
  return edits.diff();
}

/**
 * Changes what is said of a speaker (rule Q1): spaces are put in order, an alias that is the name, or is there twice, is left
 * out; a name that is given up stays as an alias. Fails with `empty` for no name, `taken` for the name of another.
 */
export function editSpeaker(
  maker: Maker,
  source: RecordSource,
  speaker: SpeakerRecord,
  patch: Partial<SpeakerFields>,
): Result<Diff, 'empty' | 'taken'> {
  const name = patch.name === undefined ? speaker.name : tidyName(patch.name);
  if (name === '') return failure('empty', 'A speaker needs a name.');
  const others = source.list('speaker').filter(({ id }) => id !== speaker.id);
  const isNew = foldTagName(name) !== foldTagName(speaker.name);
  const other = isNew ? findSpeaker(others, name) : null;
  if (other !== null) {
    return failure('taken', `“${other.name}” is called so. Merge the two if they are one.`);
  }
  const kept = isNew ? [...speaker.aliases, speaker.name] : speaker.aliases;
  const edits = new RecordEdits(maker);
  const aliases = namesOnce(patch.aliases ?? kept, name);
  edits.patch(speaker, {
    name,
    nature: patch.nature ?? speaker.nature,
    aliases: sameNames(aliases, speaker.aliases) ? speaker.aliases : aliases,
    description: patch.description?.trim() ?? speaker.description,
  });
  return success(edits.diff());
}

/**
 * Makes one speaker of several (rule Q1): their claims are the survivor's, their names its aliases, their descriptions are
 * added to its own. Cost: all claims.
 */
export function mergeSpeakers(
  maker: Maker,
  source: RecordSource,
  survivor: SpeakerRecord,
  gone: readonly SpeakerRecord[],
): Diff {
  const leaving = gone.filter(({ id }) => id !== survivor.id);
  const ids = new Set(leaving.map(({ id }) => id));
  const edits = new RecordEdits(maker);
  for (const claim of source.list('claim')) {
    if (!claim.speakerId || !ids.has(claim.speakerId)) continue;
    edits.patch(claim, { speakerId: survivor.id, speaker: survivor.name });
  }
  const names = [survivor, ...leaving].flatMap(({ name, aliases }) => [name, ...aliases]);
  const descriptions = [survivor, ...leaving]
    .map(({ description }) => description.trim())
    .filter((text) => text !== '');
  const aliases = namesOnce(names, survivor.name);
  edits.patch(survivor, {
    aliases: sameNames(aliases, survivor.aliases) ? survivor.aliases : aliases,
    description: [...new Set(descriptions)].join('\n'),
  });
  for (const speaker of leaving) edits.remove(speaker);
  return edits.diff();
}

/** Removes a speaker; claims keep the name as text (rule Q1). Cost: all claims. */
export function removeSpeaker(maker: Maker, source: RecordSource, speaker: SpeakerRecord): Diff {
  const edits = new RecordEdits(maker);
  for (const claim of claimsBy(source, speaker.id)) {
    edits.patch(claim, { speakerId: null, speaker: speaker.name });
  }
  edits.remove(speaker);
  return edits.diff();
}

function tidyName(name: string): string {
  return name.trim().replace(/\s+/gu, ' ');
}

/** Names without a given one, each once, in their order. */
function namesOnce(names: readonly string[], without: string): readonly string[] {
  const seen = new Set([foldTagName(without), '']);
  return names.map(tidyName).filter((name) => {
    const folded = foldTagName(name);
    if (seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}
