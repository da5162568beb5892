import { untitledMetadata } from '../../../../app/article/article-metadata.ts';
import { canonicalText } from '../../../../app/article/canonical-text.ts';
import { fileTitle } from '../../../../app/article/file-title.ts';
import { withHeadline } from '../../../../app/article/headline.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import { readPlainText } from '../../../../app/article/plain-text.ts';
import type { ColumnField, ColumnMap } from '../../../../app/host/corpus.ts';
import type { MetadataField, MetadataProvenance } from '../../../../app/record/records.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { parsePage } from '../html/html-document.ts';
import {
  statedByline,
  statedDate,
  statedLanguage,
  statedName,
  statedUrl,
} from '../stated-metadata.ts';

// Tags of text; a mere `<` or `<3` is none.
const markup =
  /<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|article|section|span|a|b|i|em|strong|table|figure|html|body)\b[^<>]*>/i;

/** The article of a row by rule T20; `null` if there is nothing to read in the column of its text. */
export function rowArticle(
  row: ReadonlyMap<string, string>,
  columns: ColumnMap,
  fileName: string,
): ParsedArticle | null {
  const cell = row.get(columns.text) ?? '';
  const plain = markup.test(cell) ? null : readPlainText(cell);
  const found = plain?.drafts ?? htmlBlocks(parsePage(cell).document.body);
  const body = canonicalText(found);
  if (body.blocks.length === 0) return null;
  const value = (field: ColumnField) => {
    const column = columns[field];
    return column === undefined ? null : (row.get(column) ?? null);
  };
  const stated = statedName(value('title'));
  // A title of its own makes the first line an ordinary one, unless it says the same.
  const paragraphs = found.map((draft) =>
    plain !== null && stated !== null ? ({ kind: 'paragraph', text: draft.text } as const) : draft,
  );
  const drafts = stated === null ? found : withHeadline(paragraphs, stated);
  const metadata = {
    ...untitledMetadata(stated ?? plain?.title ?? headingOf(body) ?? fileTitle(fileName)),
    outlet: statedName(value('outlet')),
    byline: statedByline([statedName(value('byline'))]),
    published: columnDate(value('published')),
    updated: columnDate(value('updated')),
    url: statedUrl(value('url')),
    language: statedLanguage(value('language')),
    section: statedName(value('section')),
  };
  const provenance: Partial<Record<MetadataField, MetadataProvenance[MetadataField]>> = {};
  for (const [field, known] of Object.entries(metadata)) {
    if (known === null || field === 'title') continue;
    provenance[field as MetadataField] = { source: 'column', confidence: 'stated' };
  }
  const title =
    stated !== null
      ? ({ source: 'column', confidence: 'stated' } as const)
      : plain?.title || headingOf(body)
        ? ({ source: plain === null ? 'heading' : 'text', confidence: 'likely' } as const)
        : ({ source: 'file-name', confidence: 'guessed' } as const);
  return {
    metadata,
    provenance: { ...provenance, title } as MetadataProvenance,
    ...canonicalText(drafts),
    remarks: [],
  };
}

function headingOf({ text, blocks }: ReturnType<typeof canonicalText>): string | null {
  const heading = blocks.slice(0, 3).find(({ kind }) => kind === 'heading');
  return heading === undefined ? null : statedName(text.slice(heading.start, heading.end));
}

/** A date, or a moment as programs count it: seconds or milliseconds since 1970. */
function columnDate(cell: string | null): string | null {
  const number = /^\s*(\d{10}|\d{13})(?:\.\d+)?\s*$/.exec(cell ?? '')?.[1];
  if (number === undefined) return statedDate(cell);
  const milliseconds = number.length === 10 ? Number(number) * 1_000 : Number(number);
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
