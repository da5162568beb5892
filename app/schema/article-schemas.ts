import type { ArticleId, RevisionId, TagId } from '../record/ids.ts';
import type {
  ArticleMetadata,
  ArticleRecord,
  Confidence,
  FieldCorrection,
  FieldProvenance,
  MetadataField,
  MetadataSource,
  Origin,
  RevisionRecord,
  RevisionSource,
  SourceEncoding,
  SourceFormat,
} from '../record/records.ts';
import { columnMapSchema } from './column-map-schema.ts';
import { listOf, objectOf } from './object-of.ts';
import { recordFields } from './record-fields.ts';
import {
  countSchema,
  fileHashSchema,
  idSchema,
  instantSchema,
  nameSchema,
  ordinalSchema,
  partialDateSchema,
  revisionHashSchema,
} from './values.ts';
import { z } from './zod.ts';

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

/** The formats that an article is read from. */
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

/** An article; strict, as every record. */
export const articleSchema = objectOf<ArticleRecord>()({
  ...recordFields('article'),
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

/** A revision; strict, as every record. */
export const revisionSchema = objectOf<RevisionRecord>()({
  ...recordFields('revision'),
  articleId: idSchema<ArticleId>(),
  hash: revisionHashSchema,
  length: countSchema,
  blockCount: countSchema,
  wordCount: countSchema,
  number: z.exactOptional(ordinalSchema),
  source: z.exactOptional(revisionSourceSchema),
});
