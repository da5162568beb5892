import { untitledMetadata } from '../../../../app/article/article-metadata.ts';
import { canonicalText } from '../../../../app/article/canonical-text.ts';
import { fileTitle } from '../../../../app/article/file-title.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import { readPlainText } from '../../../../app/article/plain-text.ts';

/** An article of a plain text by rules T8 and T9. All but the title is unknown: a plain text states nothing for sure. */
export function parsePlainText(source: string, fileName: string): ParsedArticle | null {
  const { title, drafts } = readPlainText(source);
  const { text, blocks } = canonicalText(drafts);
  if (blocks.length === 0) return null;
  return {
    metadata: untitledMetadata(title ?? fileTitle(fileName)),
    provenance: {
      title:
        title === null
          ? { source: 'file-name', confidence: 'guessed' }
          : { source: 'text', confidence: 'likely' },
    },
    text,
    blocks,
    remarks: [],
  };
}
