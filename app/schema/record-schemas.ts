import type {
  AnnotationId,
  ArticleId,
  ClaimId,
  LinkTypeId,
  RevisionId,
  SpeakerId,
  TagId,
} from '../record/ids.ts';
import type {
  AnnotationRecord,
  CarriedOver,
  ClaimQuestion,
  ClaimRecord,
  DecisionRecord,
  EvidenceRecord,
  LinkEnd,
  LinkRecord,
  LinkTypeRecord,
  Passage,
  ProjectRecord,
  RecordKind,
  RecordOf,
  SavedSearchRecord,
  SettingRecord,
  SilenceRecord,
  SpeakerRecord,
  TagRecord,
} from '../record/records.ts';
import { articleSchema, revisionSchema } from './article-schemas.ts';
import {
  briefPartSchema,
  briefSchema,
  citationStyleSchema,
  pictureSchema,
} from './brief-schemas.ts';
import { listOf, objectOf } from './object-of.ts';
import { recordFields } from './record-fields.ts';
import { noteSchema } from './rich-text-schema.ts';
import {
  idSchema,
  longTextSchema,
  nameSchema,
  ordinalSchema,
  partialDateSchema,
  textOffsetSchema,
} from './values.ts';
import { z } from './zod.ts';

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
  ...recordFields('annotation'),
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
  ...recordFields('tag'),
  name: nameSchema,
  parentId: idSchema<TagId>().nullable(),
  color: colorSchema,
  description: longTextSchema,
  key: z.int().min(1).max(9).nullable(),
  rank: z.exactOptional(nameSchema.min(1)),
});

const linkTypeSchema = objectOf<LinkTypeRecord>()({
  ...recordFields('linkType'),
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
  ...recordFields('link'),
  typeId: idSchema<LinkTypeId>(),
  from: idSchema<AnnotationId | ClaimId>(),
  fromKind: z.exactOptional(z.literal('claim')),
  to: linkEndSchema,
  note: z.exactOptional(longTextSchema),
});

const speakerSchema = objectOf<SpeakerRecord>()({
  ...recordFields('speaker'),
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
  ...recordFields('claim'),
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
  ...recordFields('evidence'),
  claimId: idSchema<ClaimId>(),
  annotationId: idSchema<AnnotationId>(),
  stance: z.enum(['asserts', 'denies', 'reports', 'qualifies', 'questions']),
});

const silenceSchema = objectOf<SilenceRecord>()({
  ...recordFields('silence'),
  claimId: idSchema<ClaimId>(),
  articleId: idSchema<ArticleId>(),
  search: longTextSchema,
  mode: z.exactOptional(z.enum(['words', 'pattern'])),
  revisionId: z.exactOptional(idSchema<RevisionId>()),
});

const decisionSchema = objectOf<DecisionRecord>()({
  ...recordFields('decision'),
  suggestion: z.enum(['parallel', 'cluster', 'quotation', 'conflict', 'silence']),
  key: nameSchema.min(1),
  outcome: z.enum(['dismissed', 'accepted']),
  articleIds: listOf(idSchema<ArticleId>()),
  score: z.number().min(0).max(1),
  words: nameSchema,
});

const savedSearchSchema = objectOf<SavedSearchRecord>()({
  ...recordFields('savedSearch'),
  name: nameSchema,
  query: longTextSchema,
  mode: z.exactOptional(z.enum(['words', 'pattern'])),
  view: z.exactOptional(z.enum(['articles', 'concordance'])),
});

const settingValueSchema: z.ZodType<unknown> = z.json();

const settingSchema = objectOf<SettingRecord>()({
  ...recordFields('setting'),
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
