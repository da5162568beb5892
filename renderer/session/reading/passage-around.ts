import { isAnchored } from '../../../app/anchor/anchor-passage.ts';
import type { Passage } from '../../../app/record/records.ts';
import type { Session } from '../session.ts';

/** The words around a passage. */
export interface PassageAround {
  readonly before: string;
  readonly after: string;
}

/** Of a paragraph without end, this much is shown on either side, in UTF-16 code units. */
const most = 600;

/**
 * What stands around a passage in the blocks that it begins and ends in. `null`: its text can't be read, or does not hold it
 * there. Cost: reading the text, if it was not read lately.
 */
export async function passageAround(
  session: Session,
  passage: Passage,
): Promise<PassageAround | null> {
  const { records, texts } = session.store;
  const revision = records.get('revision', passage.revisionId);
  const read = revision === null ? null : await texts.read(revision.hash).catch(() => null);
  if (read === null || !isAnchored(passage, read.text)) return null;
  const { text } = read;
  const begin = text.lastIndexOf('\n', passage.start - 1) + 1;
  const feed = text.indexOf('\n', passage.end);
  const end = feed === -1 ? text.length : feed;
  const before = text.slice(Math.max(begin, passage.start - most), passage.start).toWellFormed();
  const after = text.slice(passage.end, Math.min(end, passage.end + most)).toWellFormed();
  return {
    before: begin < passage.start - most ? `…${before}` : before,
    after: end > passage.end + most ? `${after}…` : after,
  };
}
