import { isTrashed } from '../../article/article-state.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  ClaimRecord,
  EvidenceRecord,
  LinkRecord,
} from '../../record/records.ts';
import { CodePointOffsets } from '../code-point-offsets.ts';
import { ExchangeFault, type ExchangeWriter, type ExportContext } from '../exchange-format.ts';
import { loseOf, tellLostKinds, tellTrash } from '../lost-kinds.ts';
import { AnnotationJson, annotationContext } from './annotation-json.ts';
import type { JsonObject } from './json.ts';

/**
 * Annotations, claims with their evidence, and links as one AnnotationCollection with its only page in it (Web Annotation
 * Data Model, section 5), written as it is made. Positions count code points, as the model says.
 */
export const webAnnotationWriter: ExchangeWriter = { id: 'web-annotation', write };

async function* write(context: ExportContext): AsyncGenerator<string> {
  const { records, title, projectId } = context;
  const articles = records
    .list('article')
    .filter((article) => !isTrashed(article))
    .toSorted((one, other) => one.number - other.number);
  const annotations = articles.reduce((sum, { id }) => sum + records.annotationsOf(id).length, 0);
  const present = new Set<string>();
  if (annotations === 0) throw new ExchangeFault('There are no annotations to export.');
  // How many there are stands before them, and texts that are gone take theirs with them: they are looked for first.
  const readable = await readableArticles(context, articles);
  for (const article of readable) {
    for (const { id } of records.annotationsOf(article.id)) present.add(id);
  }
  const claims = records
    .list('claim')
    .filter(({ id }) => records.evidenceOf(id).some((one) => present.has(one.annotationId)))
    .toSorted((one, other) => one.number - other.number);
  for (const { id } of claims) present.add(id);
  const isPresent = (id: string): boolean => present.has(id);
  // Counted first and read again when they are written: there may be as many as annotations.
  const evidenceOf = (claim: ClaimRecord): readonly EvidenceRecord[] =>
    records.evidenceOf(claim.id).filter((one) => present.has(one.annotationId));
  const isWhole = ({ from, to }: LinkRecord): boolean => isPresent(from) && isPresent(to.id);
  const evidence = claims.reduce((sum, claim) => sum + evidenceOf(claim).length, 0);
  let links = 0;
  for (const link of records.list('link')) if (isWhole(link)) links += 1;
  const total = present.size + evidence + links;
  tellLost(context, isPresent, isWhole);
  const { report } = context;
  report.carry('claim', claims.length);
  report.carry('evidence', evidence);
  report.carry('link', links);
  const collection = {
    '@context': annotationContext,
    id: `urn:uuid:${projectId}`,
    type: 'AnnotationCollection',
    label: title,
    total,
  };
  const page = { id: `urn:uuid:${projectId}#page-1`, type: 'AnnotationPage', startIndex: 0 };
  yield `${JSON.stringify(collection, null, 1).slice(0, -2)},\n "first": ${JSON.stringify(page).slice(0, -1)},"items":[`;
  const json = new AnnotationJson(records);
  let count = 0;
  const line = (item: JsonObject): string => {
    count += 1;
    context.progress(count, total);
    return `${count === 1 ? '' : ','}\n${JSON.stringify(item)}`;
  };
  for (const article of readable) {
    for await (const item of ofArticle(context, json, article)) yield line(item);
  }
  for (const claim of claims) yield line(json.claim(claim, evidenceOf(claim)));
  for (const claim of claims) for (const one of evidenceOf(claim)) yield line(json.evidence(one));
  for (const link of records.list('link')) if (isWhole(link)) yield line(json.link(link));
  yield '\n]}}\n';
}

/** Articles all of whose annotated texts are there. */
async function readableArticles(
  { records, texts, report }: ExportContext,
  articles: readonly ArticleRecord[],
): Promise<readonly ArticleRecord[]> {
  const readable: ArticleRecord[] = [];
  const hasText = new Map<string, boolean>();
  for (const article of articles) {
    const annotations = records.annotationsOf(article.id);
    const ids = new Set(annotations.map(({ passage }) => passage.revisionId));
    let isWhole = true;
    for (const id of ids) {
      const hash = records.get('revision', id)?.hash;
      if (hash === undefined) isWhole = false;
      else {
        if (!hasText.has(hash)) hasText.set(hash, (await texts.read(hash)) !== null);
        isWhole &&= hasText.get(hash) === true;
      }
    }
    if (isWhole) readable.push(article);
    else {
      report.lose(
        'Annotations of an article whose text could not be read',
        'Their positions can’t be told without it.',
        `article ${article.number}`,
        annotations.length,
      );
    }
  }
  return readable;
}

async function* ofArticle(
  { records, texts, report }: ExportContext,
  json: AnnotationJson,
  article: ArticleRecord,
): AsyncGenerator<JsonObject> {
  const offsets = new Map<string, CodePointOffsets>();
  for (const annotation of records.annotationsOf(article.id)) {
    const revision = records.get('revision', annotation.passage.revisionId);
    if (revision === null) continue;
    let counted = offsets.get(revision.hash);
    if (counted === undefined) {
      counted = new CodePointOffsets((await texts.read(revision.hash))?.text ?? '');
      offsets.set(revision.hash, counted);
    }
    report.carry('annotation');
    tellAnnotation(annotation, article, report);
    yield json.annotation(annotation, article, revision, counted);
  }
}

function tellAnnotation(
  annotation: AnnotationRecord,
  article: ArticleRecord,
  report: ExportContext['report'],
): void {
  if (annotation.carried === undefined && annotation.keptFrom === undefined) return;
  report.lose(
    'Where annotations stood in earlier revisions',
    'The format has no place for it.',
    `${article.number}:${annotation.number}`,
  );
}

const noPlace = 'The format has no place for it.';

function tellLost(
  context: ExportContext,
  isExported: (id: string) => boolean,
  isWhole: (link: LinkRecord) => boolean,
): void {
  loseOf(context, ['Colours, descriptions and keys of tags', noPlace], 'tag');
  const aboutNothing = 'An annotation has to be about something.';
  loseOf(context, ['Claims without evidence', aboutNothing], 'claim', ({ id }) => !isExported(id));
  loseOf(
    context,
    ['Speaker, date, place, confidence, importance, questions and parent of claims', noPlace],
    'claim',
    (claim) =>
      isExported(claim.id) &&
      ((claim.speaker ?? claim.speakerId ?? claim.saidOn ?? claim.place ?? claim.importance) !=
        null ||
        claim.confidence !== null ||
        (claim.questions?.length ?? 0) > 0 ||
        (claim.parentId ?? null) !== null),
  );
  const ends = 'Both ends have to be in the file.';
  loseOf(context, ['Links to what is not exported', ends], 'link', (link) => !isWhole(link));
  const used = new Set<string>();
  for (const link of context.records.list('link')) if (isWhole(link)) used.add(link.typeId);
  loseOf(
    context,
    ['How types of links read backwards, what they are for, their colours and lines', noPlace],
    'linkType',
    ({ id, symmetric, color, description, line }) =>
      used.has(id) && (!symmetric || (color ?? description ?? line) !== undefined),
  );
  tellLostKinds(context, noPlace);
  tellTrash(context);
}
