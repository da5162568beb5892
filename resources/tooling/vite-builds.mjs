import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions } from 'vite';
import { inRepository } from './paths.mjs';

/**
 * @typedef {object} BuildTarget
 * @property {string} name
 * @property {string[]} entries absolute paths
 * @property {string[]} sources folders, relative to the repository, that the result depends on
 * @property {string} outDir relative to the repository; belongs to this target alone
 * @property {(outDir: string) => import('vite').InlineConfig[]} configs run one after the other
 */

// The oldest runtime that the code must run on: the Electron of fallback-electron.mjs.
const chromium = 'chrome130';
const node = 'node20';

// The runtime itself, and what loads a binary of its own.
const external = ['electron', /^electron\//, 'libsql'];

/**
 * The parts of the application, each built on its own. A target whose entry does not exist has no
 * business here yet and is left out by the caller.
 * @returns {BuildTarget[]}
 */
export function buildTargets() {
  const workers = workerEntries();
  return [
    {
      name: 'renderer',
      entries: [inRepository('renderer', 'boot', 'index.html')],
      sources: ['app', 'renderer', 'resources'],
      outDir: 'out/renderer',
      configs: (outDir) => [rendererConfig(outDir)],
    },
    {
      name: 'main',
      entries: [
        inRepository('main', 'electron', 'main.ts'),
        inRepository('main', 'cli', 'variorum.ts'),
        ...workers,
      ],
      sources: ['app', 'main'],
      outDir: 'out/main',
      configs: (outDir) => [
        nodeConfig(inRepository('main', 'electron', 'main.ts'), outDir, 'main.js', 'es'),
        chunkedConfig(inRepository('main', 'cli', 'variorum.ts'), outDir, 'cli'),
        ...workers.map((worker) =>
          chunkedConfig(worker, outDir, `workers/${basename(worker, '.ts')}`),
        ),
      ],
    },
    {
      name: 'preload',
      entries: [
        inRepository('main', 'electron', 'preload.ts'),
        inRepository('main', 'electron', 'print-page', 'lay-out-notes.ts'),
      ],
      sources: ['app', 'main'],
      outDir: 'out/preload',
      // CommonJS: a preload script in a sandboxed window can be nothing else.
      configs: (outDir) => [
        nodeConfig(inRepository('main', 'electron', 'preload.ts'), outDir, 'preload.cjs', 'cjs'),
        nodeConfig(
          inRepository('main', 'electron', 'print-page', 'lay-out-notes.ts'),
          outDir,
          'lay-out-notes.cjs',
          'cjs',
        ),
      ],
    },
  ];
}

function workerEntries() {
  const folder = inRepository('main', 'workers');
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('-worker.ts'))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/**
 * @param {string} outDir
 * @returns {import('vite').InlineConfig}
 */
function rendererConfig(outDir) {
  return {
    ...shared(),
    root: inRepository('renderer', 'boot'),
    // Relative addresses work whatever path the app:// handler serves the folder under.
    base: './',
    plugins: [react()],
    // What a package has for threads also does in a window; what it has for windows asks for a document.
    resolve: { conditions: ['worker', ...defaultClientConditions] },
    build: {
      ...sharedBuild(outDir),
      target: chromium,
      // The content security policy of the window allows neither data: nor inline scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Loaded from disk: what counts is one file to parse, not its size over a wire.
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        output: {
          // What the first picture needs is one file: cut along what later parts share with it, it was 185, each
          // of them a question to main while main opens the project.
          codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
        },
      },
    },
  };
}

/**
 * One file per entry, without shared chunks: `import.meta.url` in it then is the path of that very
 * file, so that main finds its workers and its preload script relative to itself.
 * @param {string} entry
 * @param {string} outDir
 * @param {string} fileName
 * @param {'es' | 'cjs'} format
 * @returns {import('vite').InlineConfig}
 */
function nodeConfig(entry, outDir, fileName, format) {
  return {
    ...shared(),
    root: inRepository(),
    ssr: { noExternal: true, target: 'node', external: ['electron', 'libsql'] },
    build: {
      ...sharedBuild(outDir),
      target: node,
      ssr: entry,
      // Less to read at each start; the source maps tell where a fault was.
      minify: true,
      copyPublicDir: false,
      rolldownOptions: {
        external,
        output: { format, entryFileNames: fileName, codeSplitting: false },
      },
    },
  };
}

/**
 * A worker or the command line may load what it seldom needs later, from chunks beside it: a reader of PDF is megabytes.
 * @param {string} entry
 * @param {string} outDir
 * @param {string} name its path there without ending; chunks stand in a folder of that name
 * @returns {import('vite').InlineConfig}
 */
function chunkedConfig(entry, outDir, name) {
  const config = nodeConfig(entry, outDir, `${name}.js`, 'es');
  return {
    ...config,
    build: {
      ...config.build,
      rolldownOptions: {
        external,
        output: {
          format: 'es',
          entryFileNames: `${name}.js`,
          chunkFileNames: `${name}/[name]-[hash].js`,
        },
      },
    },
  };
}

/** @returns {import('vite').InlineConfig} */
function shared() {
  return { configFile: false, envDir: false, mode: 'production', logLevel: 'warn' };
}

/** @param {string} outDir */
function sharedBuild(outDir) {
  return { outDir, emptyOutDir: false, sourcemap: true, reportCompressedSize: false };
}
