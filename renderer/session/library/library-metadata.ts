import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import type { MetadataPatch } from '../../../app/article/correct-article.ts';
import { readPublished } from '../../../app/article/read-published.ts';
import type { ArticleRecord, MetadataField } from '../../../app/record/records.ts';

/** What several articles have in a field: all the same (`null`: none has any), or different things. */
export type CommonValue =
  | { readonly kind: 'same'; readonly value: string | null }
  | { readonly kind: 'mixed'; readonly count: number };

/** Cost: the articles. */
export function commonValue(articles: readonly ArticleRecord[], field: MetadataField): CommonValue {
  const values = new Set(articles.map((article) => effectiveMetadata(article)[field]));
  const [value] = values;
  return values.size <= 1
    ? { kind: 'same', value: value ?? null }
    : { kind: 'mixed', count: values.size };
}

/** What a field of the form says: left as it is, to be emptied, or a text. */
export type FieldInput =
  | { readonly kind: 'keep' }
  | { readonly kind: 'set'; readonly text: string };

/** The corrections that a filled form asks for: fields that were not touched are not in it. */
export function patchOf(inputs: ReadonlyMap<MetadataField, FieldInput>): MetadataPatch {
  const patch: Record<string, string | null> = {};
  for (const [field, input] of inputs) {
    if (input.kind === 'keep') continue;
    const text = input.text.trim();
    const isDate = field === 'published' || field === 'updated';
    patch[field] = text === '' ? null : isDate ? readPublished(text) : text;
  }
  return patch as MetadataPatch;
}
