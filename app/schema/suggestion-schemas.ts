import type {
  ClusterPassage,
  ClusterSuggestion,
  ConflictSide,
  ConflictSuggestion,
  FiledPassage,
  FiledTogether,
  ParallelSuggestion,
  QuotationSuggestion,
  SilenceQuestion,
  SilenceSuggestion,
  SuggestedPassage,
  SuggestedRange,
  SuggestedSpeaker,
  Suggestion,
  SuggestionsPage,
  SuggestionsRequest,
  SuggestionsState,
} from '../host/suggestions.ts';
import type { ArticleId, ClaimId, RevisionId } from '../record/ids.ts';
import { listOf, objectOf } from './object-of.ts';
import {
  countSchema,
  idSchema,
  longTextSchema,
  ordinalSchema,
  revisionHashSchema,
  textOffsetSchema,
} from './values.ts';
import { z } from './zod.ts';

const kindsSchema: z.ZodType<SuggestionsRequest['kinds']> = z
  .array(z.enum(['parallel', 'cluster', 'quotation', 'conflict']))
  .max(10);
const scoreSchema = z.number().min(0).max(1);
const range = { start: textOffsetSchema, end: textOffsetSchema };
const rangeSchema = objectOf<SuggestedRange>()(range);

/** Of what the key of a suggestion is made nothing need be known here. */
export const suggestionKeySchema = z.string().min(1).max(200);

const passage = {
  ...range,
  articleId: idSchema<ArticleId>(),
  revisionId: idSchema<RevisionId>(),
  hash: revisionHashSchema,
  quote: z.string(),
};
const passageSchema = objectOf<SuggestedPassage>()(passage);
const suggestion = { key: suggestionKeySchema, score: scoreSchema };

export const parallelSuggestionSchema = objectOf<ParallelSuggestion>()({
  ...suggestion,
  kind: z.literal('parallel'),
  one: passageSchema,
  other: passageSchema,
  words: countSchema,
  verbatim: z.boolean(),
  formula: z.boolean(),
  first: z.enum(['one', 'other']).nullable(),
  clusterKey: suggestionKeySchema.nullable(),
});

export const clusterSuggestionSchema = objectOf<ClusterSuggestion>()({
  ...suggestion,
  kind: z.literal('cluster'),
  passages: listOf(
    objectOf<ClusterPassage>()({
      ...passage,
      wording: ordinalSchema,
      credits: z.string().nullable(),
      creditsSure: z.boolean(),
    }),
  ),
  articles: countSchema,
  wordings: countSchema,
  formula: z.boolean(),
});

export const quotationSuggestionSchema = objectOf<QuotationSuggestion>()({
  ...suggestion,
  kind: z.literal('quotation'),
  passage: passageSchema,
  form: z.enum(['direct', 'block', 'reported']),
  speaker: objectOf<SuggestedSpeaker>()({
    name: z.string(),
    range: rangeSchema.nullable(),
    sure: z.boolean(),
  }).nullable(),
  cue: rangeSchema.nullable(),
  place: z.string().nullable(),
});

const sideSchema = objectOf<ConflictSide>()({
  passage: passageSchema,
  range: rangeSchema,
  value: z.string(),
});

export const conflictSuggestionSchema = objectOf<ConflictSuggestion>()({
  ...suggestion,
  kind: z.literal('conflict'),
  about: z.enum(['figure', 'date', 'speaker']),
  one: sideSchema,
  other: sideSchema,
  joined: z.enum(['parallel', 'claim', 'link', 'quantity']),
  recordId: z.string().nullable(),
  remark: z.string().nullable(),
});

export const silenceSuggestionSchema = objectOf<SilenceSuggestion>()({
  ...suggestion,
  kind: z.literal('silence'),
  claimId: idSchema<ClaimId>(),
  articleId: idSchema<ArticleId>(),
  revisionId: idSchema<RevisionId>(),
  search: z.string(),
  nearest: passageSchema.nullable(),
});

const suggestionSchema: z.ZodType<Suggestion> = z.discriminatedUnion('kind', [
  parallelSuggestionSchema,
  clusterSuggestionSchema,
  quotationSuggestionSchema,
  conflictSuggestionSchema,
  silenceSuggestionSchema,
]);

export const suggestionsRequestSchema = objectOf<SuggestionsRequest>()({
  kinds: kindsSchema,
  articleId: idSchema<ArticleId>().nullable(),
  leastScores: objectOf<SuggestionsRequest['leastScores']>()({
    parallel: z.exactOptional(scoreSchema),
    cluster: z.exactOptional(scoreSchema),
    quotation: z.exactOptional(scoreSchema),
    conflict: z.exactOptional(scoreSchema),
    silence: z.exactOptional(scoreSchema),
  }),
  formulas: z.boolean(),
  offset: countSchema,
  limit: z.int().min(1).max(200),
});

export const suggestionsPageSchema = objectOf<SuggestionsPage>()({
  suggestions: listOf(suggestionSchema),
  total: countSchema,
  totals: objectOf<SuggestionsPage['totals']>()({
    parallel: z.exactOptional(countSchema),
    cluster: z.exactOptional(countSchema),
    quotation: z.exactOptional(countSchema),
    conflict: z.exactOptional(countSchema),
    silence: z.exactOptional(countSchema),
  }),
});

export const suggestionsStateSchema = objectOf<SuggestionsState>()({
  state: z.enum(['ready', 'looking', 'failed']),
  done: countSchema,
  total: countSchema,
  version: countSchema,
  found: countSchema,
  message: z.exactOptional(z.string()),
});

const filedPassageSchema = objectOf<FiledPassage>()({
  ...range,
  articleId: idSchema<ArticleId>(),
  hash: revisionHashSchema,
});
const filedPassages: z.ZodType<readonly FiledPassage[]> = z.array(filedPassageSchema).max(1_000);
const candidates: z.ZodType<readonly ArticleId[]> = z.array(idSchema<ArticleId>()).max(20_000);

export const filedTogetherSchema = objectOf<FiledTogether>()({
  recordId: z.string().max(100),
  joined: z.enum(['claim', 'link']),
  passages: filedPassages,
});

export const silenceQuestionSchema = objectOf<SilenceQuestion>()({
  claimId: idSchema<ClaimId>(),
  wording: longTextSchema,
  passages: filedPassages,
  articleIds: candidates,
});
