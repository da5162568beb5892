import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rooms } from '../../resources/tooling/layers.mjs';
import { inRepository } from '../../resources/tooling/paths.mjs';

/** A source file that the checks must judge as its first two lines say. */
export type Sample = {
  readonly name: string;
  /** Where it pretends to lie, relative to the repository. */
  readonly place: string;
  /** What must refuse it: the tool and the name that the tool gives the fault. Empty: nothing. */
  readonly refusals: readonly Refusal[];
  readonly text: string;
};

export type Refusal = { readonly tool: 'layers' | 'types' | 'lint'; readonly fault: string };

const samplesFolder = fileURLToPath(new URL('samples', import.meta.url));

// What each room offers to the samples that want to import something of it.
const stubText = 'export const stub = 1;\n\nexport type Stub = number;\n';

// The configuration under test, copied as it is.
const configuration = [
  'app/tsconfig.json',
  'main/tsconfig.json',
  'renderer/tsconfig.json',
  'resources/tooling/tsconfig.base.json',
  'biome.jsonc',
  'package.json',
];

export async function readSamples(): Promise<Sample[]> {
  const names = (await readdir(samplesFolder)).sort();
  return Promise.all(names.map(readSample));
}

async function readSample(name: string): Promise<Sample> {
  const text = await readFile(join(samplesFolder, name), 'utf8');
  const header = /^\/\/ place: (\S+)\n\/\/ refused by: (.+)\n/.exec(text);
  const [, place, refusedBy] = header ?? [];
  if (!place || !refusedBy) throw new Error(`${name} does not begin with its place and its fault`);
  const refusals = refusedBy === 'nothing' ? [] : refusedBy.split(', ').map(readRefusal);
  return { name, place, refusals, text };
}

function readRefusal(words: string): Refusal {
  const [tool, fault] = words.split(' ');
  if ((tool === 'layers' || tool === 'types' || tool === 'lint') && fault) return { tool, fault };
  throw new Error(`"${words}" is not a tool and the name of a fault`);
}

/**
 * A folder outside the repository that holds the samples at their places, a stub in every room, and
 * the project's own configuration. The caller removes it with the returned function.
 */
export async function plantSamples(samples: readonly Sample[]) {
  const folder = await mkdtemp(join(tmpdir(), 'variorum-arch-'));
  const stubs = [...Object.keys(rooms), 'app/nowhere', 'test'].map((room) => ({
    place: `${room}/stub.ts`,
    text: stubText,
  }));
  for (const { place, text } of [...stubs, ...samples]) {
    await mkdir(dirname(join(folder, place)), { recursive: true });
    await writeFile(join(folder, place), text);
  }
  for (const path of configuration) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await cp(inRepository(path), join(folder, path));
  }
  await symlink(inRepository('node_modules'), join(folder, 'node_modules'), 'junction');
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
