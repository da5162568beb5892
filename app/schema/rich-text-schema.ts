import type { RichTextMark, RichTextNode } from '../record/rich-text.ts';
import { acceptedCitationSchema, quoteAlterationsSchema } from './citation-schema.ts';
import { listOf } from './object-of.ts';
import { idSchema, instantSchema, longTextSchema } from './values.ts';
import { z } from './zod.ts';

/** Where a link in a note or a brief may lead. Nothing that a click could run, and no file of this machine. */
export const linkAddressSchema = z
  .string()
  .max(4_096)
  .regex(
    /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu,
    'Links may lead to http, https and mailto only.',
  );

const textMarks = [
  z.strictObject({ type: z.literal('strong') }),
  z.strictObject({ type: z.literal('em') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({ href: linkAddressSchema }),
  }),
] as const;

/** The writer's comments to self are a few sentences each, in UTF-16 code units. */
const longestComment = 10_000;

const comment = z.strictObject({
  type: z.literal('comment'),
  attrs: z.strictObject({
    id: idSchema(),
    text: z.string().max(longestComment),
    at: instantSchema,
  }),
});

const noteMark: z.ZodType<RichTextMark> = z.discriminatedUnion('type', textMarks);
const briefMark: z.ZodType<RichTextMark> = z.discriminatedUnion('type', [...textMarks, comment]);

/** A cell that goes over more than this is a mistake. */
const mostColumns = 10_000;

/** The nodes below the root. Which node may stand in which is for the editor's own schema to say. */
function nodeSchemas(content: z.ZodType<readonly RichTextNode[]>, mark: z.ZodType<RichTextMark>) {
  const marks = z.exactOptional(listOf(mark));
  const children = z.exactOptional(content);
  const named = <Name extends string>(name: Name) =>
    z.strictObject({ type: z.literal(name), content: children });
  const textual = [
    named('paragraph'),
    z.strictObject({
      type: z.literal('heading'),
      attrs: z.strictObject({ level: z.literal([1, 2, 3]) }),
      content: children,
    }),
    named('bullet_list'),
    z.strictObject({
      type: z.literal('ordered_list'),
      attrs: z.exactOptional(z.strictObject({ order: z.int() })),
      content: children,
    }),
    named('list_item'),
    named('blockquote'),
    z.strictObject({ type: z.literal('hard_break'), marks }),
    z.strictObject({ type: z.literal('text'), text: longTextSchema.min(1), marks }),
    z.strictObject({
      type: z.literal('reference'),
      attrs: z.strictObject({
        kind: z.enum(['article', 'annotation', 'tag', 'claim']),
        id: idSchema(),
      }),
      marks,
    }),
  ] as const;
  const alterations = z.exactOptional(z.nullable(quoteAlterationsSchema));
  const accepted = z.exactOptional(z.nullable(acceptedCitationSchema));
  const citing = [
    z.strictObject({
      type: z.literal('quotation_citation'),
      attrs: z.strictObject({ annotationId: idSchema(), alterations, accepted }),
    }),
    z.strictObject({
      type: z.literal('inline_citation'),
      attrs: z.strictObject({ annotationId: idSchema(), alterations, accepted }),
      marks,
    }),
    z.strictObject({
      type: z.literal('claim_citation'),
      attrs: z.strictObject({ claimId: idSchema(), accepted }),
    }),
    z.strictObject({
      type: z.literal('article_citation'),
      attrs: z.strictObject({ articleId: idSchema(), accepted }),
      marks,
    }),
    z.strictObject({ type: z.literal('footnote'), content: children, marks }),
    z.strictObject({
      type: z.literal('figure'),
      attrs: z.strictObject({ pictureId: idSchema() }),
      content: children,
    }),
  ] as const;
  const cellAttributes = z.exactOptional(
    z.strictObject({
      colspan: z.int().min(1).max(mostColumns),
      rowspan: z.int().min(1).max(mostColumns),
      colwidth: z.array(z.int().min(0).max(10_000)).max(mostColumns).nullable(),
    }),
  );
  const tabular = [
    named('table'),
    named('table_row'),
    z.strictObject({
      type: z.literal('table_header'),
      attrs: cellAttributes,
      content: children,
    }),
    z.strictObject({ type: z.literal('table_cell'), attrs: cellAttributes, content: children }),
  ] as const;
  return { textual, citing, tabular };
}

function documentSchema(content: z.ZodType<readonly RichTextNode[]>): z.ZodType<RichTextNode> {
  return z.strictObject({ type: z.literal('doc'), content: z.exactOptional(content) });
}

const noteContent: z.ZodType<readonly RichTextNode[]> = z.lazy(() => listOf(noteNode));
const noteNode: z.ZodType<RichTextNode> = z.discriminatedUnion(
  'type',
  nodeSchemas(noteContent, noteMark).textual,
);

const briefContent: z.ZodType<readonly RichTextNode[]> = z.lazy(() => listOf(briefNode));
const briefNodes = nodeSchemas(briefContent, briefMark);
const briefNode: z.ZodType<RichTextNode> = z.discriminatedUnion('type', [
  ...briefNodes.textual,
  ...briefNodes.citing,
  ...briefNodes.tabular,
]);

/** A note: a `doc` of text and references, without citations. */
export const noteSchema = documentSchema(noteContent);

/** A brief's content: a `doc` of text, tables and citations. */
export const briefContentSchema = documentSchema(briefContent);

/** A run of a brief's top-level blocks. */
export const briefBlocksSchema = briefContent;
