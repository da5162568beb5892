import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { repositoryRoot } from '../../resources/tooling/paths.mjs';
import { articlesCounted, said } from './areas.ts';

/** The folder of the articles written for the sample project. */
export const sampleArticles = join(repositoryRoot, 'resources', 'sample', 'articles');

/** Titles in the sample. */
export const sample = {
  readout: /^Readout of the Premier/,
  agency: /^Premiers to name opening date/,
  lantern: /^Tunnel timetable promised/,
  observer: /^Velmund stakes her word/,
  journal: /^Two coasts, one timetable/,
} as const;

/** The command line that opens a project, made where there is none, and imports the sample's articles into it. */
export function withSampleArticles(project: string): readonly string[] {
  return ['--project', project, '--import', sampleArticles];
}

/** Waits until the sample's eight articles are in the Library. */
export async function whenSampleIsThere(window: Page): Promise<void> {
  await articlesCounted(window, 8);
  await said(window, /8 articles added/);
}
