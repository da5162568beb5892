import type { QuoteAlteration } from '../brief/quote-alterations.ts';
import { listOf, objectOf } from './object-of.ts';
import { countSchema, longTextSchema, nameSchema } from './values.ts';
import { z } from './zod.ts';

/** More changes of one quotation than this are a mistake. */
const mostAlterations = 1_000;

/** What a writer left out of a quotation and put in: in order, without overlaps. */
export const quoteAlterationsSchema: z.ZodType<readonly QuoteAlteration[]> = z
  .array(
    objectOf<QuoteAlteration>()({
      start: countSchema,
      end: countSchema,
      text: z.nullable(nameSchema),
    }),
  )
  .max(mostAlterations)
  .refine(inOrder, { error: 'What was left out is not in order.' });

function inOrder(alterations: readonly QuoteAlteration[]): boolean {
  return alterations.every(
    ({ start, end }, index) => start <= end && start >= (alterations[index - 1]?.end ?? 0),
  );
}

/** What one field of an accepted citation may be: words, or a list of short lists of words (evidence: which, stance, words). */
const acceptedValue = z.union([
  z.nullable(longTextSchema),
  listOf(listOf(z.nullable(longTextSchema))),
]);

/**
 * What the writer last accepted of what a citation prints, as it is stored. Its fields are for the rules of live citations
 * to say: a program that does not know one keeps it.
 */
export const acceptedCitationSchema: z.ZodType<Readonly<Record<string, unknown>>> = z.record(
  z.string().max(40),
  acceptedValue,
);
