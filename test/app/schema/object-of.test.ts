import { expect, test } from 'vitest';
import { objectOf } from '../../../app/schema/object-of.ts';
import { z } from '../../../app/schema/zod.ts';

interface Sample {
  readonly name: string;
  readonly count: number | null;
  readonly hint?: string;
}

const name = z.string();
const count = z.number().nullable();
const hint = z.exactOptional(z.string());

// What must not compile is marked; if one of these compiled, the marks would be errors.
test('a schema that disagrees with its interface does not compile', () => {
  const schema = objectOf<Sample>()({ name, count, hint });
  expect(schema.safeParse({ name: 'a', count: null }).success).toBe(true);
  expect(schema.safeParse({ name: 'a', count: 1, hint: 'b' }).success).toBe(true);
  expect(schema.safeParse({ name: 'a', count: 1, hint: undefined }).success).toBe(false);

  // @ts-expect-error a field is missing
  objectOf<Sample>()({ name, hint });
  // @ts-expect-error an optional field is missing
  objectOf<Sample>()({ name, count });
  // @ts-expect-error a field too many
  objectOf<Sample>()({ name, count, hint, extra: name });
  // @ts-expect-error another type
  objectOf<Sample>()({ name: count, count, hint });
  // @ts-expect-error wider than the interface
  objectOf<Sample>()({ name: z.string().nullable(), count, hint });
  // @ts-expect-error narrower than the interface
  objectOf<Sample>()({ name, count: z.number(), hint });
});

test('schemas are never compiled to code, which the policy of the windows forbids', () => {
  expect(z.config().jitless).toBe(true);
});
