import type { HostApi, HostEventName, HostEvents, HostMethod } from '../host/host-api.ts';
import type { ProjectId } from '../record/ids.ts';
import { changeSchema, journalEntrySchema } from './change-schema.ts';
import {
  briefExportSchema,
  changePageSchema,
  exportOutcomeSchema,
  jobStateSchema,
  projectInfoSchema,
  recentProjectSchema,
  snapshotPageSchema,
  windowStateSchema,
} from './host-value-schemas.ts';
import { listOf } from './object-of.ts';
import { projectRecordSchema } from './record-schemas.ts';
import { revisionTextSchema } from './text-schema.ts';
import { countSchema, idSchema, ordinalSchema, revisionHashSchema } from './values.ts';
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
  cancelJob: { argument: z.strictObject({ id: z.string().max(100) }), result: done },
  appendChange: {
    argument: z.strictObject({ projectId: idSchema<ProjectId>(), change: changeSchema }),
    result: z.strictObject({ sequence: ordinalSchema }),
  },
  keepAside: {
    argument: z.strictObject({ reason: z.string(), records: listOf(projectRecordSchema) }),
    result: z.strictObject({ fileName: z.string() }),
  },
  exportBrief: { argument: briefExportSchema, result: exportOutcomeSchema },
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
  command: z.strictObject({ id: z.string() }),
  closeRequested: z.strictObject({}),
} as const satisfies { readonly [Name in HostEventName]: z.ZodType<HostEvents[Name]> };
