import type { HostApi, HostEventName, HostEvents, HostMethod } from '../host/host-api.ts';
import type { ArticleId, ChangeId, ProjectId } from '../record/ids.ts';
import { changeSchema, diffSchema, journalEntrySchema } from './change-schema.ts';
import { columnMapSchema } from './column-map-schema.ts';
import { tablePreviewSchema, watchedFolderSchema } from './corpus-schemas.ts';
import {
  exchangeOutcomeSchema,
  exchangeStateSchema,
  exportRequestSchema,
  importRequestSchema,
} from './exchange-schemas.ts';
import { exportedFileSchema } from './exported-file-schema.ts';
import {
  earlierStatePageSchema,
  entryPageSchema,
  historyPageSchema,
  historyRequestSchema,
} from './history-schemas.ts';
import {
  briefExportSchema,
  changePageSchema,
  exportOutcomeSchema,
  jobReportPageSchema,
  jobStateSchema,
  projectInfoSchema,
  recentProjectSchema,
  snapshotPageSchema,
  windowStateSchema,
} from './host-value-schemas.ts';
import { listOf } from './object-of.ts';
import { projectRecordSchema } from './record-schemas.ts';
import {
  articleClusterSchema,
  catalogueStateSchema,
  concordancePageSchema,
  concordanceRequestSchema,
  searchPageSchema,
  searchRequestSchema,
} from './search-schemas.ts';
import {
  clusterSuggestionSchema,
  conflictSuggestionSchema,
  filedTogetherSchema,
  parallelSuggestionSchema,
  quotationSuggestionSchema,
  silenceQuestionSchema,
  silenceSuggestionSchema,
  suggestionKeySchema,
  suggestionsPageSchema,
  suggestionsRequestSchema,
  suggestionsStateSchema,
} from './suggestion-schemas.ts';
import { revisionTextSchema } from './text-schema.ts';
import { countSchema, idSchema, nameSchema, ordinalSchema, revisionHashSchema } from './values.ts';
import { z } from './zod.ts';

/** What a method of the host takes: `undefined` for one without an argument. */
export type HostArgument<Method extends HostMethod> =
  Parameters<HostApi[Method]> extends [infer Argument] ? Argument : undefined;

/** What a method of the host answers. */
export type HostResult<Method extends HostMethod> = Awaited<ReturnType<HostApi[Method]>>;

type MethodSchemas = {
  readonly [Method in HostMethod]: {
    readonly argument: z.ZodType<HostArgument<Method>>;
    readonly result: z.ZodType<HostResult<Method>>;
  };
};

const nothing = z.undefined();
const done = z.void();
/** What is named by an id that main gave it: a job, a watched folder, a table. */
const named = z.strictObject({ id: z.string().max(100) });
const ofArticle = z.strictObject({ articleId: idSchema<ArticleId>() });
const pasted = z.string().max(20_000_000);

/**
 * What crosses between a window and main, both ways. Also the allowlist: a method that is not an own key here can't be
 * called. A method that is missing, or whose schema is of another type, does not compile.
 */
