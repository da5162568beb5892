import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import { recordSchemas } from '../../../app/schema/record-schemas.ts';
import { z } from '../../../app/schema/zod.ts';
import { CodedError } from '../coded-error.ts';
import { openProject } from '../project/open-project.ts';
import type { Project } from '../project/project.ts';
import { isProjectFolder, makeProjectFolder } from '../project/project-file.ts';
import { projectPaths } from '../project/project-paths.ts';
import type { HostContext } from './host-context.ts';

const { color, key } = recordSchemas.tag.shape;
const sampleSchema = z.object({
  name: z.string().min(1),
  tags: z.array(z.object({ name: z.string(), color, key, description: z.string() })),
});

/** The folder that the sample project has or will have. */
export async function sampleFolder(context: HostContext): Promise<string> {
  return join(context.sampleParent, (await readSample(context)).name);
}

/** A project that was opened, and what is still to be imported into it. */
export interface OpenedSample {
  readonly project: Project;
  readonly imports: readonly string[];
}

/**
 * Opens the sample project; makes it, with its tags, on first use. The folder has the sample's name, which the window
 * shows. Throws as `openProject` does.
 */
export async function openSample(context: HostContext): Promise<OpenedSample> {
  const sample = await readSample(context);
  const paths = projectPaths(join(context.sampleParent, sample.name));
  if (await isProjectFolder(paths)) {
    return { project: await openProject(paths.root, false, context), imports: [] };
  }
  await makeProjectFolder(paths, context.maker);
  const project = await openProject(paths.root, true, context);
  const { maker } = context;
  const added = sample.tags.map((tag) => newRecord(maker, 'tag', { ...tag, parentId: null }));
  const change = newChange(maker, 'Add the sample’s tags', { added, updated: [], removed: [] });
  const appended = await project.append(change);
  if (!appended.ok) {
    await project.close();
    throw CodedError.of(appended.error);
  }
  return { project, imports: [join(context.sampleSource, 'articles')] };
}

async function readSample(context: HostContext): Promise<z.output<typeof sampleSchema>> {
  const source = await readFile(join(context.sampleSource, 'project.json'), 'utf8');
  return sampleSchema.parse(JSON.parse(source));
}
