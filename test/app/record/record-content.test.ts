import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedFields, withFields } from '../../../app/record/record-content.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(undefined, null, 0, 1, '', 'a', true),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('any'), { maxKeys: 2 }),
  ),
})).any;

const record = fc
  .dictionary(fc.constantFrom('name', 'value', 'note', 'rev', 'author', 'modifiedAt'), value)
  .map((fields) => ({ kind: 'tag', ...fields }) as unknown as ProjectRecord);

/** What two states say, as text: keys in order, absent where absent. */
function written(of: ProjectRecord, name: string): string | undefined {
  return JSON.stringify((of as unknown as Record<string, unknown>)[name], (_key, part) =>
    part === null || typeof part !== 'object' || Array.isArray(part)
      ? part
      : Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))),
  );
}

test('fields that changed are those that are written otherwise, who and when apart', () => {
  fc.assert(
    fc.property(record, record, (one, other) => {
      const expected = ['name', 'note', 'value'].filter(
        (name) => written(one, name) !== written(other, name),
      );
      expect([...changedFields(one, other)].sort()).toEqual(expected);
      expect(changedFields(one, structuredClone(one))).toEqual([]);
    }),
    { seed: 5, numRuns: 2_000 },
  );
});

test('a record with the fields in which it differs from another says what that one says', () => {
  fc.assert(
    fc.property(record, record, (one, other) => {
      const whole = JSON.stringify(one);
      const mixed = withFields(one, changedFields(one, other), other);
      expect(changedFields(mixed, other)).toEqual([]);
      expect(mixed.rev).toBe(one.rev);
      expect(JSON.stringify(one)).toBe(whole);
    }),
    { seed: 6, numRuns: 1_000 },
  );
});
