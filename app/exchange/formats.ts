import { bibliographyFormats } from './bibliography/bibliography-formats.ts';
import type { ExchangeFormat } from './exchange-format.ts';
import { tableFormats } from './table/table-formats.ts';

/** Every format, in the order in which people are offered them. */
export const exchangeFormats: readonly ExchangeFormat[] = [
  {
    id: 'web-annotation',
    title: 'W3C Web Annotation',
    exports: 'Annotations with tags and notes, links, claims with their evidence, as JSON-LD.',
    imports: 'Annotations of articles that the project has, with tags and notes; links, claims.',
    extension: 'jsonld',
    importExtensions: ['jsonld', 'json'],
    choices: [],
  },
  {
    id: 'hypothesis',
    title: 'Hypothesis',
    exports: null,
    imports: 'Annotations of articles that the project has, with tags, notes and replies.',
    extension: 'json',
    importExtensions: ['json'],
    choices: [],
  },
  {
    id: 'refi-qda',
    title: 'REFI-QDA project (QDPX)',
    exports: 'Texts, codebook, annotations with notes, claims as cases, links.',
    imports: 'Texts, codes, coded selections with memos, sets, links.',
    extension: 'qdpx',
    importExtensions: ['qdpx', 'qde', 'qdc'],
    choices: [],
  },
  {
    id: 'brat',
    title: 'brat standoff (folder as ZIP)',
    exports: 'Texts, annotations with tags and notes, links within a text.',
    imports:
      'Texts with entities, relations, events, attributes and notes: a folder, a ZIP or one .ann.',
    extension: 'zip',
    importExtensions: ['zip', 'ann'],
    choices: [],
  },
  {
    id: 'markdown-vault',
    title: 'Markdown vault (notes as ZIP)',
    exports: 'A note for each article and claim, linked by block references; codebook and index.',
    imports: 'Vaults that this program wrote: a folder, a ZIP or one note.',
    extension: 'zip',
    importExtensions: ['zip', 'md'],
    choices: [],
  },
  ...tableFormats,
  {
    id: 'claim-review',
    title: 'ClaimReview (schema.org)',
    exports: 'Claims with speaker, rating by status and the articles they appear in, as JSON-LD.',
    imports: null,
    extension: 'jsonld',
    importExtensions: [],
    choices: [],
  },
  ...bibliographyFormats,
];

/** The format of an id, or `null`. */
export function exchangeFormat(id: string): ExchangeFormat | null {
  return exchangeFormats.find((format) => format.id === id) ?? null;
}
