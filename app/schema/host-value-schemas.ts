import type { BriefExport, CitationProblem, ExportOutcome } from '../host/brief-export.ts';
import type {
  ChangePage,
  HostInfo,
  ProjectInfo,
  RecentProject,
  SnapshotPage,
  WindowState,
} from '../host/host-api.ts';
import type { ImportItem, JobReportPage, JobState, OutcomeCounts } from '../host/job.ts';
import type { ArticleId, ProjectId } from '../record/ids.ts';
import { articleSchema, revisionSchema, sourceFormatSchema } from './article-schemas.ts';
import { citationStyleSchema, composedBriefSchema, pictureSchema } from './brief-schemas.ts';
import { journalEntrySchema } from './change-schema.ts';
import { listOf, objectOf } from './object-of.ts';
import {
  annotationSchema,
  claimSchema,
  evidenceSchema,
  projectRecordSchema,
} from './record-schemas.ts';
import { countSchema, idSchema } from './values.ts';
import { z } from './zod.ts';

export const projectInfoSchema = objectOf<ProjectInfo>()({
  id: idSchema<ProjectId>(),
  name: z.string(),
  created: z.boolean(),
  lastSequence: countSchema,
  lastChangeId: z.string().nullable(),
  readOnly: z.string().nullable(),
  notices: listOf(z.string()),
});

export const recentProjectSchema = objectOf<RecentProject>()({
  id: idSchema<ProjectId>(),
  name: z.string(),
  folder: z.string(),
  openedAt: z.string(),
});

const hostInfoSchema = objectOf<HostInfo>()({
  userName: z.string(),
  appVersion: z.string(),
  commandKey: z.enum(['Meta', 'Control']),
});

export const windowStateSchema = objectOf<WindowState>()({
  host: hostInfoSchema,
  project: projectInfoSchema.nullable(),
});

export const snapshotPageSchema = objectOf<SnapshotPage>()({
  sequence: countSchema,
  records: listOf(projectRecordSchema),
  nextOffset: countSchema.nullable(),
});

export const changePageSchema = objectOf<ChangePage>()({
  entries: listOf(journalEntrySchema),
  more: z.boolean(),
});

export const importItemSchema = objectOf<ImportItem>()({
  fileName: z.string(),
  part: z.exactOptional(z.string()),
  outcome: z.enum(['added', 'revised', 'known', 'refused', 'asks']),
  format: z.exactOptional(sourceFormatSchema),
  title: z.exactOptional(z.string()),
  articleId: z.exactOptional(idSchema<ArticleId>()),
  reason: z.exactOptional(z.string()),
  tableId: z.exactOptional(z.string()),
});

const outcomeCountsSchema = objectOf<OutcomeCounts>()({
  added: countSchema,
  revised: countSchema,
  known: countSchema,
  refused: countSchema,
  asks: countSchema,
});

export const jobStateSchema = objectOf<JobState>()({
  id: z.string(),
  kind: z.enum(['import', 'rescan']),
  title: z.string(),
  done: countSchema,
  total: countSchema,
  doneBytes: countSchema,
  totalBytes: countSchema,
  bytesPerSecond: z.number().min(0).nullable(),
  remaining: z.number().min(0).nullable(),
  state: z.enum(['running', 'paused', 'finished', 'cancelled', 'failed']),
  counts: outcomeCountsSchema,
  itemCount: countSchema,
  items: listOf(importItemSchema),
  message: z.exactOptional(z.string()),
});

export const jobReportPageSchema = objectOf<JobReportPage>()({
  items: listOf(importItemSchema),
  nextOffset: countSchema.nullable(),
});

export const briefExportSchema = objectOf<BriefExport>()({
  format: z.enum(['docx', 'pdf', 'html', 'markdown', 'text']),
  appendix: z.boolean(),
  comments: z.boolean(),
  wrap: z.boolean(),
  brief: composedBriefSchema,
  annotations: listOf(annotationSchema),
  articles: listOf(articleSchema),
  revisions: listOf(revisionSchema),
  claims: listOf(claimSchema),
  evidence: listOf(evidenceSchema),
  pictures: listOf(pictureSchema),
  styles: listOf(citationStyleSchema),
});

const citationProblemSchema = objectOf<CitationProblem>()({
  label: z.string(),
  quote: z.string(),
  reason: z.string(),
});

export const exportOutcomeSchema: z.ZodType<ExportOutcome> = z.discriminatedUnion('kind', [
  objectOf<Extract<ExportOutcome, { kind: 'written' }>>()({
    kind: z.literal('written'),
    fileName: z.string(),
  }),
  objectOf<Extract<ExportOutcome, { kind: 'cancelled' }>>()({ kind: z.literal('cancelled') }),
  objectOf<Extract<ExportOutcome, { kind: 'refused' }>>()({
    kind: z.literal('refused'),
    problems: listOf(citationProblemSchema),
  }),
]);
