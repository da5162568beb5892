import { describe, expect, test } from 'vitest';
import {
  editSpeaker,
  findSpeaker,
  mergeSpeakers,
  removeSpeaker,
  setSpeaker,
  speakerFromName,
} from '../../../app/claim/speaker-diffs.ts';
import { speakerName } from '../../../app/claim/speakers.ts';
import type { SpeakerRecord } from '../../../app/record/records.ts';
import { ClaimsProject } from './claims-project.ts';

function speakers(project: ClaimsProject): readonly SpeakerRecord[] {
  return project.records.list('speaker');
}

function speakerAt(project: ClaimsProject, name: string): SpeakerRecord {
  const speaker = findSpeaker(speakers(project), name);
  if (speaker === null) throw new Error(`Nobody is called ${name}.`);
  return speaker;
}

describe('speakers', () => {
  test('Q1: a name makes a speaker once; case, accents and spaces aside, and by an alias as well', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const [first, second, third] = ['One.', 'Two.', 'Three.'].map((text) => project.claim(text));
    if (!first || !second || !third) throw new Error('No claims.');
    expect(project.actAndCheckUndo(setSpeaker(maker, records, first, ' José  Ruiz '))).toBe(true);
    project.act(setSpeaker(maker, records, second, 'JOSE RUIZ'));
    const aliases = editSpeaker(maker, records, speakerAt(project, 'jose ruiz'), {
      aliases: ['the minister', 'José Ruiz', 'The  Minister'],
    });
    if (!aliases.ok) throw new Error(aliases.error.message);
    expect(project.actAndCheckUndo(aliases.value)).toBe(true);
    expect(speakerAt(project, 'José Ruiz').aliases).toEqual(['the minister']);
    project.act(setSpeaker(maker, records, third, 'The Minister'));
    expect(speakers(project)).toHaveLength(1);
    expect(records.list('claim').map((claim) => speakerName(records, claim))).toEqual(
      Array(3).fill('José Ruiz'),
    );
  });

  test('Q1: the same speaker is no change; an empty name is nobody', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const claim = project.claim('One.');
    project.act(setSpeaker(maker, records, claim, 'Ansel'));
    expect(setSpeaker(maker, records, project.now(claim.id), 'ansel').updated).toEqual([]);
    project.act(setSpeaker(maker, records, project.now(claim.id), '  '));
    expect(speakerName(records, project.now(claim.id))).toBeNull();
  });

  test('Q1: a new name is that of all claims, the old one an alias; another’s name is refused', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const [one, other] = [project.claim('One.'), project.claim('Two.')];
    project.act(setSpeaker(maker, records, one, 'Ansel'));
    project.act(setSpeaker(maker, records, other, 'Borea'));
    const taken = editSpeaker(maker, records, speakerAt(project, 'Ansel'), { name: 'borea' });
    expect(taken.ok ? 'done' : taken.error.code).toBe('taken');
    const empty = editSpeaker(maker, records, speakerAt(project, 'Ansel'), { name: ' ' });
    expect(empty.ok ? 'done' : empty.error.code).toBe('empty');
    const renamed = editSpeaker(maker, records, speakerAt(project, 'Ansel'), {
      name: 'Premier Ansel',
    });
    if (!renamed.ok) throw new Error(renamed.error.message);
    expect(project.actAndCheckUndo(renamed.value)).toBe(true);
    expect(speakerName(records, project.now(one.id))).toBe('Premier Ansel');
    expect(speakerAt(project, 'Premier Ansel').aliases).toEqual(['Ansel']);
  });

  test('Q1: merged speakers are one with all the names; undo parts them', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const [one, other] = [project.claim('One.'), project.claim('Two.')];
    project.act(setSpeaker(maker, records, one, 'Ansel'));
    project.act(setSpeaker(maker, records, other, 'Premier Ansel'));
    const survivor = speakerAt(project, 'Premier Ansel');
    const gone = [speakerAt(project, 'Ansel')];
    expect(project.actAndCheckUndo(mergeSpeakers(maker, records, survivor, gone))).toBe(true);
    expect(speakers(project)).toHaveLength(1);
    expect(speakerAt(project, 'Premier Ansel').aliases).toEqual(['Ansel']);
    expect(speakerName(records, project.now(one.id))).toBe('Premier Ansel');
  });

  test('Q1: claims of a speaker that is removed keep the name as text', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const claim = project.claim('One.');
    project.act(setSpeaker(maker, records, claim, 'Ansel'));
    const renamed = editSpeaker(maker, records, speakerAt(project, 'Ansel'), { name: 'Borea' });
    if (renamed.ok) project.act(renamed.value);
    const removal = removeSpeaker(maker, records, speakerAt(project, 'Borea'));
    expect(project.actAndCheckUndo(removal)).toBe(true);
    expect(project.now(claim.id)).toMatchObject({ speaker: 'Borea', speakerId: null });
  });

  test('Q1: a name that is only text becomes a speaker of all claims that say it so', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const [one, other] = [
      project.claim('One.', { speaker: 'Ansel' }),
      project.claim('Two.', { speaker: 'ansel' }),
    ];
    project.claim('Three.', { speaker: 'Borea' });
    expect(project.actAndCheckUndo(speakerFromName(maker, records, 'Ansel'))).toBe(true);
    const { id } = speakerAt(project, 'Ansel');
    expect(project.now(one.id).speakerId).toBe(id);
    expect(project.now(other.id).speakerId).toBe(id);
    expect(speakers(project)).toHaveLength(1);
  });
});
