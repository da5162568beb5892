import type { MetadataField, MetadataProvenance } from '../../../../app/record/records.ts';
import {
  type StatedMetadata,
  statedByline,
  statedDate,
  statedLanguage,
  statedName,
  statedUrl,
} from '../stated-metadata.ts';

/** What a document says of itself, as it is written there; `null` or none where it says nothing. */
export interface DocumentProperties {
  readonly title: string | null;
  /** Whether the title is that of the published work, and not what a template or an earlier text left there. */
  readonly isTitleOfWork: boolean;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** When the document, not the article, was made and last changed. */
  readonly created: string | null;
  readonly modified: string | null;
  /** When it says that it was published. */
  readonly published: string | null;
}

/** Properties of a document that says nothing of itself. */
export const noProperties: DocumentProperties = {
  title: null,
  isTitleOfWork: false,
  authors: [],
  publisher: null,
  language: null,
  url: null,
  created: null,
  modified: null,
  published: null,
};

/** Metadata that were found, and where. */
export interface PropertyMetadata {
  readonly metadata: StatedMetadata;
  readonly provenance: MetadataProvenance;
}

/**
 * Metadata of a document's properties by rule T16. What programs fill in by themselves is no title and no author; an
 * author of the document is likely that of the article, and the document's date no more than a guess at the article's.
 */
export function propertyMetadata(properties: DocumentProperties): PropertyMetadata {
  const title = statedName(properties.title);
  const authors = properties.authors.flatMap((names) => names.split(';'));
  const created = statedDate(properties.created);
  const modified = statedDate(properties.modified);
  const published = statedDate(properties.published);
  const metadata = {
    title: title === null || isFilledIn(title) ? null : title,
    outlet: statedName(properties.publisher),
    byline: statedByline(authors.map(statedName).filter((name) => !isNobody(name))),
    published: published ?? created,
    updated: modified === created ? null : modified,
    url: statedUrl(properties.url),
    language: statedLanguage(properties.language),
    section: null,
  };
  const confidence = (field: MetadataField) => {
    if (field === 'byline') return 'likely';
    return field === 'updated' || (field === 'published' && published === null)
      ? 'guessed'
      : 'stated';
  };
  const provenance: { -readonly [Field in keyof MetadataProvenance]: MetadataProvenance[Field] } =
    {};
  for (const field of Object.keys(metadata) as MetadataField[]) {
    if (metadata[field] === null) continue;
    provenance[field] = { source: 'document-properties', confidence: confidence(field) };
  }
  return { metadata, provenance };
}

const filledIn = [
  // The name of a file, with the program's own in front or without.
  /^microsoft (?:office )?(?:word|powerpoint|excel|publisher)\b/i,
  /\.(?:docx?|dotx?|odt|ott|rtf|txt|pdf|html?|indd|qxd|qxp|pmd?|tex|dvi|p65|wpd|pages|pptx?|xlsx?|epub|e?ps)$/i,
  /^\S*[_\\/]\S*$/,
  /^(?:file|https?):\/\//i,
  // What stands there until somebody writes something else.
  /^\(?(?:untitled|no title|title|unknown title|ohne titel|unbenannt|sans titre|sin t[ií]tulo|senza titolo|sem t[ií]tulo|без названия|无标题|無題|제목 없음)\)?(?:[ -]?\d+)?$/i,
  /^(?:document|dokument|documento|doc|新建文档|文档|文書)[ -]?\d*$/i,
  /^(?:powerpoint presentation|slide \d+|print|layout \d+|a4|template|normal)$/i,
];

/** Whether a title was filled in by a program: a file's name, "Untitled", "Microsoft Word - Document1". */
function isFilledIn(title: string): boolean {
  return filledIn.some((pattern) => pattern.test(title)) || !/[\p{L}\p{N}]/u.test(title);
}

const nobody =
  /^(?:unknown(?: author)?|author|anonymous|user|users?\s?\d*|admin(?:istrator)?|owner|root|guest|oem|test|default|me|pc|home|office|microsoft(?: office)?(?: user)?|windows user|hp|dell|lenovo|acer|asus|apple|python-docx|pandoc|docx4j|apache poi|openpyxl|calibre|writer|utente|usuario|benutzer|utilisateur|пользователь|автор|作者|用户|.*@.*|.*\.(?:com|org|net))$/i;

function isNobody(name: string | null): boolean {
  return name === null || nobody.test(name);
}
