import type {
  ArticleCluster,
  CatalogueState,
  ClusterMember,
  ConcordanceLine,
  ConcordancePage,
  ConcordanceRequest,
  FoundArticle,
  QueryProblem,
  SearchPage,
  SearchRequest,
  SnippetPart,
} from '../host/search.ts';
import type { ArticleId, RevisionId } from '../record/ids.ts';
import { listOf, objectOf } from './object-of.ts';
import { countSchema, idSchema, revisionHashSchema, textOffsetSchema } from './values.ts';
import { z } from './zod.ts';

const querySchema = z.string().max(10_000);
const modeSchema = z.enum(['words', 'pattern']);

export const searchRequestSchema = objectOf<SearchRequest>()({
  query: querySchema,
  mode: modeSchema,
  sort: z.enum(['rank', 'published', 'title']),
  offset: countSchema,
  limit: z.int().min(1).max(200),
});

export const concordanceRequestSchema = objectOf<ConcordanceRequest>()({
  query: querySchema,
  mode: modeSchema,
  sort: z.enum(['article', 'left', 'right', 'hit']),
  offset: countSchema,
  limit: z.int().min(1).max(1_000),
});

const problemSchema = objectOf<QueryProblem>()({
  message: z.string(),
  start: countSchema,
  end: countSchema,
});

const rangeSchema = objectOf<NonNullable<FoundArticle['first']>>()({
  start: textOffsetSchema,
  end: textOffsetSchema,
});

const foundArticleSchema = objectOf<FoundArticle>()({
  articleId: idSchema<ArticleId>(),
  revisionId: idSchema<RevisionId>(),
  snippet: listOf(objectOf<SnippetPart>()({ text: z.string(), isHit: z.boolean() })),
  first: rangeSchema.nullable(),
});

export const searchPageSchema = objectOf<SearchPage>()({
  articles: listOf(foundArticleSchema),
  total: countSchema,
  problem: problemSchema.nullable(),
});

const concordanceLineSchema = objectOf<ConcordanceLine>()({
  articleId: idSchema<ArticleId>(),
  revisionId: idSchema<RevisionId>(),
  hash: revisionHashSchema,
  start: textOffsetSchema,
  end: textOffsetSchema,
  left: z.string(),
  hit: z.string(),
  right: z.string(),
});

export const concordancePageSchema = objectOf<ConcordancePage>()({
  lines: listOf(concordanceLineSchema),
  total: countSchema,
  isComplete: z.boolean(),
  problem: problemSchema.nullable(),
});

export const articleClusterSchema = objectOf<ArticleCluster>()({
  id: z.string(),
  members: listOf(
    objectOf<ClusterMember>()({
      articleId: idSchema<ArticleId>(),
      similarity: z.number().min(0).max(1),
    }),
  ),
});

export const catalogueStateSchema = objectOf<CatalogueState>()({
  state: z.enum(['ready', 'indexing', 'rebuilding', 'failed']),
  indexed: countSchema,
  total: countSchema,
  version: countSchema,
  message: z.exactOptional(z.string()),
});
