import { canonicalBlockText, canonicalText } from '../../../../app/article/canonical-text.ts';
import { fileTitle } from '../../../../app/article/file-title.ts';
import { withHeadline } from '../../../../app/article/headline.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import type { FieldProvenance, MetadataProvenance } from '../../../../app/record/records.ts';
import { type StatedMetadata, statedName } from '../stated-metadata.ts';
import { parsePlainText } from '../text/parse-plain-text.ts';
import { readFrontMatter } from './front-matter.ts';
import { isTangled } from './is-tangled.ts';
import { readMarkdown } from './markdown-blocks.ts';

// micromark takes two seconds and half a gigabyte for a million code units; no article is a tenth of that.
const longestMarkdown = 2_000_000;

/** An article of a Markdown text by rules T7 and T11; `null` if there is no text but a front matter. */
export function parseMarkdown(source: string, fileName: string): ParsedArticle | null {
  if (source.length > longestMarkdown || isTangled(source)) return asPlainText(source, fileName);
  const { frontMatter, blocks: found } = readMarkdown(source);
  if (found.every(({ text }) => canonicalBlockText(text) === '')) return null;
  const { metadata, kept } = readFrontMatter(frontMatter ?? '');
  const drafts = metadata.title === null ? found : withHeadline(found, metadata.title);
  const [first] = found;
  const heading =
    found.find((draft) => draft.kind === 'heading' && draft.level === 1) ??
    (first?.kind === 'heading' ? first : undefined);
  const headingTitle = statedName(heading?.text);
  return {
    metadata: {
      ...metadata,
      title: metadata.title ?? headingTitle ?? fileTitle(fileName),
    },
    provenance: {
      ...provenanceOf(metadata),
      title:
        metadata.title !== null
          ? inFrontMatter
          : headingTitle !== null
            ? { source: 'heading', confidence: 'likely' }
            : { source: 'file-name', confidence: 'guessed' },
    },
    ...canonicalText([...kept, ...drafts]),
    remarks: [],
  };
}

function asPlainText(source: string, fileName: string): ParsedArticle | null {
  const article = parsePlainText(source, fileName);
  const remark =
    'It is too long or too tangled to be read as Markdown, so its marks are shown as they are written.';
  return article === null ? null : { ...article, remarks: [remark] };
}

const inFrontMatter: FieldProvenance = { source: 'front-matter', confidence: 'stated' };

function provenanceOf(metadata: StatedMetadata): MetadataProvenance {
  const known = Object.entries(metadata).filter(([, value]) => value !== null);
  return Object.fromEntries(known.map(([field]) => [field, inFrontMatter]));
}
