import type { Change } from '../../app/record/change.ts';
import { changeSchema } from '../../app/schema/change-schema.ts';

/**
 * Why no journal may hold a change, in a sentence with what to do; `null`: it may. Looks at every value that the change
 * brings; states of records that were there before it were looked at when they came.
 */
export function objectionToChange(change: Change): string | null {
  const { added, updated } = change.diff;
  const brought = [...added, ...updated.map(([, after]) => after)];
  const checked = changeSchema.safeParse({
    ...change,
    diff: { added: brought, updated: [], removed: [] },
  });
  if (checked.success) return null;
  const issue = checked.error.issues[0];
  return `This can't be saved, so it was not done: ${issue?.message ?? 'a value is not allowed'}. If you pasted or selected something very long, take a shorter piece.`;
}
