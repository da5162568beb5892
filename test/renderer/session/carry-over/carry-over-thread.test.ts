import { expect, test } from 'vitest';
import { makePassage } from '../../../../app/anchor/passage.ts';
import type { TextOffset } from '../../../../app/base/brand.ts';
import type { RevisionId } from '../../../../app/record/ids.ts';
import {
  type CarryRequest,
  startCarryThread,
} from '../../../../renderer/session/carry-over/carry-over-thread.ts';

const from = '01890000-0000-7000-8000-000000000001' as RevisionId;
const to = '01890000-0000-7000-8000-000000000002' as RevisionId;

/** A text of so many different words, of which every tenth is another one in its second state. */
function request(words: number): CarryRequest {
  const old = Array.from({ length: words }, (_, at) => `word${(at * 7_919) % words}`);
  const young = old.map((word, at) => (at % 10 === 9 ? `other${at}` : word));
  const oldText = old.join(' ');
  const passages = Array.from({ length: Math.floor(words / 20) }, (_, at) => {
    const start = oldText.indexOf(`${old[at * 20]} `);
    const end = oldText.indexOf(' ', start + 40);
    return makePassage(oldText, from, start as TextOffset, end as TextOffset);
  });
  return { oldText, target: { revisionId: to, text: young.join(' ') }, passages };
}

test('K9: passages are carried over in a thread of their own', async () => {
  const thread = startCarryThread();
  const asked = request(200);
  const looks = await thread.carry(asked);
  expect(looks).toHaveLength(asked.passages.length);
  for (const { result, places } of looks) {
    expect(['unchanged', 'changed']).toContain(result.outcome);
    expect(places[0]?.place.passage.revisionId).toBe(to);
  }
  thread.end(new Error('over'));
});

test('K9: it can be stopped, and gone on with', async () => {
  const thread = startCarryThread();
  const reason = new Error('Stopped.');
  const stopped = thread.carry(request(60_000));
  setTimeout(() => thread.end(reason), 30);
  await expect(stopped).rejects.toBe(reason);
  await expect(thread.carry(request(100))).resolves.toHaveLength(5);
  thread.end(reason);
});
