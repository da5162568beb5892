import { effectiveMetadata } from '../article/article-metadata.ts';
import { isTrashed } from '../article/article-state.ts';
import { firstLinkTypes } from '../link/first-link-types.ts';
import { claimsMade } from '../record/counters.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  LinkTypeRecord,
  RecordKind,
  RecordOf,
} from '../record/records.ts';
import type { RevisionText } from '../record/text.ts';
import type { ExportContext } from './exchange-format.ts';
import type { PlannedSource } from './export-plan.ts';
import { recordLabel } from './record-label.ts';

/** Kinds of records that only this program has, as a report names them. */
const kinds: readonly (readonly [RecordKind, string])[] = [
  ['silence', 'Silences of articles'],
  ['brief', 'Briefs'],
  ['picture', 'Pictures in briefs'],
  ['citationStyle', 'Citation styles'],
  ['decision', 'Decisions on suggestions'],
  ['savedSearch', 'Saved searches'],
];

/** Settings that the program keeps for itself: nobody set them. */
const ownSettings: ReadonlySet<string> = new Set(['project-name', claimsMade]);

/** Reports records that have something which could not be carried: how many, and the first of them. Cost: the records. */
export function loseOf<Kind extends RecordKind>(
  { records, report }: ExportContext,
  [what, why]: readonly [what: string, why: string],
  kind: Kind,
  isLost: (record: RecordOf<Kind>) => boolean = () => true,
): void {
  let count = 0;
  let first: RecordOf<Kind> | null = null;
  for (const record of records.list(kind)) {
    if (!isLost(record)) continue;
    count += 1;
    first ??= record;
  }
  report.lose(what, why, first === null ? null : recordLabel(records, first), count);
}

/** Says that what lies in the trash stays here, if anything does. */
export function tellTrash({ records, report }: ExportContext): void {
  if (!records.list('article').some(isTrashed)) return;
  report.remark('Articles in the trash are left out, with their annotations.');
}

/** Reports records of kinds that only this program has, and what only it knows of tags, speakers and articles. Cost: the records. */
export function tellLostKinds(context: ExportContext, why: string): void {
  for (const [kind, what] of kinds) loseOf(context, [what, why], kind);
  loseOf(
    context,
    ['Settings of the project', why],
    'setting',
    ({ name }) => !ownSettings.has(name),
  );
  loseOf(
    context,
    ['What is known of speakers besides their names', why],
    'speaker',
    (one) => one.aliases.length > 0 || one.description !== '' || one.nature === 'organisation',
  );
  loseOf(context, ['Who made tags, and when', why], 'tag');
  const lose = (what: string, isLost: (article: ArticleRecord) => unknown): void =>
    loseOf(context, [what, why], 'article', (one) => !isTrashed(one) && Boolean(isLost(one)));
  lose(
    'Which articles are starred, read or archived',
    ({ starred, read, archived }) => starred || read || archived,
  );
  lose(
    'Which facts of articles were put right by hand',
    ({ corrected }) => Object.keys(corrected).length > 0,
  );
  lose(
    'Where facts of articles were found',
    ({ provenance = {} }) => Object.keys(provenance).length > 0,
  );
  lose('The files that articles came from', ({ origins }) => origins.length > 0);
}

/** Reports what is known of where annotations stood before, and texts that articles had before. Cost: the records. */
export function tellEarlierPlaces(context: ExportContext, why: string): void {
  const { records } = context;
  const isCarried = (one: AnnotationRecord): boolean =>
    one.carried !== undefined || one.keptFrom !== undefined;
  loseOf(context, ['Where annotations stood in earlier revisions', why], 'annotation', isCarried);
  const present = new Set(records.list('article').map(({ revisionId }) => revisionId));
  const annotated = new Set<string>();
  for (const { passage } of records.list('annotation')) annotated.add(passage.revisionId);
  loseOf(
    context,
    ['Earlier revisions without annotations', why],
    'revision',
    ({ id }) => !present.has(id) && !annotated.has(id),
  );
}

/**
 * Reports what no link and no claim of another format says of types of links, of who made links and evidence, and of the order
 * of claims. Types that a project begins with, that nobody changed and no link has, are no loss. Cost: the records.
 */
export function tellLostRelations(context: ExportContext, why: string): void {
  const { records } = context;
  const used = new Set<string>();
  for (const { typeId } of records.list('link')) used.add(typeId);
  loseOf(
    context,
    ['Types of links that no link has', why],
    'linkType',
    (type) => !used.has(type.id) && !isAsItCame(type),
  );
  loseOf(
    context,
    ['How types of links read backwards, what they are for, their lines', why],
    'linkType',
    (type) => used.has(type.id) && Boolean(!type.symmetric || type.description || type.line),
  );
  loseOf(context, ['Who made links, and when', why], 'link');
  loseOf(context, ['Who filed evidence, and when', why], 'evidence');
  loseOf(
    context,
    ['The order of claims that was made by hand', why],
    'claim',
    ({ rank }) => rank !== undefined,
  );
}

function isAsItCame({ name, inverseName, symmetric, color, description, line }: LinkTypeRecord) {
  return (
    (color ?? description ?? line) === undefined &&
    firstLinkTypes.some(
      ([one, other, both]) => one === name && other === inverseName && both === symmetric,
    )
  );
}

/** For formats whose texts are plain: reports those that have other blocks than paragraphs. Given to `planExport`. */
export function tellKinds({
  report,
}: ExportContext): (source: PlannedSource, text: RevisionText) => void {
  return ({ article }, { blocks }) => {
    if (blocks.every(({ kind }) => kind === 'paragraph')) return;
    const { title } = effectiveMetadata(article);
    report.lose(
      'Headings, lists and other kinds of paragraphs',
      'The texts in the file are plain.',
      title,
    );
  };
}
