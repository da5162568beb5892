import { annotationLabel } from '../../annotation/annotation-label.ts';
import { effectiveMetadata, isGuess } from '../../article/article-metadata.ts';
import type { RevisionHash, TextOffset } from '../../base/brand.ts';
import { speakerName } from '../../claim/speakers.ts';
import { findFacts } from '../../fact/find-facts.ts';
import type { AnnotationId, ArticleId } from '../../record/ids.ts';
import type { RecordSource } from '../../record/record-source.ts';
import type {
  AnnotationRecord,
  ArticleRecord,
  ClaimRecord,
  MetadataField,
} from '../../record/records.ts';
import { supportingSources } from '../supporting-sources.ts';
import type { DraftMaterial } from './draft-material.ts';
import type {
  TemplateArticle,
  TemplateClaim,
  TemplateData,
  TemplateDate,
  TemplateLink,
  TemplateOutlet,
  TemplatePassage,
} from './template-fields.ts';

/** How much of a claim's evidence a sentence tells, of each side. */
const mostSupporting = 3;
const mostDenying = 3;
const mostDoubting = 2;

const guessable: readonly MetadataField[] = [
  'title',
  'outlet',
  'byline',
  'published',
  'url',
  'language',
];

/** The data of a draft: equal records give equal data. Cost: the material, and reading the dates of its passages. */
export function templateData(
  source: RecordSource,
  material: DraftMaterial,
  title: string,
  clusterOf: (id: ArticleId) => string | null,
): TemplateData {
  const articles = new Map(
    material.articles.map((article) => [article.id, templateArticle(source, article)]),
  );
  const passages = new Map<AnnotationId, TemplatePassage>();
  for (const annotation of material.passages) {
    const article = articles.get(annotation.articleId);
    const record = source.get('article', annotation.articleId);
    if (article === undefined || record === null) continue;
    const passage = templatePassage(source, annotation, record, article);
    passages.set(annotation.id, passage);
    article.passages.push(passage);
  }
  const order = new Map([...passages.keys()].map((id, index) => [id, index]));
  const filedIds = new Set<AnnotationId>();
  const claims = material.claims.map((claim) => {
    const made = templateClaim(source, claim, articles, clusterOf);
    const filed = [...source.evidenceOf(claim.id)].sort((one, other) =>
      one.id < other.id ? -1 : 1,
    );
    filed.sort(
      (one, other) => (order.get(one.annotationId) ?? 0) - (order.get(other.annotationId) ?? 0),
    );
    for (const { annotationId, stance } of filed) {
      const passage = passages.get(annotationId);
      if (passage === undefined) continue;
      const saying = { stance, claim: made, passage };
      made.evidence.push(saying);
      const side =
        stance === 'asserts' ? made.asserting : stance === 'denies' ? made.denying : made.other;
      side.push(saying);
      if (stance === 'asserts' || stance === 'reports') made.supporting.push(saying);
      else if (stance !== 'denies') made.doubting.push(saying);
      passage.article.says.push(saying);
      filedIds.add(annotationId);
    }
    made.told.push(
      ...made.supporting.slice(0, mostSupporting),
      ...made.denying.slice(0, mostDenying),
      ...made.doubting.slice(0, mostDoubting),
    );
    made.untold = made.evidence.length - made.told.length;
    made.denying_articles.push(...new Set(made.denying.map(({ passage }) => passage.article)));
    for (const { articleId } of source.silencesOf(claim.id)) {
      const article = articles.get(articleId);
      if (article === undefined) continue;
      made.silent.push(article);
      article.silent_on.push(made);
    }
    made.silent.sort((one, other) => one.number - other.number);
    return made;
  });
  const all = [...passages.values()];
  const unfiled = all.filter(({ id }) => !filedIds.has(id));
  for (const passage of unfiled) passage.article.unfiled.push(passage);
  const times = all.map(timesOf);
  const outlets = outletsOf([...articles.values()]);
  const isContested = ({ status, denying }: TemplateClaim): boolean =>
    status === 'disputed' || status === 'refuted' || denying.length > 0;
  const settled = claims.filter((claim) => !isContested(claim) && claim.evidence.length > 0);
  return {
    title,
    claims,
    passages: all,
    articles: [...articles.values()],
    outlets,
    known_outlets: outlets.filter(({ articles: [first] }) => first?.has_outlet === true),
    unfiled,
    contested: claims.filter(isContested),
    corroborated: settled.filter(({ status }) => status === 'corroborated'),
    open: settled.filter(({ status }) => status !== 'corroborated'),
    bare: claims.filter(({ evidence }) => evidence.length === 0),
    contradictions: contradictions(source, passages),
    dates: datesOf(claims, times),
    undated: times.flatMap(({ passage, isUndated }) => (isUndated ? [passage] : [])),
    tags: tagsOf(all),
  };
}

function templateArticle(source: RecordSource, article: ArticleRecord): TemplateArticle {
  const { title, outlet, byline, published, url, language } = effectiveMetadata(article);
  const revision = source.get('revision', article.revisionId);
  return {
    kind: 'article',
    id: article.id,
    number: article.number,
    title,
    outlet: outlet ?? title,
    has_outlet: outlet !== null,
    byline,
    published,
    url,
    language,
    guessed: guessable.filter((field) => isGuess(article, field)),
    revision: revision?.hash ?? '',
    words: revision?.wordCount ?? 0,
    passages: [],
    unfiled: [],
    says: [],
    silent_on: [],
  };
}

