import { z } from './zod.ts';

type FieldSchemas<Target> = {
  readonly [Field in keyof Target]-?: z.ZodType<Required<Target>[Field]>;
};

/** `unknown` where the schema lets through all that the interface allows, else a type nothing fits. */
type WideEnough<Target, Fields> = {
  readonly [Field in keyof Target]-?: Field extends keyof Fields
    ? [Required<Target>[Field]] extends [z.output<Fields[Field]>]
      ? unknown
      : never
    : never;
};

/**
 * A strict object schema for an interface: `objectOf<Tag>()({ ... })`. It does not compile unless every field of the
 * interface has a schema (optional ones through `z.exactOptional`), none has one too many, and each schema's type is the
 * field's, neither narrower nor wider. Two calls, because TypeScript can't infer some type arguments and be told others.
 */
export function objectOf<Target extends object>() {
  return function withFields<Fields extends FieldSchemas<Target>>(
    fields: Fields &
      WideEnough<Target, Fields> &
      Record<Exclude<keyof Fields, keyof Target>, never>,
  ): z.ZodObject<Fields, z.core.$strict> {
    return z.strictObject<Fields>(fields);
  };
}

/** An array schema whose type is read-only, as the records' are. */
export function listOf<Item>(item: z.ZodType<Item>): z.ZodType<readonly Item[]> {
  return z.array(item);
}
