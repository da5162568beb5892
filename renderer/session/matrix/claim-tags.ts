import { parseTagExpression } from '../../../app/annotation/tag-expression.ts';
import type { Session } from '../session.ts';

/** Why a tag expression can't be understood, and what to do; `null`: it can, or is empty. */
export function objectionToTags(session: Session, text: string): string | null {
  if (text.trim() === '') return null;
  const parsed = parseTagExpression(text, session.store.records.list('tag'));
  return parsed.ok ? null : parsed.error.message;
}
