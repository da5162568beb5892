import { fillFromText } from '../../../app/article/text-metadata.ts';
import { detectLanguage } from './detect-language.ts';
import type { Source, SourcePart } from './source.ts';

/**
 * A part with what its source does not state read out of its text, as far as that goes (rule T12), and with remarks put
 * in front of its own. The file's name and date say something of the only article in it, and nothing of one of many.
 */
export function completeArticle(
  part: SourcePart,
  { fileName, modifiedAt }: Pick<Source, 'fileName' | 'modifiedAt'>,
  remarks: readonly string[],
): SourcePart {
  if (!part.article.ok) return part;
  const article = part.article.value;
  const hints =
    part.part === null ? { fileName, modifiedAt } : { fileName: null, modifiedAt: null };
  const filled = fillFromText(article, hints);
  const language = filled.metadata.language === null ? detectLanguage(article.text) : null;
  const value = {
    ...article,
    metadata:
      language === null ? filled.metadata : { ...filled.metadata, language: language.language },
    provenance:
      language === null
        ? filled.provenance
        : {
            ...filled.provenance,
            language: { source: 'text', confidence: language.confidence } as const,
          },
    remarks: [...remarks, ...article.remarks],
  };
  return { ...part, article: { ok: true, value } };
}
