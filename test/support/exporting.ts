import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { said } from './areas.ts';
import type { LaunchedVariorum } from './launch.ts';
import { answerSave } from './native-dialogs.ts';
import { statedPlaces, wordsAt } from './project-texts.ts';

const formats = [
  ['Control+Shift+m', 'brief.md'],
  ['Control+Shift+h', 'brief.html'],
] as const;

/**
 * Exports the brief on the screen in both formats, as `brief.md` and `brief.html` in `folder`, and proves without the
 * program that each quotation stands, to the code unit, where the export says. `quotations`: the words, in order.
 */
export async function exportAndProve(
  { app, window }: LaunchedVariorum,
  project: string,
  folder: string,
  quotations: readonly string[],
): Promise<readonly string[]> {
  const exports: string[] = [];
  for (const [keys, file] of formats) {
    await answerSave(app, join(folder, file));
    await window.keyboard.press(keys);
    await said(window, `Exported to ${file}.`);
    const exported = await readFile(join(folder, file), 'utf8');
    const places = statedPlaces(exported);
    const quoted = await Promise.all(places.map((place) => wordsAt(project, place)));
    expect(quoted, 'the words at the stated places are the selected ones').toEqual(quotations);
    for (const words of quoted) expect(exported).toContain(words);
    exports.push(exported);
  }
  return exports;
}

/** Proves that an HTML file loads nothing and runs nothing. */
export function expectInertHtml(html: string): void {
  expect(html).not.toMatch(/<(?:script|link|img|iframe|object|embed|base|form|video|audio)\b/i);
  expect(html).not.toMatch(/\s(?:src|srcset|poster|on\w+)\s*=/i);
  expect(html).not.toMatch(/url\(|@import|http-equiv\s*=\s*"?refresh|javascript:/i);
}
