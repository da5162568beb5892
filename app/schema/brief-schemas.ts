import type { ComposedBrief } from '../record/brief-bundle.ts';
import type { BriefId } from '../record/ids.ts';
import type {
  BriefPartRecord,
  BriefRecord,
  CitationStyleRecord,
  FigureOrigin,
  PictureRecord,
} from '../record/records.ts';
import { listOf, objectOf } from './object-of.ts';
import { recordFields } from './record-fields.ts';
import { briefBlocksSchema, briefContentSchema } from './rich-text-schema.ts';
import { idSchema, longTextSchema, nameSchema } from './values.ts';
import { z } from './zod.ts';

const briefFields = {
  ...recordFields('brief'),
  title: nameSchema,
  citationStyle: z.exactOptional(nameSchema.min(1)),
  notes: z.exactOptional(z.enum(['footnotes', 'endnotes'])),
  bibliography: z.exactOptional(z.boolean()),
  language: z.exactOptional(z.string().max(100)),
};

/** A brief as it is saved: its document stands in parts, or in it as before there were parts. */
export const briefSchema = objectOf<BriefRecord>()({
  ...briefFields,
  content: z.exactOptional(briefContentSchema),
});

/** A brief with its whole document, as an export gets it. */
export const composedBriefSchema = objectOf<ComposedBrief>()({
  ...briefFields,
  content: briefContentSchema,
});

/** A part of a brief’s document. */
export const briefPartSchema = objectOf<BriefPartRecord>()({
  ...recordFields('briefPart'),
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

/** A picture with what it was drawn from; within limits that a page can show. */
export const pictureSchema = objectOf<PictureRecord>()({
  ...recordFields('picture'),
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

/** A style that the analyst brought along; whether its XML is CSL is not looked at. */
export const citationStyleSchema = objectOf<CitationStyleRecord>()({
  ...recordFields('citationStyle'),
  title: nameSchema,
  xml: z.string().max(500_000),
});
