import { expect, test } from 'vitest';
import { corpusOf, importing } from '../support/importing.ts';

test.each([
  '%PDF-1.4 is how such a file begins.',
  'PK\u0003\u0004 is how an archive begins.',
  '{\\rtf1 hello} is how a rich text begins.',
  'GIF8 and RIFF are pictures and sounds.',
  '<!doctype html><html><body><p>is how a page begins.</p>',
])('T22 what is pasted is text, however it begins: %s', async (beginning) => {
  const { host, window } = await importing();
  const ended = window.jobEnds();
  await host.importPasted({ text: `${beginning}\n\nIt was pasted.`, html: null });
  expect((await ended).items).toMatchObject([{ outcome: 'added', format: 'text' }]);
  const [article] = await corpusOf(host);
  const { text } = await host.readText({ hash: article?.revisions[0]?.hash as never });
  expect(text.replaceAll(/[^ -~\n]/g, '')).toBe(
    `${beginning.replaceAll(/[^ -~]/g, '')}\nIt was pasted.`,
  );
});
