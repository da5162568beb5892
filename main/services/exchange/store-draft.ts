import { hash } from 'node:crypto';
import { untitledMetadata } from '../../../app/article/article-metadata.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import { countWords } from '../../../app/article/count-words.ts';
import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import { readPlainText } from '../../../app/article/plain-text.ts';
import { failure, type Result, success } from '../../../app/base/result.ts';
import type { StoredDraft } from '../../../app/exchange/import/import-sink.ts';
import type { ArticleDraft } from '../../../app/exchange/import-draft.ts';
import type { SourceEncoding, SourceFormat } from '../../../app/record/records.ts';
import { parseSource } from '../parse/parse-source.ts';
import { writeText } from '../text/write-text.ts';

/** A draft's text as it was read. */
interface ReadDraft {
  readonly article: Pick<ParsedArticle, 'metadata' | 'provenance' | 'text' | 'blocks' | 'remarks'>;
  readonly format: SourceFormat;
  readonly encoding: SourceEncoding | null;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const utf8: SourceEncoding = { name: 'utf-8', basis: 'valid-utf-8', confidence: 'stated' };

/** The stored text of a draft, with its original, and what has to be synced before anything may name it. */
export interface StoredArticle extends StoredDraft {
  readonly bytes: Uint8Array;
  readonly written: readonly string[];
}

/** Reads the text of an article draft and stores it under its hash. Fails with `unreadable`. */
export async function storeDraft(
  texts: string,
  draft: ArticleDraft,
): Promise<Result<StoredArticle>> {
  const read = 'bytes' in draft.text ? await fromFile(draft.text) : fromText(draft);
  if (!read.ok) return read;
  const { article, format, encoding, fileName, bytes } = read.value;
  const { metadata, provenance, text, blocks, remarks } = article;
  const { hash: name, paths } = await writeText(texts, text, blocks);
  return success({
    hash: name,
    length: text.length,
    blockCount: blocks.length,
    wordCount: countWords(text),
    metadata,
    provenance,
    remarks,
    format,
    encoding,
    fileHash: hash('sha256', bytes, 'hex'),
    fileName,
    bytes,
    written: paths,
  });
}

function fromText({ text: source, metadata, key }: ArticleDraft): Result<ReadDraft> {
  if ('bytes' in source) throw new Error('A file is no text.');
  const plain = 'plain' in source ? readPlainText(source.plain) : null;
  const { text, blocks } = canonicalText(
    plain?.drafts ?? ('blocks' in source ? source.blocks : []),
  );
  if (text === '') return failure('unreadable', 'There are no words in it.');
  const heading = blocks.find(({ kind }) => kind === 'heading');
  const title =
    metadata.title?.trim() ||
    plain?.title ||
    (heading === undefined ? key : text.slice(heading.start, heading.end));
  const bytes = Buffer.from('plain' in source ? source.plain : `${text}\n`, 'utf8');
  const article = {
    metadata: untitledMetadata(title),
    provenance: {},
    text,
    blocks,
    remarks: [],
  };
  return success({ article, format: 'text', encoding: utf8, fileName: nameOf(title), bytes });
}

async function fromFile(file: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}): Promise<Result<ReadDraft>> {
  const { fileName, bytes } = file;
  const source = { fileName, bytes, modifiedAt: null, encoding: null, columns: null };
  for await (const { article, format, encoding } of parseSource(source)) {
    if (!article.ok) return article;
    return success({ article: article.value, format, encoding, fileName, bytes });
  }
  return failure('unreadable', 'There is no article in it.');
}

function nameOf(title: string): string {
  return `${title.replace(/\s+/g, ' ').trim().slice(0, 80) || 'Article'}.txt`;
}
