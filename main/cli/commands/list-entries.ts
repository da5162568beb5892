import { scanSegment } from '../../services/journal/scan-segment.ts';
import { listSegments } from '../../services/journal/segment.ts';
import type { CliOutput } from '../cli-output.ts';

/** Says every entry of a journal, oldest first: number, time, who, what. Cost: the journal. */
export async function listEntries(
  journal: string,
  asJson: boolean,
  output: CliOutput,
): Promise<void> {
  const entries: object[] = [];
  for (const segment of await listSegments(journal)) {
    await scanSegment(segment, ({ sequence, change: { at, author, name } }) => {
      if (asJson) entries.push({ sequence, at, author, name });
      else output.say([sequence, at, author, name].join('\t'));
    });
  }
  if (asJson) output.json({ ok: true, entries });
}
