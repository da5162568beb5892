import type { ComposedBrief } from '../record/brief-bundle.ts';
import type {
  AnnotationId,
  ArticleId,
  BriefId,
  ClaimId,
  LinkTypeId,
  RevisionId,
  SpeakerId,
  TagId,
} from '../record/ids.ts';
import type {
  AnnotationRecord,
  ArticleMetadata,
  ArticleRecord,
  BriefPartRecord,
  BriefRecord,
  CarriedOver,
  CitationStyleRecord,
  ClaimQuestion,
  ClaimRecord,
  Confidence,
  DecisionRecord,
  EvidenceRecord,
  FieldCorrection,
  FieldProvenance,
  FigureOrigin,
  LinkEnd,
  LinkRecord,
  LinkTypeRecord,
  MetadataField,
  MetadataSource,
  Origin,
  Passage,
  PictureRecord,
  ProjectRecord,
  RecordKind,
  RecordOf,
  RevisionRecord,
  RevisionSource,
  SavedSearchRecord,
  SettingRecord,
  SilenceRecord,
  SourceEncoding,
  SourceFormat,
  SpeakerRecord,
  TagRecord,
} from '../record/records.ts';
import { columnMapSchema } from './column-map-schema.ts';
import { listOf, objectOf } from './object-of.ts';
import { briefBlocksSchema, briefContentSchema, noteSchema } from './rich-text-schema.ts';
import {
  countSchema,
  fileHashSchema,
  idSchema,
  instantSchema,
  longTextSchema,
  nameSchema,
  ordinalSchema,
  partialDateSchema,
  revisionHashSchema,
  textOffsetSchema,
} from './values.ts';
import { z } from './zod.ts';

/** The fields that every record carries. */
function base<Kind extends RecordKind>(kind: Kind) {
  return {
    kind: z.literal(kind),
    id: idSchema<RecordOf<Kind>['id']>(),
    createdAt: instantSchema,
    modifiedAt: instantSchema,
    author: nameSchema,
    rev: ordinalSchema,
  };
}

const metadataFields = {
  title: nameSchema,
  outlet: nameSchema.nullable(),
  byline: nameSchema.nullable(),
  published: partialDateSchema.nullable(),
  url: z.string().max(8_192).nullable(),
  language: z.string().max(100).nullable(),
  updated: z.exactOptional(partialDateSchema.nullable()),
  section: z.exactOptional(nameSchema.nullable()),
};

const articleMetadataSchema = objectOf<ArticleMetadata>()(metadataFields);

const correctedSchema = objectOf<Partial<ArticleMetadata>>()({
  title: z.exactOptional(metadataFields.title),
  outlet: z.exactOptional(metadataFields.outlet),
  byline: z.exactOptional(metadataFields.byline),
  published: z.exactOptional(metadataFields.published),
  url: z.exactOptional(metadataFields.url),
  language: z.exactOptional(metadataFields.language),
  updated: metadataFields.updated,
  section: metadataFields.section,
});

/** An object that may have an entry for each field of the metadata. */
function byField<Entry>(entry: z.ZodType<Entry>) {
  return objectOf<{ readonly [Field in MetadataField]?: Entry }>()({
    title: z.exactOptional(entry),
    outlet: z.exactOptional(entry),
    byline: z.exactOptional(entry),
    published: z.exactOptional(entry),
    url: z.exactOptional(entry),
    language: z.exactOptional(entry),
    updated: z.exactOptional(entry),
    section: z.exactOptional(entry),
  });
}

export const sourceFormatSchema: z.ZodType<SourceFormat> = z.enum([
  'text',
  'markdown',
  'html',
  'mhtml',
  'pdf',
  'docx',
  'odt',
  'rtf',
  'epub',
  'mail',
  'mailbox',
  'csv',
  'json-lines',
  'zip',
]);

const confidenceSchema: z.ZodType<Confidence> = z.enum(['stated', 'likely', 'guessed']);

