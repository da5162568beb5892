import type { RevisionText } from '../record/text.ts';
import type { Statement } from './statement.ts';
import { StatementFinder } from './statement-finder.ts';

/** What is known of a text beside its words. */
export interface StatementContext {
  /** BCP 47; `null`: unknown. */
  readonly language: string | null;
}

/**
 * The quotations and reported statements of a text in its order, by rules O1 to O14 of SPEC.md: quotations of any
 * language, reported statements of English ones. Of equal starts the longer one is first. Linear in the length of the
 * text, about half a millisecond for a thousand letters; never throws, and gives at most 20,000.
 */
export function findStatements(
  text: RevisionText,
  context: StatementContext,
): readonly Statement[] {
  return new StatementFinder(text, context.language).find();
}
