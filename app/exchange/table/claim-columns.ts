import type { TableShape } from './table-columns.ts';

/** What a claim's own columns are called, as in the workbook of the matrix. */
export const claimFacts = {
  claim: 'Claim',
  wording: 'Wording',
  parent: 'Part of',
  speaker: 'Speaker',
  saidOn: 'Said on',
  saidUntil: 'Until',
  place: 'Place',
  status: 'Status',
  confidence: 'Confidence (%)',
  importance: 'Importance (1 to 3)',
  tags: 'Tags',
  questions: 'Questions',
  note: 'Note',
  silent: 'Silent',
  id: 'Id',
} as const;

/** What the columns of a passage under a claim are called. */
export const evidenceFacts = {
  stance: 'Stance',
  number: 'Number',
  quote: 'Quotation',
  outlet: 'Outlet',
  article: 'Article',
  published: 'Published',
  guessed: 'Guessed',
  url: 'Address',
  start: 'Start (UTF-16)',
  end: 'End (UTF-16)',
  hash: 'SHA-256 of the revision',
} as const;

/** What brings a claim back as it was; behind all others, so that those keep their places. */
export const claimOrigin = {
  speakerId: 'Speaker id',
  speakerNature: 'Speaker is',
  author: 'Author',
  created: 'Made',
  searched: 'Silent, to be read',
} as const;

/** The same of a passage under it. */
export const evidenceOrigin = {
  passageId: 'Passage id',
  evidenceId: 'Filing id',
  filedBy: 'Filed by',
  filed: 'Filed',
} as const;

/** All columns of a table of claims in their order. */
export const claimColumns = {
  ...claimFacts,
  ...evidenceFacts,
  ...claimOrigin,
  ...evidenceOrigin,
} as const;

export type ClaimFact = keyof typeof claimFacts | keyof typeof claimOrigin;
export type EvidenceFact = keyof typeof evidenceFacts | keyof typeof evidenceOrigin;
export type ClaimColumn = keyof typeof claimColumns;

/** The columns by which a table of claims is read. */
export const claimShape: TableShape<ClaimColumn> = {
  own: claimColumns,
  foreign: {
    claim: ['claim no', 'claim no.', 'claim number', 'no', 'no.', '#'],
    wording: ['claim text', 'statement', 'assertion', 'claim wording', 'proposition'],
    parent: ['parent', 'parent claim', 'belongs to', 'subclaim of', 'sub-claim of'],
    speaker: ['claimant', 'said by', 'who', 'actor', 'speaker name'],
    saidOn: ['date', 'said', 'claim date', 'when', 'from date'],
    saidUntil: ['said until', 'to date'],
    place: ['where', 'location'],
    status: ['verdict', 'state', 'rating', 'assessment'],
    confidence: ['confidence', 'certainty'],
    importance: ['importance', 'priority', 'weight'],
    tags: ['tag', 'codes', 'code', 'labels', 'label', 'category', 'keywords', 'topic', 'topics'],
    questions: ['question', 'open questions'],
    note: ['notes', 'comment', 'comments', 'memo', 'remark', 'remarks'],
    id: ['guid', 'uuid', 'claim id'],
    stance: ['position', 'evidence stance', 'relation to claim'],
    number: ['passage', 'annotation', 'evidence no', 'evidence number'],
    quote: ['quote', 'quoted text', 'evidence', 'excerpt', 'exact', 'highlight', 'citation'],
    outlet: ['publication', 'publisher', 'newspaper', 'journal', 'medium'],
    article: ['title', 'article title', 'document', 'document name', 'source', 'headline'],
    published: ['publication date', 'published on'],
    url: ['url', 'uri', 'link', 'web address'],
    start: ['start', 'start offset'],
    end: ['end', 'end offset'],
    hash: ['sha-256', 'sha256', 'hash', 'revision hash'],
    author: ['creator', 'created by', 'by'],
    created: ['created', 'created at', 'created on', 'date added'],
    passageId: ['annotation id'],
    evidenceId: ['evidence id'],
  },
};
