import { untitledMetadata } from '../../../../app/article/article-metadata.ts';
import { canonicalText } from '../../../../app/article/canonical-text.ts';
import { fileTitle } from '../../../../app/article/file-title.ts';
import { withHeadline } from '../../../../app/article/headline.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import { readPlainText } from '../../../../app/article/plain-text.ts';
import type {
  ColumnField,
  ColumnMap,
  FieldProvenance,
  MetadataField,
  MetadataProvenance,
} from '../../../../app/record/records.ts';
import { htmlBlocks } from '../html/html-blocks.ts';
import { parsePage } from '../html/html-document.ts';
import { statedByline, statedLanguage, statedName, statedUrl } from '../stated-metadata.ts';
import type { ColumnDate } from './column-dates.ts';

/** How the rows of a table are read. */
export interface RowReading {
  readonly fileName: string;
  readonly columns: ColumnMap;
  /** What was told by what the cells hold: facts of these columns are guesses. */
  readonly guessed: ReadonlySet<ColumnField>;
  readonly published: (cell: string) => ColumnDate | null;
  readonly updated: (cell: string) => ColumnDate | null;
}

/** The article of a row by rule T20; `null` if there is nothing to read in the column of its text. */
export function rowArticle(
  row: ReadonlyMap<string, string>,
  reading: RowReading,
): ParsedArticle | null {
  const { columns, fileName, guessed } = reading;
  const cell = row.get(columns.text) ?? '';
  const plain = isMarkup(cell) ? null : readPlainText(cell);
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
  const remarks: string[] = [];
  const unsure = new Set<string>(guessed);
  const date = (field: 'published' | 'updated') => {
    const written = value(field)?.trim() ?? '';
    const found = written === '' ? null : reading[field](written);
    if (found?.isSure === false) unsure.add(field);
    if (written !== '' && found === null) {
      remarks.push(`Its date “${written.slice(0, 60)}” could not be read.`);
    }
    return found?.date ?? null;
  };
  const metadata = {
    ...untitledMetadata(stated ?? plain?.title ?? headingOf(body) ?? fileTitle(fileName)),
    outlet: statedName(value('outlet')),
    byline: statedByline([statedName(value('byline'))]),
    published: date('published'),
    updated: date('updated'),
    url: statedUrl(value('url')),
    language: statedLanguage(value('language')),
    section: statedName(value('section')),
  };
  const provenance: Partial<Record<MetadataField, MetadataProvenance[MetadataField]>> = {};
  for (const [field, known] of Object.entries(metadata)) {
    if (known === null || field === 'title') continue;
    provenance[field as MetadataField] = ofColumn(unsure.has(field));
  }
  const title =
    stated !== null
      ? ofColumn(unsure.has('title'))
      : plain?.title || headingOf(body)
        ? ({ source: plain === null ? 'heading' : 'text', confidence: 'likely' } as const)
        : ({ source: 'file-name', confidence: 'guessed' } as const);
  return {
    metadata,
    provenance: { ...provenance, title } as MetadataProvenance,
    ...canonicalText(drafts),
    remarks,
  };
}

function headingOf({ text, blocks }: ReturnType<typeof canonicalText>): string | null {
  const heading = blocks.slice(0, 3).find(({ kind }) => kind === 'heading');
  return heading === undefined ? null : statedName(text.slice(heading.start, heading.end));
}

function ofColumn(isGuessed: boolean): FieldProvenance {
  return { source: 'column', confidence: isGuessed ? 'guessed' : 'stated' };
}

const blockTag =
  /<(?:p|br|div|h[1-6]|ul|ol|li|blockquote|article|section|table|figure|html|body)(?:\s[^<>]*)?\/?>/i;
const inlineTag =
  /<(span|a|b|i|u|em|strong|small|sup|sub|code|q|cite)(?:\s[^<>]*)?>[\s\S]*?<\/\1\s*>/i;

/** Whether a cell holds tags: of a block, or of words with its end. `a<b`, `<3` and a mere `<b>` are none. */
function isMarkup(cell: string): boolean {
  return blockTag.test(cell) || inlineTag.test(cell);
}