export const hostMethodSchemas = {
  getWindow: { argument: nothing, result: windowStateSchema },
  listRecentProjects: { argument: nothing, result: listOf(recentProjectSchema) },
  readSnapshot: { argument: z.strictObject({ offset: countSchema }), result: snapshotPageSchema },
  readChanges: { argument: z.strictObject({ after: countSchema }), result: changePageSchema },
  readText: {
    argument: z.strictObject({ hash: revisionHashSchema }),
    result: revisionTextSchema,
  },
  createProject: { argument: nothing, result: projectInfoSchema.nullable() },
  openProject: { argument: nothing, result: projectInfoSchema.nullable() },
  openRecentProject: {
    argument: z.strictObject({ id: idSchema<ProjectId>() }),
    result: projectInfoSchema,
  },
  openSampleProject: { argument: nothing, result: projectInfoSchema },
  closeProject: { argument: nothing, result: done },
  chooseImport: {
    argument: z.strictObject({ what: z.enum(['files', 'folder']) }),
    result: z.boolean(),
  },
  cancelJob: { argument: named, result: done },
  pauseJob: { argument: named, result: done },
  resumeJob: { argument: named, result: done },
  listJobs: { argument: nothing, result: listOf(jobStateSchema) },
  readJobReport: {
    argument: z.strictObject({ id: z.string().max(100), offset: countSchema }),
    result: jobReportPageSchema,
  },
  exportJobReport: {
    argument: named,
    result: z.strictObject({ fileName: z.string() }).nullable(),
  },
  search: { argument: searchRequestSchema, result: searchPageSchema },
  readConcordance: { argument: concordanceRequestSchema, result: concordancePageSchema },
  listClusters: { argument: nothing, result: listOf(articleClusterSchema) },
  getCatalogue: { argument: nothing, result: catalogueStateSchema },
  getSuggestions: { argument: nothing, result: suggestionsStateSchema },
  listSuggestions: { argument: suggestionsRequestSchema, result: suggestionsPageSchema },
  readCluster: {
    argument: z.strictObject({ key: suggestionKeySchema }),
    result: clusterSuggestionSchema.nullable(),
  },
  readParallels: { argument: ofArticle, result: listOf(parallelSuggestionSchema) },
  readQuotations: { argument: ofArticle, result: listOf(quotationSuggestionSchema) },
  findConflicts: {
    argument: z.strictObject({ groups: z.array(filedTogetherSchema).max(100) }),
    result: listOf(conflictSuggestionSchema),
  },
  findSilences: {
    argument: z.strictObject({ questions: z.array(silenceQuestionSchema).max(20) }),
    result: listOf(silenceSuggestionSchema),
  },
  listWatchedFolders: { argument: nothing, result: listOf(watchedFolderSchema) },
  watchFolder: { argument: nothing, result: watchedFolderSchema.nullable() },
  unwatchFolder: { argument: named, result: done },
  rescanFolders: { argument: nothing, result: done },
  readTable: { argument: named, result: tablePreviewSchema },
  readHistory: { argument: historyRequestSchema, result: historyPageSchema },
  readEntry: {
    argument: z.strictObject({ sequence: ordinalSchema, offset: countSchema }),
    result: entryPageSchema,
  },
  readLastStates: {
    argument: z.strictObject({ ids: z.array(idSchema()).max(200) }),
    result: listOf(projectRecordSchema),
  },
  readEarlierStates: {
    argument: z.strictObject({ sequence: countSchema, upTo: countSchema, offset: countSchema }),
    result: earlierStatePageSchema,
  },
  showUndo: {
    argument: z.strictObject({ undo: nameSchema.nullable(), redo: nameSchema.nullable() }),
    result: done,
  },
  importTable: {
    argument: z.strictObject({ id: z.string().max(100), columns: columnMapSchema }),
    result: done,
  },
  importPasted: {
    argument: z.strictObject({ text: pasted, html: pasted.nullable() }),
    result: done,
  },
  rereadArticle: {
    argument: z.strictObject({
      articleId: idSchema<ArticleId>(),
      encoding: z.string().max(100),
    }),
    result: done,
  },
  appendChange: {
    argument: z.strictObject({
      projectId: idSchema<ProjectId>(),
      change: changeSchema,
      slices: z.exactOptional(ordinalSchema),
    }),
    result: z.strictObject({ sequence: ordinalSchema }),
  },
  holdSlice: {
    argument: z.strictObject({
      projectId: idSchema<ProjectId>(),
      changeId: idSchema<ChangeId>(),
      index: countSchema,
      diff: diffSchema,
    }),
    result: done,
  },
  keepAside: {
    argument: z.strictObject({ reason: z.string(), records: listOf(projectRecordSchema) }),
    result: z.strictObject({ fileName: z.string() }),
  },
  listTemplates: {
    argument: nothing,
    result: listOf(
      z.strictObject({
        fileName: z.string(),
        content: z.string(),
        problem: z.exactOptional(z.string()),
      }),
    ),
  },
  readCitationStyle: {
    argument: z.strictObject({
      id: z.string().max(200).nullable(),
      languages: z.array(z.string().max(100)).max(8),
    }),
    result: z.strictObject({
      id: z.string(),
      xml: z.string(),
      locales: z.record(z.string(), z.string()),
    }),
  },
  exportBrief: { argument: briefExportSchema, result: exportOutcomeSchema },
  chooseFile: {
    argument: z.strictObject({ kind: z.enum(['codebook', 'citation-style']) }),
    result: z.strictObject({ fileName: z.string(), content: z.string() }).nullable(),
  },
  writeTemplate: {
    argument: z.strictObject({
      fileName: z.string().max(200),
      content: z.string().max(200_000),
    }),
    result: z.strictObject({ fileName: z.string() }),
  },
  exportFile: {
    argument: exportedFileSchema,
    result: z.strictObject({ fileName: z.string() }).nullable(),
  },
  exportTo: { argument: exportRequestSchema, result: exchangeOutcomeSchema.nullable() },
  importFrom: { argument: importRequestSchema, result: exchangeOutcomeSchema.nullable() },
  cancelExchange: { argument: named, result: done },
  answerClose: { argument: z.strictObject({ close: z.boolean() }), result: done },
  openExternal: {
    argument: z.strictObject({ url: z.string().max(8_192) }),
    result: done,
  },
} as const satisfies MethodSchemas;

/** What main tells a window, by event. */
export const hostEventSchemas = {
  entry: journalEntrySchema,
  job: jobStateSchema,
  exchange: exchangeStateSchema,
  catalogue: catalogueStateSchema,
  suggestions: suggestionsStateSchema,
  folders: listOf(watchedFolderSchema),
  command: z.strictObject({ id: z.string() }),
  notice: z.strictObject({ sentence: z.string() }),
  closeRequested: z.strictObject({}),
} as const satisfies { readonly [Name in HostEventName]: z.ZodType<HostEvents[Name]> };
