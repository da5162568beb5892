import { parseFailure } from '../parse-failure.ts';
import { PartKeys } from '../part-keys.ts';
import type { SourceReader } from '../source.ts';
import { parseMail } from './parse-mail.ts';
import { splitMailbox } from './split-mailbox.ts';

/** A mailbox (.mbox): a part for each message, one after the other. */
export const mailboxReader: SourceReader = function* readMailbox(source) {
  const keys = new PartKeys();
  let count = 0;
  for (const message of splitMailbox(source.bytes)) {
    count += 1;
    yield parseMail(message, source, 'mailbox', `message ${count}`, keys);
  }
  if (count === 0) {
    yield { part: null, format: 'mailbox', encoding: null, article: parseFailure('no-text') };
  }
};