const metadataSourceSchema: z.ZodType<MetadataSource> = z.enum([
  'linked-data',
  'open-graph',
  'dublin-core',
  'meta',
  'microdata',
  'front-matter',
  'column',
  'document-properties',
  'mail-header',
  'page',
  'heading',
  'byline',
  'dateline',
  'text',
  'file-name',
  'file-date',
]);

const provenanceSchema = byField<FieldProvenance>(
  objectOf<FieldProvenance>()({ source: metadataSourceSchema, confidence: confidenceSchema }),
);

const correctedBySchema = byField<FieldCorrection>(
  objectOf<FieldCorrection>()({ author: nameSchema, at: instantSchema }),
);

const originSchema = objectOf<Origin>()({
  fileName: nameSchema,
  fileHash: fileHashSchema,
  importedAt: instantSchema,
  part: z.exactOptional(nameSchema),
  key: z.exactOptional(nameSchema),
  place: z.exactOptional(fileHashSchema),
  folderId: z.exactOptional(nameSchema),
  path: z.exactOptional(z.string().max(8_192)),
});

export const articleSchema = objectOf<ArticleRecord>()({
  ...base('article'),
  number: ordinalSchema,
  revisionId: idSchema<RevisionId>(),
  detected: articleMetadataSchema,
  corrected: correctedSchema,
  provenance: z.exactOptional(provenanceSchema),
  correctedBy: z.exactOptional(correctedBySchema),
  origins: listOf(originSchema),
  annotationsMade: countSchema,
  tagIds: z.exactOptional(listOf(idSchema<TagId>())),
  starred: z.exactOptional(z.boolean()),
  read: z.exactOptional(z.boolean()),
  archived: z.exactOptional(z.boolean()),
  trashedAt: z.exactOptional(instantSchema.nullable()),
});

const encodingSchema = objectOf<SourceEncoding>()({
  name: z.string().max(100),
  basis: z.enum(['byte-order-mark', 'declared', 'valid-utf-8', 'detected', 'chosen']),
  confidence: confidenceSchema,
});

const revisionSourceSchema = objectOf<RevisionSource>()({
  format: sourceFormatSchema,
  fileName: nameSchema,
  fileHash: fileHashSchema,
  part: z.exactOptional(nameSchema),
  encoding: encodingSchema.nullable(),
  columns: z.exactOptional(columnMapSchema),
  remarks: listOf(nameSchema),
});

export const revisionSchema = objectOf<RevisionRecord>()({
  ...base('revision'),
  articleId: idSchema<ArticleId>(),
  hash: revisionHashSchema,
  length: countSchema,
  blockCount: countSchema,
  wordCount: countSchema,
  number: z.exactOptional(ordinalSchema),
  source: z.exactOptional(revisionSourceSchema),
});

// Rule A1: the quote is exactly the words of the range, so their lengths agree.
const passageSchema = objectOf<Passage>()({
  revisionId: idSchema<RevisionId>(),
  start: textOffsetSchema,
  end: textOffsetSchema,
  quote: longTextSchema.min(1),
  prefix: z.string().max(32),
  suffix: z.string().max(32),
}).refine((passage) => passage.end - passage.start === passage.quote.length, {
  error: 'The quote is not as long as its range.',
});

const carriedOverSchema = objectOf<CarriedOver>()({
  from: passageSchema,
  outcome: z.enum(['unchanged', 'moved', 'changed', 'placed']),
  score: z.number().min(0).max(1),
});

export const annotationSchema = objectOf<AnnotationRecord>()({
  ...base('annotation'),
  articleId: idSchema<ArticleId>(),
  number: ordinalSchema,
  passage: passageSchema,
  tagIds: listOf(idSchema<TagId>()),
  note: noteSchema.nullable(),
  carried: z.exactOptional(carriedOverSchema),
  keptFrom: z.exactOptional(idSchema<RevisionId>()),
});

const colorSchema = z.literal([1, 2, 3, 4, 5, 6, 7, 8]);

