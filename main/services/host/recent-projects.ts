import { readFile } from 'node:fs/promises';
import type { RecentProject } from '../../../app/host/host-api.ts';
import { recentProjectSchema } from '../../../app/schema/host-value-schemas.ts';
import { z } from '../../../app/schema/zod.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { isProjectFolder } from '../project/project-file.ts';
import { projectPaths } from '../project/project-paths.ts';

const most = 20;
const fileSchema = z.array(recentProjectSchema);

/** The projects that were opened last, newest first, in a file of the program's own folder. */
export class RecentProjects {
  readonly #path: string;
  #writing: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
  }

  /** Those whose folder is still there. A list that can't be read counts as empty: it is a convenience. */
  async list(): Promise<readonly RecentProject[]> {
    await this.#writing;
    const all = await this.#read();
    const present = await Promise.all(
      all.map(({ folder }) => isProjectFolder(projectPaths(folder))),
    );
    return all.filter((_, index) => present[index] === true);
  }

  /** Puts a project first. Copies of one project in several folders are listed each. Never rejects. */
  note(project: RecentProject): Promise<void> {
    this.#writing = this.#writing
      .then(async () => {
        const others = (await this.#read()).filter(({ folder }) => folder !== project.folder);
        const list = [project, ...others].slice(0, most);
        await writeFileAtomically(this.#path, `${JSON.stringify(list, null, 2)}\n`);
      })
      .catch(() => undefined);
    return this.#writing;
  }

  async #read(): Promise<readonly RecentProject[]> {
    try {
      return fileSchema.parse(JSON.parse(await readFile(this.#path, 'utf8')));
    } catch {
      return [];
    }
  }
}
