import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInStyles } from '../../../app/brief/print/built-in-styles.ts';
import { citationStyle } from '../../../app/brief/print/citation-style.ts';
import { tryCitationStyle } from '../../../app/brief/print/try-citation-style.ts';
import type { CitationStyleRecord } from '../../../app/record/records.ts';
import { dispatch } from '../../../main/rpc/dispatch.ts';
import { readStyleFiles } from '../../../main/services/citation-styles/read-style-files.ts';
import { hostContext, windowHost } from '../support/host-fixture.ts';

const folder = join(import.meta.dirname, '../../../resources/citation-styles');

test.each(builtInStyles)(
  'C7: $title comes with the program and is what lists say',
  async (listed) => {
    const files = await readStyleFiles(folder, { id: listed.id, languages: [], records: [] });
    const tried = tryCitationStyle(citationStyle(files));
    expect(tried.ok && tried.value.inNotes).toBe(listed.inNotes);
    expect(files.xml).toContain('creativecommons.org/licenses/by-sa/3.0/');
  },
);

test('C7: the locales of the languages that are wanted come along, those of the same language for one that is not there', async () => {
  const files = await readStyleFiles(folder, {
    id: undefined,
    languages: ['de-AT', 'tlh'],
    records: [],
  });
  expect(files.id).toBe('chicago-notes');
  expect(Object.keys(files.locales)).toEqual(['de-DE', 'en-GB', 'en-US']);
  const style = citationStyle(files);
  expect(style.locale('de-AT')).toBe(files.locales['de-DE']);
  expect(style.locale('tlh')).toBeNull();
});

test('C7: a style of the project comes before one of the program; one that is nowhere is told', async () => {
  const own = { id: 'apa', xml: '<style default-locale="fr-FR"/>' } as unknown;
  const records = [own as CitationStyleRecord];
  const files = await readStyleFiles(folder, { id: 'apa', languages: [], records });
  expect(files.xml).toBe('<style default-locale="fr-FR"/>');
  expect(Object.keys(files.locales)).toEqual(['en-GB', 'en-US', 'fr-FR']);
  for (const id of ['gone', '../README', '../../sample/project']) {
    await expect(readStyleFiles(folder, { id, languages: [], records })).rejects.toMatchObject({
      code: 'missing',
    });
  }
});

test('the page gets a style by its id alone', async () => {
  const { host } = windowHost(await hostContext());
  const ask = (argument: unknown) =>
    dispatch(host, { senderAllowed: true, method: 'readCitationStyle', argument }, () => undefined);
  const sent = await ask({ id: 'ieee', languages: ['fr'] });
  expect(sent).toMatchObject({ ok: true, value: { id: 'ieee' } });
  expect(await ask({ id: '../x', languages: [] })).toMatchObject({ error: { code: 'missing' } });
  expect(await ask({ id: 'ieee' })).toMatchObject({ ok: false });
});