const tagSchema = objectOf<TagRecord>()({
  ...base('tag'),
  name: nameSchema,
  parentId: idSchema<TagId>().nullable(),
  color: colorSchema,
  description: longTextSchema,
  key: z.int().min(1).max(9).nullable(),
  rank: z.exactOptional(nameSchema.min(1)),
});

const linkTypeSchema = objectOf<LinkTypeRecord>()({
  ...base('linkType'),
  name: nameSchema,
  inverseName: nameSchema,
  symmetric: z.boolean(),
  description: z.exactOptional(longTextSchema),
  color: z.exactOptional(colorSchema),
  line: z.exactOptional(z.enum(['solid', 'dashed', 'dotted', 'double'])),
});

const linkEndSchema: z.ZodType<LinkEnd> = z.discriminatedUnion('kind', [
  objectOf<Extract<LinkEnd, { kind: 'annotation' }>>()({
    kind: z.literal('annotation'),
    id: idSchema<AnnotationId>(),
  }),
  objectOf<Extract<LinkEnd, { kind: 'claim' }>>()({
    kind: z.literal('claim'),
    id: idSchema<ClaimId>(),
  }),
]);

const linkSchema = objectOf<LinkRecord>()({
  ...base('link'),
  typeId: idSchema<LinkTypeId>(),
  from: idSchema<AnnotationId | ClaimId>(),
  fromKind: z.exactOptional(z.literal('claim')),
  to: linkEndSchema,
  note: z.exactOptional(longTextSchema),
});

const speakerSchema = objectOf<SpeakerRecord>()({
  ...base('speaker'),
  name: nameSchema,
  nature: z.enum(['person', 'organisation']),
  aliases: listOf(nameSchema),
  description: longTextSchema,
});

const questionSchema = objectOf<ClaimQuestion>()({
  question: longTextSchema,
  answer: longTextSchema,
});

export const claimSchema = objectOf<ClaimRecord>()({
  ...base('claim'),
  number: ordinalSchema,
  wording: longTextSchema,
  speaker: nameSchema.nullable(),
  speakerId: z.exactOptional(idSchema<SpeakerId>().nullable()),
  saidOn: partialDateSchema.nullable(),
  saidUntil: z.exactOptional(partialDateSchema.nullable()),
  place: z.exactOptional(nameSchema.nullable()),
  importance: z.exactOptional(z.literal([1, 2, 3]).nullable()),
  questions: z.exactOptional(listOf(questionSchema)),
  parentId: z.exactOptional(idSchema<ClaimId>().nullable()),
  rank: z.exactOptional(nameSchema.min(1)),
  status: z.enum(['open', 'corroborated', 'disputed', 'refuted']),
  confidence: z.number().min(0).max(1).nullable(),
  tagIds: listOf(idSchema<TagId>()),
  note: noteSchema.nullable(),
});

export const evidenceSchema = objectOf<EvidenceRecord>()({
  ...base('evidence'),
  claimId: idSchema<ClaimId>(),
  annotationId: idSchema<AnnotationId>(),
  stance: z.enum(['asserts', 'denies', 'reports', 'qualifies', 'questions']),
});

const silenceSchema = objectOf<SilenceRecord>()({
  ...base('silence'),
  claimId: idSchema<ClaimId>(),
  articleId: idSchema<ArticleId>(),
  search: longTextSchema,
  mode: z.exactOptional(z.enum(['words', 'pattern'])),
  revisionId: z.exactOptional(idSchema<RevisionId>()),
});

const decisionSchema = objectOf<DecisionRecord>()({
  ...base('decision'),
  suggestion: z.enum(['parallel', 'cluster', 'quotation', 'conflict', 'silence']),
  key: nameSchema.min(1),
  outcome: z.enum(['dismissed', 'accepted']),
  articleIds: listOf(idSchema<ArticleId>()),
  score: z.number().min(0).max(1),
  words: nameSchema,
});

