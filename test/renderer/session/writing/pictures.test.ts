import { expect, test } from 'vitest';
import type { HostApi } from '../../../../app/host/host-api.ts';
import { offeredPictures } from '../../../../renderer/editor/offered-pictures.ts';
import { Session } from '../../../../renderer/session/session.ts';
import { pictureOfFile } from '../../../../renderer/session/writing/picture-bytes.ts';
import {
  askNextPicture,
  leavePictures,
  takePictures,
} from '../../../../renderer/session/writing/take-pictures.ts';

async function png(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('No canvas.');
  context.fillStyle = 'red';
  context.fillRect(0, 0, width, height);
  return canvas.convertToBlob({ type: 'image/png' });
}

/** A PNG whose head tells its sides; of its dots nothing is there. */
async function headOfPng(width: number, height: number): Promise<Blob> {
  const bytes = new Uint8Array(await (await png(4, 4)).arrayBuffer());
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  view.setUint32(29, crc(bytes.subarray(12, 29)));
  return new Blob([bytes], { type: 'image/png' });
}

/** CRC-32 as PNG has it (ISO 3309). */
function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

test('I25 a picture becomes dots; what is none, broken, a program or too large is refused with what to do', async () => {
  const good = await pictureOfFile(await png(1_800, 20));
  expect(good).toMatchObject({ ok: true, value: { width: 900, height: 10 } });
  const whole = await png(400, 400);
  const refused: readonly (readonly [Blob, string])[] = [
    [new Blob([script], { type: 'image/svg+xml' }), 'Save it as PNG first'],
    [new Blob(['\0\0\0\u0018ftypheic'], { type: 'image/heic' }), 'Save it as PNG or JPEG first'],
    [new Blob(['no picture'], { type: 'image/png' }), 'Save it as PNG or JPEG first'],
    [new Blob([]), 'Save it as PNG or JPEG first'],
    [whole.slice(0, 40, 'image/png'), 'Save it as PNG or JPEG first'],
    [new Blob([new Uint8Array(30_000_001)], { type: 'image/png' }), 'too large'],
    [await headOfPng(12_000, 12_000), 'too large'],
  ];
  for (const [file, words] of refused) {
    const answer = await pictureOfFile(file);
    expect(answer.ok ? 'taken' : answer.error.message).toContain(words);
  }
});

test('I25 pictures that come together are asked about in their order; one dialog tells of those that are none', async () => {
  const session = new Session(
    {} as HostApi,
    () => () => {},
    { userName: 'Test', appVersion: '0', commandKey: 'Control' },
    () => false,
  );
  const file = async (name: string, width: number) =>
    new File([await png(width, 5)], name, { type: 'image/png' });
  const bad = (name: string) => new File(['x'], name, { type: 'image/heic' });
  const files = [bad('a.heic'), await file('b.png', 11), bad('c.heic'), await file('d.png', 22)];
  expect(takePictures(session, [])).toBe(false);
  expect(takePictures(session, files)).toBe(true);
  const asked = async (width: number) => {
    await expect.poll(() => session.get().dialog).toMatchObject({ figure: { width } });
    const { dialog } = session.get();
    if (dialog?.kind !== 'figure' || dialog.queue === undefined) throw new Error('Not asked.');
    session.closeDialog();
    return dialog.queue;
  };
  const rest = await asked(11);
  void askNextPicture(session, rest);
  const last = await asked(22);
  expect(last.next).toBe(4);
  await askNextPicture(session, last);
  const told = session.get().dialog;
  expect(told).toMatchObject({ kind: 'message', title: '2 pictures could not be taken' });
  expect(JSON.stringify(told)).toMatch(/“a\.heic”: .*“c\.heic”: /);
  session.closeDialog();
  leavePictures(session, rest);
  expect(session.get().dialog).toMatchObject({ title: 'The picture could not be taken' });
});

test('I25 pictures by themselves are offered, with their names and a page’s element too; those beside words are not', () => {
  const data = (names: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const made = new DataTransfer();
    for (const name of names) made.items.add(new File(['x'], name));
    for (const [format, words] of Object.entries(more)) made.setData(format, words);
    return made;
  };
  const offered = (...made: Parameters<typeof data>) => offeredPictures(data(...made)).length;
  expect(offered(['a.png', 'b.HEIC'])).toBe(2);
  expect(offered(['a b.png'], { 'text/plain': 'file:///x/a%20b.png\n' })).toBe(1);
  expect(
    offered(['a.png'], { 'text/html': '<meta charset="utf-8"><img src="https://x.example/a">' }),
  ).toBe(1);
  expect(offered(['a.png'], { 'text/plain': 'https://x.example/a' })).toBe(1);
  expect(offered(['a.png'], { 'text/html': '<p>words</p>' })).toBe(0);
  expect(offered(['a.png'], { 'text/plain': 'words' })).toBe(0);
  expect(offered(['a.png', 'b.docx'])).toBe(0);
  expect(offered([])).toBe(0);
  expect(offeredPictures(null)).toEqual([]);
});
