import type {
  CarriedCounts,
  ExchangeOutcome,
  ExchangeReport,
  ExchangeState,
  ExportRequest,
  ImportRequest,
} from '../host/exchange.ts';
import { listOf, objectOf } from './object-of.ts';
import { countSchema } from './values.ts';
import { z } from './zod.ts';

/** The id of a format. */
const formatSchema = z.string().max(100);
const direction = z.enum(['export', 'import']);

export const exportRequestSchema = objectOf<ExportRequest>()({
  format: formatSchema,
  options: z.record(z.string().max(100), z.boolean()),
});

export const importRequestSchema = objectOf<ImportRequest>()({
  format: formatSchema.nullable(),
  what: z.enum(['file', 'folder']),
});

export const exchangeStateSchema = objectOf<ExchangeState>()({
  id: z.string(),
  direction,
  title: z.string(),
  done: z.number().min(0),
  total: z.number().min(0),
  state: z.enum(['running', 'saving', 'ended']),
});

const count = z.exactOptional(countSchema);

const countsSchema: z.ZodType<CarriedCounts> = z.strictObject({
  article: count,
  correction: count,
  annotation: count,
  tag: count,
  claim: count,
  evidence: count,
  link: count,
  speaker: count,
  silence: count,
});

const reportSchema = objectOf<ExchangeReport>()({
  carried: countsSchema,
  known: countsSchema,
  lost: listOf(
    z.strictObject({
      what: z.string(),
      why: z.string(),
      count: countSchema,
      examples: listOf(z.string()),
    }),
  ),
  refused: listOf(z.strictObject({ where: z.string(), reason: z.string() })),
  refusedCount: countSchema,
  remarks: listOf(z.string()),
});

export const exchangeOutcomeSchema: z.ZodType<ExchangeOutcome> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('done'),
    direction,
    fileName: z.string(),
    format: formatSchema,
    report: reportSchema,
  }),
  z.strictObject({ kind: z.literal('cancelled') }),
]);
