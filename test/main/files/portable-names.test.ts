import { expect, test } from 'vitest';
import { storeOriginal } from '../../../main/services/corpus/store-original.ts';
import { suggestedName } from '../../../main/services/files/suggested-name.ts';
import { temporaryFolder } from '../support/samples.ts';

test('names of files show what they are: marks of direction are left out', async () => {
  const name = 'report\u202efdp\u2069.exe';
  expect(suggestedName(name, 'csv', 'Export')).toBe('reportfdp.exe.csv');
  const stored = storeOriginal(await temporaryFolder(), `${name}.txt`, new Uint8Array([1]));
  expect(stored.fileName).toBe('reportfdp.exe.txt');
});