const briefFields = {
  ...base('brief'),
  title: nameSchema,
  citationStyle: z.exactOptional(nameSchema.min(1)),
  notes: z.exactOptional(z.enum(['footnotes', 'endnotes'])),
  bibliography: z.exactOptional(z.boolean()),
  language: z.exactOptional(z.string().max(100)),
};

const briefSchema = objectOf<BriefRecord>()({
  ...briefFields,
  content: z.exactOptional(briefContentSchema),
});

/** A brief with its whole document, as an export gets it. */
export const composedBriefSchema = objectOf<ComposedBrief>()({
  ...briefFields,
  content: briefContentSchema,
});

const briefPartSchema = objectOf<BriefPartRecord>()({
  ...base('briefPart'),
  briefId: idSchema<BriefId>(),
  order: nameSchema.min(1),
  content: briefBlocksSchema,
});

/** How long a picture may be, as SVG and as base64, in characters. */
const longestPicture = 2_000_000;

const figureOriginSchema = objectOf<FigureOrigin>()({
  ids: z.nullable(listOf(idSchema())),
  graph: z.exactOptional(
    z.strictObject({
      passages: z.boolean(),
      articles: z.boolean(),
      claims: z.boolean(),
      evidence: z.boolean(),
      hiddenTypes: listOf(idSchema()),
    }),
  ),
  digest: nameSchema,
});

export const pictureSchema = objectOf<PictureRecord>()({
  ...base('picture'),
  of: z.enum(['matrix', 'graph', 'timeline', 'other']),
  svg: z.string().max(longestPicture),
  png: z
    .string()
    .max(longestPicture)
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'Not base64.'),
  width: z.number().min(0).max(100_000),
  height: z.number().min(0).max(100_000),
  description: longTextSchema,
  drawnFrom: z.exactOptional(figureOriginSchema),
});

export const citationStyleSchema = objectOf<CitationStyleRecord>()({
  ...base('citationStyle'),
  title: nameSchema,
  xml: z.string().max(500_000),
});

const savedSearchSchema = objectOf<SavedSearchRecord>()({
  ...base('savedSearch'),
  name: nameSchema,
  query: longTextSchema,
  mode: z.exactOptional(z.enum(['words', 'pattern'])),
  view: z.exactOptional(z.enum(['articles', 'concordance'])),
});

const settingValueSchema: z.ZodType<unknown> = z.json();

const settingSchema = objectOf<SettingRecord>()({
  ...base('setting'),
  name: nameSchema,
  value: settingValueSchema,
});

/** One schema a kind; a kind without one does not compile. */
export const recordSchemas = {
  setting: settingSchema,
  article: articleSchema,
  revision: revisionSchema,
  tag: tagSchema,
  annotation: annotationSchema,
  linkType: linkTypeSchema,
  speaker: speakerSchema,
  claim: claimSchema,
  link: linkSchema,
  evidence: evidenceSchema,
  silence: silenceSchema,
  decision: decisionSchema,
  brief: briefSchema,
  briefPart: briefPartSchema,
  picture: pictureSchema,
  citationStyle: citationStyleSchema,
  savedSearch: savedSearchSchema,
} as const satisfies { readonly [Kind in RecordKind]: z.ZodType<RecordOf<Kind>> };

/** Any record, told apart by `kind`. Strict: a field that the interface does not know is refused. */
export const projectRecordSchema: z.ZodType<ProjectRecord> = z.discriminatedUnion('kind', [
  recordSchemas.setting,
  recordSchemas.article,
  recordSchemas.revision,
  recordSchemas.tag,
  recordSchemas.annotation,
  recordSchemas.linkType,
  recordSchemas.speaker,
  recordSchemas.claim,
  recordSchemas.link,
  recordSchemas.evidence,
  recordSchemas.silence,
  recordSchemas.decision,
  recordSchemas.brief,
  recordSchemas.briefPart,
  recordSchemas.picture,
  recordSchemas.citationStyle,
  recordSchemas.savedSearch,
]);
