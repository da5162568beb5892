import { type MimePart, partHeader } from './mime-part.ts';

/**
 * By what a message is found again wherever it stands (rule R1): its Message-ID or, for want of one, its date and sender;
 * `null` when it has neither. Its subject says nothing: a whole thread has one.
 */
export function messageKey(message: MimePart): string | null {
  const header = (name: string) => partHeader(message, name)?.trim().replace(/\s+/g, ' ') ?? '';
  const id = header('message-id').replace(/^<(.*)>$/, '$1');
  if (id !== '') return `mail:${id}`;
  const [date, from] = [header('date'), header('from')];
  return date === '' || from === '' ? null : `mail:${date} ${from}`;
}
