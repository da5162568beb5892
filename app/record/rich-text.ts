/** A mark on a run of rich text, as ProseMirror writes it. Marks: strong, em, link (attrs.href). */
export interface RichTextMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/**
 * A node of rich text in ProseMirror's JSON form, the storage form of notes and briefs. Nodes: doc, paragraph, heading
 * (attrs.level 1 to 3), bullet_list, ordered_list (attrs.order), list_item, blockquote, hard_break, text, reference (inline,
 * attrs.kind and attrs.id: a record that is mentioned, shown as it is named now); in briefs
 * also quotation_citation (block, attrs.annotationId), inline_citation (inline, attrs.annotationId),
 * claim_citation (block, attrs.claimId), and table, table_row, table_header, table_cell (attrs.colspan, attrs.rowspan,
 * attrs.colwidth; holds paragraphs and block citations).
 */
export interface RichTextNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly RichTextNode[];
  readonly text?: string;
  readonly marks?: readonly RichTextMark[];
}
