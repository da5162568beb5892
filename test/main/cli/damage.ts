import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The one file of a folder. */
export async function onlyFile(folder: string): Promise<string> {
  const [name = ''] = await readdir(folder);
  return join(folder, name);
}

/** Turns a byte of a file over; counted from the end where it is less than nought. */
export async function flipByte(path: string, at: number): Promise<void> {
  const bytes = await readFile(path);
  const index = at < 0 ? bytes.length + at : at;
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  await writeFile(path, bytes);
}

/** Turns over a byte in the middle of a line of the journal's one file; lines count from 1. */
export async function damageLine(journal: string, number: number): Promise<void> {
  const path = await onlyFile(journal);
  const lines = (await readFile(path, 'latin1')).split('\n');
  const before = lines.slice(0, number - 1).join('\n').length;
  await flipByte(path, before + 1 + Math.floor((lines[number - 1]?.length ?? 0) / 2));
}

/** Takes the last lines from the journal's one file. */
export async function cutLines(journal: string, count: number): Promise<void> {
  const path = await onlyFile(journal);
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  await writeFile(path, `${lines.slice(0, -count).join('\n')}\n`);
}

/** Copies a whole folder, as an analyst would. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await cp(from, to, { recursive: true });
}
