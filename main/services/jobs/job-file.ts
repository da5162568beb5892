import { appendFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ImportItem, JobState } from '../../../app/host/job.ts';
import { importItemSchema, jobStateSchema } from '../../../app/schema/host-value-schemas.ts';
import { z } from '../../../app/schema/zod.ts';
import { errorCode } from '../files/error-code.ts';
import { readLines } from '../files/read-lines.ts';
import { writeFileAtomically } from '../files/write-file-atomically.ts';
import { type JobWork, jobWorkSchema } from './job-work.ts';

/** A job as it is kept on disk, without its report. */
export interface StoredJob {
  readonly state: JobState;
  readonly work: JobWork;
}

/** A line of a report with what main needs of it. */
export interface ReportLine {
  readonly item: ImportItem;
  /** The file that it is about. */
  readonly path: string;
  /** Whether the file was done with this line. */
  readonly isLast: boolean;
}

const storedJobSchema: z.ZodType<StoredJob & { readonly schema: 1 }> = z.object({
  schema: z.literal(1),
  state: jobStateSchema,
  work: jobWorkSchema,
});

const reportLineSchema: z.ZodType<ReportLine> = z.object({
  item: importItemSchema,
  path: z.string(),
  isLast: z.boolean(),
});

/** The folder of a project's jobs: of each a file with its state and one with its report, a JSON line an item. */
export class JobFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The jobs that are kept, oldest first; damaged files are passed over. Throws only what the system throws. */
  async list(): Promise<readonly StoredJob[]> {
    const names = await readdir(this.#folder).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    });
    const jobs: StoredJob[] = [];
    // Ids are UUIDs of version 7: their order is that of time.
    for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
      const job = storedJobSchema.safeParse(await readJson(join(this.#folder, name)));
      if (job.success) jobs.push(job.data);
    }
    return jobs;
  }

  async write(job: StoredJob): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const content = JSON.stringify({ schema: 1, ...job });
    await writeFileAtomically(this.#path(job.state.id, 'json'), `${content}\n`);
  }

  /** Adds lines to a report. Not synced: what a power cut takes, a job that goes on finds out again. */
  async append(id: string, lines: readonly ReportLine[]): Promise<void> {
    if (lines.length === 0) return;
    await mkdir(this.#folder, { recursive: true });
    const content = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    await appendFile(this.#path(id, 'jsonl'), content);
  }

  /** The lines of a report from the `offset`th on, as many as asked for; damaged ones are left out. */
  async *report(id: string, offset = 0, limit = Number.POSITIVE_INFINITY) {
    let index = 0;
    try {
      for await (const { bytes } of readLines(this.#path(id, 'jsonl'))) {
        if (index >= offset + limit) return;
        index += 1;
        if (index <= offset) continue;
        const line = reportLineSchema.safeParse(parseJson(bytes.toString('utf8')));
        if (line.success) yield line.data;
      }
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
  }

  async remove(id: string): Promise<void> {
    for (const ending of ['json', 'jsonl']) await rm(this.#path(id, ending), { force: true });
  }

  #path(id: string, ending: string): string {
    return join(this.#folder, `${id}.${ending}`);
  }
}

async function readJson(path: string): Promise<unknown> {
  return parseJson(await readFile(path, 'utf8').catch(() => ''));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
