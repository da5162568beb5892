import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { displayIsVirtual, provideDisplay } from '../../resources/tooling/display.mjs';
import { type LaunchedVariorum, type LaunchOptions, launchVariorum } from './launch.ts';

export { expect };

export type StartOptions = LaunchOptions & {
  /** Whether what the page complains of (exceptions, refused requests) is part of the test and no fault. */
  readonly expectsComplaints?: boolean;
};

type Fixtures = {
  /** An empty folder of this test, removed after it. */
  readonly folder: string;
  /**
   * Starts the application. Every start of a test is over the same user data, in `folder`, unless it names others. What
   * still runs when the test ends is closed, and the test fails if a page complained.
   */
  readonly start: (options?: StartOptions) => Promise<LaunchedVariorum>;
};

interface WorkerFixtures {
  /** A display that this worker's windows have to themselves, where displays are virtual. */
  readonly ownDisplay: undefined;
}

/** A test that starts the application. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  ownDisplay: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
    async ({}, use, { parallelIndex }) => {
      if (parallelIndex === 0 || !displayIsVirtual()) {
        await use(undefined);
        return;
      }
      delete process.env.DISPLAY;
      const releaseDisplay = await provideDisplay(() => {});
      await use(undefined);
      releaseDisplay();
    },
    { scope: 'worker', auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'variorum-test-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ folder }, use) => {
    const running: LaunchedVariorum[] = [];
    const complaints: string[] = [];
    await use(async ({ expectsComplaints, ...options } = {}) => {
      const launched = await launchVariorum({ userDataDir: join(folder, 'user-data'), ...options });
      running.push(launched);
      if (expectsComplaints !== true) {
        launched.window.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
        launched.window.on('console', (message) => {
          if (message.type() === 'error') complaints.push(message.text());
        });
      }
      return launched;
    });
    for (const launched of running) await launched.close();
    expect(complaints, 'what the page complained of').toEqual([]);
  },
});
