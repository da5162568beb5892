import { effectiveMetadata } from '../../article/article-metadata.ts';
import { readPublished } from '../../article/read-published.ts';
import { bylineNames, type CslName } from '../../brief/print/byline-names.ts';
import type { ArticleId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type { ArticleMetadata, ArticleRecord } from '../../record/records.ts';
import { ArticleFinder } from '../import/article-finder.ts';
import type { ArticleTarget, ImportDraft } from '../import-draft.ts';
import type { ReportBuilder } from '../report-builder.ts';
import { withoutMarks } from './read-csl-json.ts';
import { bylineOf, type Reference, writtenName } from './reference.ts';

/**
 * What references come to (rule J24): one of an article that the project has puts its metadata right, where it says
 * something else; one with an abstract becomes an article whose text that is; any other is refused with the reason.
 */
export function* referenceDrafts(
  references: readonly Reference[],
  { records, report }: { readonly records: RecordSource; readonly report: ReportBuilder },
): Generator<ImportDraft> {
  const finder = new ArticleFinder(records);
  for (const reference of references) {
    const { where, title, others, text } = reference;
    for (const field of others) {
      report.lose(`The field “${field}”`, 'Articles have no place for it.', where);
    }
    const target = targetOf(reference);
    const search = finder.find(target);
    if (search.kind === 'found') {
      const metadata = newsFor(search.one.article, reference);
      if (text !== null) {
        report.lose('Abstracts', 'The project has the text of the article.', where);
      }
      if (Object.keys(metadata).length === 0) report.know('article');
      else yield { kind: 'metadata', where, target: { id: search.one.article.id }, metadata };
    } else if (search.kind === 'several') {
      const count = search.candidates.length;
      report.refuse(where, `${count} articles of the project answer to it. Add the address to it.`);
    } else if (text === null) {
      const name = title === null ? 'Its article' : `“${title}”`;
      report.refuse(
        where,
        `${name} is not in the project, and the reference has no abstract that could be its text. Import the article first.`,
      );
    } else {
      yield {
        kind: 'article',
        key: reference.key === '' ? `${where} ${title ?? ''}` : reference.key,
        metadata: { title: title ?? text.slice(0, 100), ...metadataOf(reference) },
        text: { plain: text },
      };
    }
  }
}

function targetOf({ articleId, url, doi, title, outlet, issued }: Reference): ArticleTarget {
  const address = url ?? (doi === null ? null : `https://doi.org/${doi}`);
  return {
    ...(articleId === null ? {} : { id: articleId as ArticleId }),
    ...(address === null ? {} : { url: address }),
    ...(title === null ? {} : { title }),
    ...(outlet === null ? {} : { outlet }),
    ...(issued === null ? {} : { published: issued }),
  };
}

function metadataOf(reference: Reference): Partial<ArticleMetadata> {
  const { outlet, authors, issued, url, doi, language, section } = reference;
  const byline = bylineOf(authors);
  const published = issued === null ? null : readPublished(issued);
  const address = url ?? (doi === null ? null : `https://doi.org/${doi}`);
  const tongue = language !== null && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(language);
  return {
    ...(outlet === null ? {} : { outlet }),
    ...(byline === null ? {} : { byline }),
    ...(published === null ? {} : { published }),
    ...(address === null ? {} : { url: address }),
    ...(tongue ? { language } : {}),
    ...(section === null ? {} : { section }),
  };
}

/** What a reference says otherwise than the article: less exact dates and a byline of the same names say the same. */
function newsFor(article: ArticleRecord, reference: Reference): Partial<ArticleMetadata> {
  const known = effectiveMetadata(article);
  const { title } = reference;
  const said: Partial<ArticleMetadata> = {
    ...metadataOf(reference),
    ...(title === null ? {} : { title }),
  };
  const news = Object.entries(said).filter(([field, value]) => {
    const before = known[field as keyof ArticleMetadata];
    if (before === value) return false;
    if (before === null || before === undefined) return true;
    if (field === 'published') return !before.startsWith(String(value));
    if (field !== 'byline') return spaced(before) !== spaced(String(value));
    const names = bylineNames(before, known.outlet, known.language);
    return namesOf(names) !== namesOf(reference.authors);
  });
  return Object.fromEntries(news);
}

/** Formats write facts on one line, with plain spaces, letters with their accents in one, without marks of rich text. */
function spaced(text: string): string {
  return withoutMarks(text.normalize('NFC'));
}

/** RIS parts names by commas, so that one inside an organisation's is written as a wide one. */
function namesOf(names: readonly CslName[]): string {
  return names.map(writtenName).join('\n').replaceAll('，', ',');
}
