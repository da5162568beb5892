import type { JobState } from '../../../app/host/job.ts';
import type { ArticleId } from '../../../app/record/ids.ts';
import type { ColumnMap } from '../../../app/record/records.ts';
import { columnMapSchema } from '../../../app/schema/column-map-schema.ts';
import { idSchema } from '../../../app/schema/values.ts';
import { z } from '../../../app/schema/zod.ts';

/** What a job was asked to do: enough to begin again where it stopped, also after a restart. */
export type JobWork =
  | { readonly kind: 'paths'; readonly paths: readonly string[] }
  | { readonly kind: 'table'; readonly path: string; readonly columns: ColumnMap }
  | { readonly kind: 'reread'; readonly articleId: ArticleId; readonly encoding: string }
  /** Watched folders, by id. `asked`: the analyst wants it; otherwise the program looks by itself. */
  | { readonly kind: 'rescan'; readonly folders: readonly string[]; readonly asked: boolean };

const path = z.string();

export const jobWorkSchema: z.ZodType<JobWork> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paths'), paths: z.array(path) }),
  z.strictObject({ kind: z.literal('table'), path, columns: columnMapSchema }),
  z.strictObject({
    kind: z.literal('reread'),
    articleId: idSchema<ArticleId>(),
    encoding: z.string(),
  }),
  z.strictObject({ kind: z.literal('rescan'), folders: z.array(z.string()), asked: z.boolean() }),
]);

/** What people see of a piece of work. */
export function kindOfJob(work: JobWork): JobState['kind'] {
  return work.kind === 'rescan' ? 'rescan' : 'import';
}

/** The title of a job before it is known how much there is to do. */
export function titleOfJob(work: JobWork): string {
  return work.kind === 'rescan' ? 'Looking for changes' : 'Importing';
}