function templatePassage(
  source: RecordSource,
  annotation: AnnotationRecord,
  record: ArticleRecord,
  article: TemplateArticle,
): TemplatePassage {
  return {
    kind: 'passage',
    id: annotation.id,
    label: annotationLabel(record, annotation),
    quote: annotation.passage.quote,
    article,
    outlet: article.outlet,
    published: article.published,
    tags: annotation.tagIds.flatMap((id) => source.get('tag', id)?.name ?? []),
  };
}

function templateClaim(
  source: RecordSource,
  claim: ClaimRecord,
  articles: ReadonlyMap<ArticleId, TemplateArticle>,
  clusterOf: (id: ArticleId) => string | null,
): TemplateClaim {
  const sources = supportingSources(source, claim.id, clusterOf);
  return {
    kind: 'claim',
    id: claim.id,
    label: `C${claim.number}`,
    wording: claim.wording,
    speaker: speakerName(source, claim),
    said_on: claim.saidOn,
    said_until: claim.saidUntil ?? null,
    place: claim.place ?? null,
    status: claim.status,
    importance: claim.importance ?? null,
    confidence: claim.confidence,
    tags: claim.tagIds.flatMap((id) => source.get('tag', id)?.name ?? []),
    sources: sources.length,
    source_names: sources.flatMap(([first]) => {
      if (first === undefined) return [];
      const { outlet, title } = effectiveMetadata(first);
      return [outlet ?? title];
    }),
    source_articles: sources.flatMap((group) => {
      const known = group.find(({ id }) => articles.has(id));
      return known === undefined ? [] : (articles.get(known.id) ?? []);
    }),
    evidence: [],
    asserting: [],
    denying: [],
    other: [],
    supporting: [],
    doubting: [],
    told: [],
    untold: 0,
    denying_articles: [],
    silent: [],
  };
}

/** Outlets by name, case and spaces around it aside, as independent sources are (rule Q7). */
function outletsOf(articles: readonly TemplateArticle[]): readonly TemplateOutlet[] {
  const outlets = new Map<string, { name: string; articles: TemplateArticle[] }>();
  for (const article of articles) {
    const key = article.has_outlet
      ? `outlet ${article.outlet.trim().toLowerCase()}`
      : `article ${article.id}`;
    const known = outlets.get(key);
    if (known === undefined) outlets.set(key, { name: article.outlet, articles: [article] });
    else known.articles.push(article);
  }
  return [...outlets.values()];
}

function contradictions(
  source: RecordSource,
  passages: ReadonlyMap<AnnotationId, TemplatePassage>,
): readonly TemplateLink[] {
  const found = new Map<string, TemplateLink>();
  for (const id of passages.keys()) {
    for (const link of source.linksAt(id)) {
      const type = source.get('linkType', link.typeId);
      const from = passages.get(link.from as AnnotationId);
      const to = link.to.kind === 'annotation' ? passages.get(link.to.id) : undefined;
      if (type === null || from === undefined || to === undefined) continue;
      if (!/contradict|denies|disput|widerspr|contredi/iu.test(type.name)) continue;
      found.set(link.id, { name: type.name, from, to, note: link.note ?? null });
    }
  }
  return [...found.values()];
}

function datesOf(
  claims: readonly TemplateClaim[],
  times: readonly PassageTimes[],
): readonly TemplateDate[] {
  const days = new Map<
    string,
    { day: string; claims: TemplateClaim[]; passages: TemplatePassage[] }
  >();
  const at = (day: string) => {
    const known = days.get(day) ?? { day, claims: [], passages: [] };
    days.set(day, known);
    return known;
  };
  for (const claim of claims)
    if (claim.said_on !== null) at(claim.said_on.slice(0, 10)).claims.push(claim);
  for (const { passage, days: named } of times) {
    for (const day of named) at(day).passages.push(passage);
  }
  return [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}

interface PassageTimes {
  readonly passage: TemplatePassage;
  /** The days, months and years that it names, each once. */
  readonly days: readonly string[];
  /** It names a time, but which can't be told: when its article was published is not known, or guessed. */
  readonly isUndated: boolean;
}

/** "Last year" in an article whose date is guessed is no year: what is worked out from a guess would be stated as known. */
function timesOf(passage: TemplatePassage): PassageTimes {
  const { quote, article } = passage;
  const published = article.guessed.includes('published') ? null : article.published;
  const blocks = [];
  let start = 0;
  for (const line of quote.split('\n')) {
    const end = start + line.length;
    if (end > start) {
      blocks.push({
        kind: 'paragraph' as const,
        start: start as TextOffset,
        end: end as TextOffset,
      });
    }
    start = end + 1;
  }
  const text = { hash: '' as RevisionHash, text: quote, blocks };
  const { dates } = findFacts(text, { published, language: article.language });
  const days = dates.flatMap(({ earliest, precision }) => {
    if (earliest === null) return [];
    if (precision === 'day') return [earliest];
    if (precision === 'month') return [earliest.slice(0, 7)];
    return precision === 'year' ? [earliest.slice(0, 4)] : [];
  });
  return {
    passage,
    days: [...new Set(days)],
    isUndated:
      published === null && days.length === 0 && dates.some(({ earliest }) => earliest === null),
  };
}

function tagsOf(passages: readonly TemplatePassage[]): TemplateData['tags'] {
  const tags = new Map<string, TemplatePassage[]>();
  for (const passage of passages) {
    for (const name of passage.tags) {
      const known = tags.get(name);
      if (known === undefined) tags.set(name, [passage]);
      else known.push(passage);
    }
  }
  return [...tags]
    .map(([name, own]) => ({ name, passages: own }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
