// place: main/services/sample-allowed.ts
// refused by: nothing
// A service as it should be.

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { stub } from '../../app/article/stub.ts';

export async function sample(path: string): Promise<unknown> {
  return [stub, parse(await readFile(path, 'utf8'))];
}
