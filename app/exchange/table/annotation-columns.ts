import type { TableShape } from './table-columns.ts';

/**
 * The columns of annotations as a table, in their order: those that the window's table shows first, under the names that it
 * gives them, then what is needed to find the passage again.
 */
export const annotationColumns = {
  number: 'Number',
  quote: 'Quotation',
  tags: 'Tags',
  note: 'Note',
  article: 'Article',
  outlet: 'Outlet',
  published: 'Published',
  guessed: 'Guessed',
  links: 'Links',
  claims: 'Claims',
  author: 'Author',
  created: 'Made',
  url: 'Address',
  start: 'Start (UTF-16)',
  end: 'End (UTF-16)',
  hash: 'SHA-256 of the revision',
  prefix: 'Before',
  suffix: 'After',
  id: 'Id',
} as const;

export type AnnotationColumn = keyof typeof annotationColumns;

/** What other programs call these columns, folded. Our own names are known besides. */
const foreignColumns: Readonly<Partial<Record<AnnotationColumn, readonly string[]>>> = {
  number: ['no', 'no.', '#'],
  quote: [
    ...['quote', 'quoted text', 'exact', 'text', 'highlight', 'highlighted text', 'selection'],
    ...['excerpt', 'passage', 'segment', 'coded segment', 'zitat', 'citation', 'quotation content'],
  ],
  tags: ['tag', 'codes', 'code', 'labels', 'label', 'category', 'keywords'],
  note: ['notes', 'comment', 'comments', 'memo', 'remark', 'annotation', 'body'],
  article: ['title', 'article title', 'document', 'document name', 'source', 'headline', 'file'],
  outlet: ['publication', 'publisher', 'newspaper', 'journal', 'medium'],
  published: ['date', 'publication date', 'published on'],
  author: ['user', 'creator', 'created by', 'coder'],
  created: ['created', 'created at', 'created on', 'date added', 'added'],
  url: ['url', 'uri', 'link', 'web address'],
  start: ['start', 'start offset', 'begin', 'from'],
  end: ['end', 'end offset', 'to'],
  hash: ['sha-256', 'sha256', 'hash', 'revision'],
  prefix: ['prefix', 'context before'],
  suffix: ['suffix', 'context after'],
  id: ['guid', 'uuid', 'annotation id'],
};

/** The columns by which a table of annotations is read. */
export const annotationShape: TableShape<AnnotationColumn> = {
  own: annotationColumns,
  foreign: foreignColumns,
};
