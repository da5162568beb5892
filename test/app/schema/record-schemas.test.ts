import { expect, test } from 'vitest';
import { recordKinds } from '../../../app/record/records.ts';
import { changeSchema } from '../../../app/schema/change-schema.ts';
import { projectRecordSchema, recordSchemas } from '../../../app/schema/record-schemas.ts';
import { countingMaker } from '../../support/records.ts';
import { goodRecords } from './record-samples.ts';

const records = goodRecords(countingMaker());
// What records of earlier schemas don't have.
const mayBeAbsent: ReadonlySet<string> = new Set(
  Object.entries({
    annotation: ['carried', 'keptFrom'],
    tag: ['rank'],
    linkType: ['description', 'color', 'line'],
    link: ['fromKind', 'note'],
    claim: ['speakerId', 'saidUntil', 'place', 'importance', 'questions', 'parentId', 'rank'],
    silence: ['mode', 'revisionId'],
    brief: ['content', 'citationStyle', 'notes', 'bibliography', 'language'],
  }).flatMap(([kind, fields]) => fields.map((field) => `${kind}.${field}`)),
);
const good = (value: unknown) => projectRecordSchema.safeParse(value).success;

test('there is a schema for each kind', () => {
  expect(Object.keys(recordSchemas).sort()).toEqual([...recordKinds].sort());
});

for (const kind of recordKinds) {
  test(`a good ${kind} passes unchanged, also as JSON`, () => {
    const parsed = projectRecordSchema.parse(records[kind]);
    expect(parsed).toEqual(records[kind]);
    expect(projectRecordSchema.parse(JSON.parse(JSON.stringify(records[kind])))).toEqual(parsed);
  });

  test(`a ${kind} with a field too many, too few or of another type is refused`, () => {
    const record = records[kind];
    expect(good({ ...record, extra: 1 })).toBe(false);
    expect(good({ ...record, kind: 'other' })).toBe(false);
    for (const field of Object.keys(record)) {
      const { [field]: _, ...less } = record as unknown as Record<string, unknown>;
      expect(good(less), `without ${field}`).toBe(mayBeAbsent.has(`${kind}.${field}`));
      // A setting may hold any JSON, so only what JSON can't say is wrong there.
      expect(good({ ...record, [field]: Symbol('no value') }), `with odd ${field}`).toBe(false);
    }
  });
}

const { annotation, article, claim, tag, revision, setting } = records;

test.each([
  ['an id in capitals', { ...tag, id: tag.id.toUpperCase() }],
  ['an id that is a path', { ...tag, id: '../../../etc/passwd' }],
  ['a time without milliseconds', { ...tag, createdAt: '2026-05-08T09:14:00Z' }],
  ['a ninth colour', { ...tag, color: 9 }],
  ['a tenth key', { ...tag, key: 10 }],
  ['rev 0', { ...tag, rev: 0 }],
  ['half a count', { ...revision, length: 1.5 }],
  ['a hash that is a path', { ...revision, hash: `../${'a'.repeat(61)}` }],
  ['a hash in capitals', { ...revision, hash: 'A'.repeat(64) }],
  ['a date in words', { ...claim, saidOn: 'yesterday' }],
  ['confidence over 1', { ...claim, confidence: 1.1 }],
  ['another status', { ...claim, status: 'settled' }],
  ['a corrected field that is undefined', { ...article, corrected: { title: undefined } }],
  ['a corrected field that no article has', { ...article, corrected: { body: 'x' } }],
  ['a setting that is no JSON', { ...setting, value: { when: new Date(0) } }],
])('%s is refused', (_, value) => {
  expect(good(value)).toBe(false);
});

test('A1: a quote as long as its range passes, any other is refused', () => {
  const { passage } = annotation;
  expect(good({ ...annotation, passage: { ...passage, end: passage.end + 1 } })).toBe(false);
  expect(good({ ...annotation, passage: { ...passage, quote: '', end: passage.start } })).toBe(
    false,
  );
  expect(good({ ...annotation, passage: { ...passage, start: -1, end: 4 } })).toBe(false);
  expect(good({ ...annotation, passage: { ...passage, prefix: 'x'.repeat(33) } })).toBe(false);
});

test('D1: a diff that names a record twice is refused', () => {
  const diffs = [
    { added: [tag, tag], updated: [], removed: [] },
    { added: [tag], updated: [], removed: [tag] },
    { added: [], updated: [[tag, { ...tag, rev: 2 }]], removed: [tag] },
    { added: [], updated: [[tag, claim]], removed: [] },
    { added: [], updated: [[tag]], removed: [] },
  ];
  const about = { id: tag.id, name: 'Change', author: 'Ada', at: tag.createdAt };
  for (const diff of diffs) expect(changeSchema.safeParse({ ...about, diff }).success).toBe(false);
  const diff = { added: [claim], updated: [[tag, { ...tag, rev: 2 }]], removed: [annotation] };
  expect(changeSchema.safeParse({ ...about, diff }).success).toBe(true);
});
