import type { Confidence, MetadataSource } from '../../../../app/record/records.ts';

/** Under which names `meta` elements of one vocabulary state a fact: lower case, in order of trust. */
export interface TagNames {
  readonly source: MetadataSource;
  readonly confidence: Confidence;
  readonly title?: readonly string[];
  readonly outlet?: readonly string[];
  readonly byline?: readonly string[];
  readonly published?: readonly string[];
  readonly updated?: readonly string[];
  readonly url?: readonly string[];
  readonly language?: readonly string[];
  readonly section?: readonly string[];
}

const openGraph: TagNames = {
  source: 'open-graph',
  confidence: 'stated',
  title: ['og:title'],
  outlet: ['og:site_name'],
  byline: ['article:author', 'og:article:author', 'og:author'],
  published: ['article:published_time', 'og:article:published_time', 'og:published_time'],
  updated: ['article:modified_time', 'og:article:modified_time', 'og:updated_time'],
  url: ['og:url'],
  language: ['og:locale'],
  section: ['article:section', 'og:article:section'],
};

const dublinCore: TagNames = {
  source: 'dublin-core',
  confidence: 'stated',
  title: ['dc.title', 'dcterms.title'],
  outlet: ['dc.publisher', 'dcterms.publisher', 'dc.source'],
  byline: ['dc.creator', 'dcterms.creator', 'dc.author'],
  published: [
    'dc.date.issued',
    'dcterms.issued',
    'dcterms.created',
    'dc.date.created',
    'dc.date',
    'dcterms.date',
  ],
  updated: ['dcterms.modified', 'dc.date.modified', 'dc.modified'],
  language: ['dc.language', 'dcterms.language'],
};

// Names that publishing systems, libraries and analytics services (Parse.ly, Sailthru, Google Scholar) gave them.
const meta: TagNames = {
  source: 'meta',
  confidence: 'stated',
  title: [
    'citation_title',
    'parsely-title',
    'sailthru.title',
    'twitter:title',
    'weibo:article:title',
  ],
  outlet: ['citation_journal_title'],
  byline: ['author', 'byl', 'byline', 'parsely-author', 'sailthru.author', 'citation_author'],
  published: [
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'citation_publication_date',
    'citation_date',
    'article.published',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'ptime',
    'pdate',
  ],
  updated: ['datemodified', 'article.updated', 'lastmod', 'utime', 'modified', 'updated_time'],
  language: ['language'],
  section: ['section', 'parsely-section', 'article.section', 'article:section:name'],
};

// Names that say less: a date may be that of the file, an application's name that of a reader.
const vagueMeta: TagNames = {
  source: 'meta',
  confidence: 'likely',
  outlet: ['application-name'],
  published: ['date', 'created'],
  updated: ['revised', 'last-modified', 'lastmodified', 'last_modified', 'last-updated'],
  section: ['category'],
};

/** Every vocabulary, the most trusted first (rule T12). */
export const tagNames: readonly TagNames[] = [openGraph, dublinCore, meta, vagueMeta];
