import type { TableShape } from './table-columns.ts';

/** The columns of links, as in the window's table of them. */
const linkFacts = {
  from: 'From',
  fromOutlet: 'From outlet',
  fromPublished: 'From published',
  fromGuessed: 'From guessed',
  fromWords: 'From words',
  relation: 'Relation',
  direction: 'Direction',
  to: 'To',
  toOutlet: 'To outlet',
  toPublished: 'To published',
  toGuessed: 'To guessed',
  toWords: 'To words',
  note: 'Note',
  created: 'Made',
  author: 'By',
  id: 'Id',
} as const;

/** What brings a link back as it was; behind all others, so that those keep their places. */
const linkOrigin = {
  backwards: 'Relation backwards',
  relationId: 'Relation id',
  fromArticle: 'From article',
  fromAddress: 'From address',
  fromStart: 'From start (UTF-16)',
  fromEnd: 'From end (UTF-16)',
  fromHash: 'From SHA-256 of the revision',
  fromId: 'From id',
  toArticle: 'To article',
  toAddress: 'To address',
  toStart: 'To start (UTF-16)',
  toEnd: 'To end (UTF-16)',
  toHash: 'To SHA-256 of the revision',
  toId: 'To id',
} as const;

/** All columns of a table of links in their order. */
export const linkColumns = { ...linkFacts, ...linkOrigin } as const;

export type LinkColumn = keyof typeof linkColumns;

/** The columns by which a table of links is read. */
export const linkShape: TableShape<LinkColumn> = {
  own: linkColumns,
  foreign: {
    from: ['from number', 'source number'],
    fromWords: [
      'from quotation',
      'from quote',
      'from text',
      'source text',
      'source quote',
      'source',
    ],
    relation: ['relationship', 'link type', 'type', 'link', 'predicate', 'relation type'],
    direction: ['symmetric', 'both ways'],
    to: ['to number', 'target number'],
    toWords: ['to quotation', 'to quote', 'to text', 'target text', 'target quote', 'target'],
    note: ['notes', 'comment', 'comments', 'memo', 'reason', 'why'],
    created: ['created', 'created at', 'created on', 'date added'],
    author: ['author', 'creator', 'created by', 'user', 'coder'],
    id: ['guid', 'uuid', 'link id'],
    backwards: ['inverse', 'inverse relation', 'inverse name'],
    fromArticle: ['from title', 'from document', 'source title', 'source article'],
    fromAddress: ['from url', 'source url'],
    fromStart: ['from start'],
    fromEnd: ['from end'],
    fromHash: ['from hash'],
    fromId: ['source id'],
    toArticle: ['to title', 'to document', 'target title', 'target article'],
    toAddress: ['to url', 'target url'],
    toStart: ['to start'],
    toEnd: ['to end'],
    toHash: ['to hash'],
    toId: ['target id'],
  },
};
