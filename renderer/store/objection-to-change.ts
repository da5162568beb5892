import type { Change } from '../../app/record/change.ts';
import { changeSchema } from '../../app/schema/change-schema.ts';

/** Why no journal may hold a change, in a sentence with what to do; `null`: it may. Cost: a look at every value in it. */
export function objectionToChange(change: Change): string | null {
  const checked = changeSchema.safeParse(change);
  if (checked.success) return null;
  const issue = checked.error.issues[0];
  return `This can't be saved, so it was not done: ${issue?.message ?? 'a value is not allowed'}. If you pasted or selected something very long, take a shorter piece.`;
}
