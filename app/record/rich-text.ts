/**
 * A mark on a run of rich text, as ProseMirror writes it. Marks: strong, em, link (attrs.href); in briefs also comment
 * (attrs.id, attrs.text, attrs.at: the writer's comment to self, printed only where that is asked for).
 */
export interface RichTextMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/**
 * A node of rich text in ProseMirror's JSON form, the storage form of notes and briefs. Nodes: doc, paragraph, heading
 * (attrs.level 1 to 3), bullet_list, ordered_list (attrs.order), list_item, blockquote, hard_break, text, reference (inline,
 * attrs.kind and attrs.id: a record that is mentioned, shown as it is named now); in briefs
 * also quotation_citation (block, attrs.annotationId), inline_citation (inline, attrs.annotationId),
 * claim_citation (block, attrs.claimId), article_citation (inline, attrs.articleId: the whole article), footnote (inline,
 * holds inline nodes but no footnote: the writer's own note), figure (block, attrs.pictureId, holds its caption as inline
 * nodes), and table, table_row, table_header, table_cell (attrs.colspan, attrs.rowspan, attrs.colwidth; holds paragraphs
 * and block citations).
 *
 * A citation may have attrs.accepted, what the writer last accepted of what it prints; one of an annotation may have
 * attrs.alterations, a `QuoteAlteration[]`: what the writer left out of the quoted words and put in. Both are absent or
 * `null` where there is none, as in everything written before schema 6.
 */
export interface RichTextNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichTextNode[];
  readonly text?: string;
  readonly marks?: readonly RichTextMark[];
}
