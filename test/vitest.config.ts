import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { electron } from './support/electron-provider.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// Limits for what hangs, not for what is slow: beside other work a test takes several times as long as alone.
const limits = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 10_000 } } };

export default defineConfig({
  root,
  test: {
    retry: 0,
    projects: [
      {
        // Pure code and the main process's services.
        root,
        test: {
          name: 'node',
          include: ['test/{app,main,contract,arch,tooling}/**/*.test.ts'],
          environment: 'node',
          ...limits,
        },
      },
      {
        // The DOM, IndexedDB and ProseMirror, in the engine that the application runs in.
        root,
        plugins: [react()],
        // Named, because Vite loads the page anew when it meets a package while tests run, and their run is lost.
        optimizeDeps: {
          include: [
            '@tanstack/react-virtual',
            'approx-string-match',
            'citeproc',
            'fastest-levenshtein',
            'lucide-react',
            'react-aria-components',
            'react-dom/client',
            'react-resizable-panels',
            'saxes',
            'uuid',
            'zustand',
            'zustand/vanilla',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          ...limits,
          // After the tests in Node, not beside them: a window that gets no processor time misses
          // frames, and tests of selection and scrolling are about frames.
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            provider: electron(),
            instances: [{ browser: 'chromium' }],
            headless: true,
            ui: false,
            screenshotFailures: false,
            viewport: { width: 1200, height: 800 },
          },
        },
      },
    ],
  },
});
