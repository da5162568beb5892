import type { BlockDraft } from '../../../../app/article/block-draft.ts';
import { canonicalBlockText, canonicalText } from '../../../../app/article/canonical-text.ts';
import { fileTitle } from '../../../../app/article/file-title.ts';
import { withHeadline, wordsKey } from '../../../../app/article/headline.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import { readPlainText } from '../../../../app/article/plain-text.ts';
import type { Result } from '../../../../app/base/result.ts';
import { success } from '../../../../app/base/result.ts';
import type { FieldProvenance } from '../../../../app/record/records.ts';
import { detectLanguage } from '../detect-language.ts';
import { type ParseFailureCode, parseFailure } from '../parse-failure.ts';
import { statedName } from '../stated-metadata.ts';
import { type DocumentProperties, propertyMetadata } from './document-properties.ts';

const blocksThatMayBeTitle = 3;
const blocksThatMayBeHead = 5;
const blocksSearched = 1_000;

/** The article of a document's blocks and properties by rule T16; fails as `no-text` if nothing in it can be seen. */
export function documentArticle(
  fileName: string,
  drafts: readonly BlockDraft[],
  properties: DocumentProperties,
  remarks: readonly string[],
): Result<ParsedArticle, ParseFailureCode> {
  const visible = drafts.filter((draft) => canonicalBlockText(draft.text) !== '');
  if (visible.length === 0) return parseFailure('no-text');
  const { metadata, provenance } = propertyMetadata(properties);
  const stated =
    metadata.title === null
      ? null
      : statedTitle(metadata.title, properties.isTitleOfWork, visible, provenance.title);
  const found = stated ?? headingTitle(visible) ?? textTitle(visible) ?? nameTitle(fileName);
  const { title, origin } = found;
  const canonical = canonicalText(
    beginsWith(visible, title) ? withHeadline(visible, title) : visible,
  );
  const article = {
    metadata: { ...metadata, title },
    provenance: origin === undefined ? provenance : { ...provenance, title: origin },
    ...canonical,
    remarks,
  };
  return success(contradictsLanguage(article) ? withoutLanguage(article) : article);
}

/** Programs fill in the language that they are set to, whatever is written. */
function contradictsLanguage({ metadata, text }: ParsedArticle): boolean {
  if (metadata.language === null) return false;
  const detected = detectLanguage(text);
  if (detected === null || detected.confidence !== 'likely') return false;
  return mainLanguage(detected.language) !== mainLanguage(metadata.language);
}

/** `nb` and `nn` are Norwegian to programs that say `no`, as `zh` stands for all that is written in Chinese. */
function mainLanguage(tag: string): string {
  const language = tag.split('-')[0] ?? '';
  return { nb: 'no', nn: 'no', cmn: 'zh', yue: 'zh' }[language] ?? language;
}

function withoutLanguage(article: ParsedArticle): ParsedArticle {
  const { language: _filledIn, ...provenance } = article.provenance;
  return { ...article, metadata: { ...article.metadata, language: null }, provenance };
}

interface FoundTitle {
  readonly title: string;
  readonly origin: FieldProvenance | undefined;
}

/** Titles of templates stay in real files for years: one that the text does not say gives way to its first heading. */
function statedTitle(
  title: string,
  isTitleOfWork: boolean,
  drafts: readonly BlockDraft[],
  origin: FieldProvenance | undefined,
): FoundTitle {
  if (isTitleOfWork || says(drafts, title)) return { title, origin };
  return (
    headingTitle(drafts.slice(0, blocksThatMayBeHead)) ?? {
      title,
      origin: { source: 'document-properties', confidence: 'guessed' },
    }
  );
}

/** Whether the words stand one after the other in the first blocks, wherever lines break. */
function says(drafts: readonly BlockDraft[], title: string): boolean {
  const beginning = drafts.slice(0, blocksSearched).map(({ text }) => wordsKey(text));
  return beginning.join('').includes(wordsKey(title));
}

/** The first heading of the first level, or the first block of all if it is a heading. */
function headingTitle(drafts: readonly BlockDraft[]): FoundTitle | null {
  const [first] = drafts;
  const heading =
    drafts.find((draft) => draft.kind === 'heading' && draft.level === 1) ??
    (first?.kind === 'heading' ? first : undefined);
  const title = statedName(heading?.text);
  return title === null ? null : { title, origin: { source: 'heading', confidence: 'likely' } };
}

/** What looks like a title by rule T9 among the first blocks. */
function textTitle(drafts: readonly BlockDraft[]): FoundTitle | null {
  const beginning = drafts
    .slice(0, blocksThatMayBeTitle)
    .filter(({ kind }) => kind === 'paragraph')
    .map((draft) => canonicalBlockText(draft.text));
  const { title } = readPlainText(beginning.join('\n\n'));
  return title === null ? null : { title, origin: { source: 'text', confidence: 'likely' } };
}

function nameTitle(fileName: string): FoundTitle {
  return {
    title: fileTitle(fileName),
    origin: { source: 'file-name', confidence: 'guessed' },
  };
}

/** Whether the text says the title itself. Properties are no text: a title that stands there alone is not put in. */
function beginsWith(drafts: readonly BlockDraft[], title: string): boolean {
  const wanted = wordsKey(title);
  return drafts.slice(0, blocksThatMayBeTitle).some(({ text }) => wordsKey(text) === wanted);
}
