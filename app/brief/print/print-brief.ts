import type { RevisionHash } from '../../base/brand.ts';
import { languageOf } from '../../base/language-of.ts';
import type { BriefBundle } from '../../record/brief-bundle.ts';
import type { ArticleId } from '../../record/ids.ts';
import { bundleRecords, type CitedRecords } from '../cited-records.ts';
import { planBrief } from '../plan-brief.ts';
import { BriefPrinter, type PrinterMaterial } from './brief-printer.ts';
import type { CitationStyle } from './citation-style.ts';
import { type CslItem, cslItem } from './csl-item.ts';
import { formatCitations } from './format-citations.ts';
import { guessesIn, PrintedPassages } from './print-passages.ts';
import type { PrintedBrief } from './printed-brief.ts';
import { readCitationStyle } from './read-citation-style.ts';

/**
 * What a brief prints, in a style of citations; the writer's comments to self only if `comments`. `texts` holds the canonical
 * text of every revision that is quoted, each
 * verified to hash to its key. Throws RangeError when `checkCitations` names a problem: writers ask it first (rules C2,
 * C3). Equal input gives equal output (rule C5). Cost: the style's, under a second for a thousand citations.
 */
export function printBrief(
  bundle: BriefBundle,
  texts: ReadonlyMap<RevisionHash, string>,
  style: CitationStyle,
  { comments = false }: { readonly comments?: boolean } = {},
): PrintedBrief {
  const { brief } = bundle;
  const nodes = brief.content.content ?? [];
  const read = readCitationStyle(style.xml);
  if (!read.ok) throw new RangeError(read.error.message);
  const facts = read.value;
  const records = bundleRecords(bundle);
  const passages = new PrintedPassages(records, texts);
  const language = brief.language || null;
  const material: PrinterMaterial = {
    plan: planBrief(bundle, texts),
    passages,
    comments,
    picture: (id) => bundle.pictures.find((picture) => picture.id === id) ?? null,
    inNotes: facts.inNotes,
    inNumbers: facts.format === 'numeric',
    marksAfterPunctuation: languageOf(language ?? 'en') === 'en',
    formatted: null,
  };
  const first = new BriefPrinter(material);
  first.blocks(nodes);
  const remarks = new Map(passages.list.map((passage) => [passage.articleId, guessesIn(passage)]));
  const formatted = formatCitations(style, facts, {
    clusters: first.clusters,
    item: (id) => itemOf(records, passages, id),
    language,
    bibliography: brief.bibliography ?? facts.hasBibliography,
    entryRemark: (id) => remarks.get(id) ?? '',
  });
  const printer = new BriefPrinter({ ...material, formatted: formatted.clusters });
  const blocks = printer.blocks(nodes);
  return {
    title: brief.title,
    language: language ?? 'en',
    blocks,
    noteForm: brief.notes ?? 'footnotes',
    notes: printer.notes,
    bibliography: formatted.bibliography,
    passages: passages.list,
  };
}

/** The item of an article, retrieved when the revision was that the brief cites first. */
function itemOf(records: CitedRecords, passages: PrintedPassages, id: ArticleId): CslItem {
  const article = records.article(id);
  if (article === undefined) throw new RangeError(`Article ${id} is not in the bundle.`);
  const cited = passages.list.find((passage) => passage.articleId === id);
  const annotation = cited?.annotationId ? records.annotation(cited.annotationId) : undefined;
  return cslItem(article, records.revision(annotation?.passage.revisionId ?? article.revisionId));
}
