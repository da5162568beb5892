import { defineConfig } from '@playwright/test';

// No retries and one worker: a test that passes at the second try, or only without company, is a
// finding and not a nuisance.
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../out/test/e2e',
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  expect: { timeout: 10_000 },
  retries: 0,
  workers: 1,
  forbidOnly: true,
  reporter: [['list']],
  projects: [
    { name: 'app', testMatch: '**/*.spec.ts', testIgnore: 'tour/**' },
    // Pictures of the application for people; `npm run tour`, never part of `npm test`.
    { name: 'tour', testMatch: 'tour/*.ts', timeout: 300_000 },
  ],
});
