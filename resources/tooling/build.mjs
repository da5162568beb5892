import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireNodeVersion } from './node-version.mjs';
import { inRepository } from './paths.mjs';
import { runScript, SetupError } from './setup-error.mjs';
import { sourceHash } from './source-hash.mjs';
import { buildTargets } from './vite-builds.mjs';

const stampName = '.source-hash';

/**
 * Builds every part of the application whose sources changed since it was last built, into `out/`.
 * When nothing changed it costs the reading of the sources, some 50 ms. A part is built beside its
 * old result and then takes its place, so that an application that is starting meanwhile finds one
 * or the other, whole.
 * @param {(line: string) => void} say
 */
export async function buildIfStale(say) {
  for (const target of buildTargets()) {
    const absent = target.entries.filter((entry) => !existsSync(entry));
    if (absent.length > 0) {
      say(`Build: ${target.name} left out, ${absent.join(', ')} is not there.`);
      continue;
    }
    const hash = await sourceHash(target.sources);
    const stamp = join(inRepository(target.outDir), stampName);
    if ((await readFile(stamp, 'utf8').catch(() => '')) === hash) continue;
    const begun = performance.now();
    await buildTarget(target, hash);
    say(`Built ${target.outDir} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  }
}

/**
 * @param {import('./vite-builds.mjs').BuildTarget} target
 * @param {string} hash
 */
async function buildTarget(target, hash) {
  // Imported late: Vite takes longer to load than an up-to-date build takes to verify.
  const { build } = await import('vite');
  const outDir = inRepository(target.outDir);
  const workshop = `${outDir}.building-${process.pid}`;
  const retired = `${outDir}.retired-${process.pid}`;
  try {
    await mkdir(workshop, { recursive: true });
    for (const config of target.configs(workshop)) await build(config);
    await writeFile(join(workshop, stampName), hash);
    if (existsSync(outDir)) await rename(outDir, retired);
    await rename(workshop, outDir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SetupError(
      `${target.name} could not be built: ${reason}`,
      'What was built of it before is untouched.',
    );
  } finally {
    await rm(workshop, { recursive: true, force: true });
    await rm(retired, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  await runScript(async () => {
    requireNodeVersion();
    await buildIfStale((line) => console.log(line));
    return 0;
  });
}
