import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { displayIsVirtual } from '../resources/tooling/display.mjs';

// No retries: a test that passes at the second try is a finding and not a nuisance. Windows on one display take the
// focus from each other: two workers only where each can have a display of its own (support/app-test.ts).
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../out/test/e2e',
  // Limits for what hangs, not for what is slow: beside other work the tests take three times as long as alone.
  timeout: 180_000,
  globalTimeout: 60 * 60_000,
  expect: { timeout: 30_000 },
  retries: 0,
  workers: displayIsVirtual() ? Math.min(2, availableParallelism()) : 1,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'app', testMatch: '**/*.spec.ts', testIgnore: 'tour/**' },
    // Pictures of the application for people; `npm run tour`, never part of `npm test`.
    { name: 'tour', testMatch: 'tour/*.ts', timeout: 300_000 },
  ],
});
