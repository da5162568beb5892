import type { BriefRecord } from '../../app/record/records.ts';
import type { RichTextNode } from '../../app/record/rich-text.ts';

/** How many comments to self (rule I26) a brief has. One that stands on words of several forms counts once. */
export function commentsToSelf({ content }: Pick<BriefRecord, 'content'>): number {
  const ids = new Set<unknown>();
  const look = ({ marks, content: inner }: RichTextNode): void => {
    for (const { type, attrs } of marks ?? []) if (type === 'comment') ids.add(attrs?.id);
    for (const node of inner ?? []) look(node);
  };
  if (content) look(content);
  return ids.size;
}
