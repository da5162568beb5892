import { isAnchored } from '../../../app/anchor/anchor-passage.ts';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { formatPublished } from '../../../app/article/published-date.ts';
import type { CheckReport } from '../../../app/brief/check/check-item.ts';
import { citedAlterations } from '../../../app/brief/cited-alterations.ts';
import { citationOf } from '../../../app/brief/cited-ids.ts';
import type { CitedRecords } from '../../../app/brief/cited-records.ts';
import { acceptedTarget } from '../../../app/brief/live/accepted-citation.ts';
import { citationState } from '../../../app/brief/live/citation-state.ts';
import { articleLine, articleName } from '../../../app/brief/print/name-source.ts';
import { resolveClaim } from '../../../app/brief/resolve-claim.ts';
import { type GuessableField, sourceGuesses } from '../../../app/brief/source-guesses.ts';
import { speakerName } from '../../../app/claim/speakers.ts';
import type { ArticleId, ClaimId, PictureId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord, ClaimRecord, Passage } from '../../../app/record/records.ts';
import { recordKinds } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import type {
  CitationSource,
  CitationStanding,
  CitationTarget,
  CitedAnnotation,
  CitedArticle,
  CitedClaim,
} from '../../editor/citation-source.ts';
import { locale } from '../article-list.ts';
import { showClaim } from '../claims/claim.ts';
import { focusNamed } from '../focus.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { updateFigure } from './figures.ts';

/** What citations show something of. A brief's own parts are saved while it is written, with every pause. */
const shownKinds = recordKinds.filter(
  (kind) => kind !== 'brief' && kind !== 'briefPart' && kind !== 'setting',
);

/**
 * What a brief's citations show: the records as they are now. Whether a passage still stands in its text is looked up
 * once per state of the passage; until the text was read it counts as standing there. The export checks again.
 */
export function citationSource(session: Session): CitationSource {
  const orphans = new Map<Passage, boolean>();
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const check = async (annotation: AnnotationRecord): Promise<void> => {
    const { passage } = annotation;
    if (orphans.has(passage)) return;
    orphans.set(passage, false);
    const revision = session.store.records.get('revision', passage.revisionId);
    const orphan =
      revision === null ||
      !(await session.store.texts.read(revision.hash).then(
        ({ text }) => isAnchored(passage, text),
        // A text that can't be read holds no passage; the reader's pane says why it can't.
        () => false,
      ));
    orphans.set(passage, orphan);
    if (orphan) tell();
  };
  return {
    annotation(id) {
      const annotation = session.store.records.get('annotation', id);
      if (annotation === null) return null;
      void check(annotation);
      return citedAnnotation(session, annotation, orphans.get(annotation.passage) === true);
    },
    claim: (id) => citedClaim(session, id),
    subscribe(listener) {
      listeners.add(listener);
      // The check says which figures are older than what they show.
      const stopChecks = session.state.subscribe(({ briefCheck }, before) => {
        if (briefCheck.report === before.briefCheck.report) return;
        const old = changedFigures(before.briefCheck.report);
        const now = changedFigures(briefCheck.report);
        if (old.join() !== now.join()) listener();
      });
      const { records } = session.store;
      let seen = records.changesOf(shownKinds);
      const stop = records.subscribe(() => {
        const now = records.changesOf(shownKinds);
        if (now === seen) return;
        seen = now;
        listener();
      });
      return () => {
        listeners.delete(listener);
        stopChecks();
        stop();
      };
    },
    article: (id) => citedArticle(session, id),
    picture: (id) => session.store.records.get('picture', id),
    isFigureChanged: (id) => changedFigures(session.get().briefCheck.report).includes(id),
    redrawFigure: (id) => void updateFigure(session, id),
    standing: (node) => standingOf(session.store.records, node),
    accepted: (target) => acceptedTarget(session.store.records, target),
    open: (target) => openCited(session, target),
  };
}

const figuresKnown = new WeakMap<CheckReport, readonly PictureId[]>();

/** The figures that a check found older than what they show. Cost: the findings, once for each report. */
function changedFigures(report: CheckReport | null): readonly PictureId[] {
  if (report === null) return [];
  const known = figuresKnown.get(report);
  if (known !== undefined) return known;
  const found = report.items.flatMap(({ about }) => (about?.kind === 'picture' ? [about.id] : []));
  figuresKnown.set(report, found);
  return found;
}

/** Missing before all; then what no longer fits, since there words are printed that the writer wanted left out. */
function standingOf(records: RecordSource, node: RichTextNode): CitationStanding {
  const state = citationState(records, node);
  if (state === null || state.kind === 'missing') return 'missing';
  const citation = citationOf(node);
  const annotation =
    citation?.kind === 'annotation' ? records.get('annotation', citation.id) : null;
  const fits = annotation === null || citedAlterations(node, annotation.passage.quote) !== null;
  if (!fits) return 'misfit';
  return state.kind === 'changed' ? 'changed' : 'accepted';
}

/** Enter on a citation that has changed goes to what changed; on any other, to what it cites. */
function openCited(session: Session, target: CitationTarget): void {
  const selected = session.briefEditor?.citations?.selected() ?? null;
  if (selected !== null && citationState(session.store.records, selected)?.kind === 'changed') {
    session.set({ inspectorShown: true });
    focusNamed('accept-change');
    return;
  }
  if (target.kind === 'claim') showClaim(session, target.id);
  else if (target.kind === 'article') {
    if (session.store.records.get('article', target.id) !== null) {
      session.panes.open(target.id, { focus: true });
    }
  } else {
    const annotation = session.store.records.get('annotation', target.id);
    if (annotation !== null) session.panes.openAnnotation(annotation);
  }
}

function citedArticle(session: Session, id: ArticleId): CitedArticle | null {
  const article = session.store.records.get('article', id);
  if (article === null) return null;
  const source = { ...effectiveMetadata(article), guesses: sourceGuesses(article) };
  return {
    label: String(article.number),
    name: articleName(source),
    line: articleLine(source),
    language: source.language,
  };
}

function citedAnnotation(
  session: Session,
  annotation: AnnotationRecord,
  orphan: boolean,
): CitedAnnotation {
  const { records } = session.store;
  const article = records.get('article', annotation.articleId);
  const metadata = article === null ? null : effectiveMetadata(article);
  const guesses = article === null ? [] : sourceGuesses(article);
  // In the word that exports have for it (rule C4).
  const marked = (text: string | null, field: GuessableField): string | null =>
    text && guesses.includes(field) ? `${text} (guessed)` : text;
  return {
    label: labelOf(session, annotation.id),
    quote: annotation.passage.quote,
    outlet: marked(metadata?.outlet ?? null, 'outlet'),
    title: marked(metadata?.title ?? null, 'title') ?? '',
    published: marked(formatPublished(metadata?.published ?? null, locale), 'published'),
    language: metadata?.language ?? null,
    tagColor: records.get('tag', annotation.tagIds[0] ?? '')?.color ?? null,
    state: orphan
      ? 'orphan'
      : article?.revisionId === annotation.passage.revisionId
        ? 'anchored'
        : 'earlier',
  };
}

function citedClaim(session: Session, id: ClaimId): CitedClaim | null {
  const { records } = session.store;
  const claim = records.get('claim', id);
  if (claim === null) return null;
  const resolved = resolveClaim(citedRecords(records), id);
  return {
    label: `C${claim.number}`,
    wording: claim.wording,
    speaker: speakerName(records, claim),
    saidOn: saidWords(claim),
    status: claim.status,
    evidence: resolved.ok ? resolved.value.evidence : [],
  };
}

/** "8 February 2024 to 9 February 2024"; `null` where it is not known. */
function saidWords({ saidOn, saidUntil = null }: ClaimRecord): string | null {
  const on = formatPublished(saidOn, locale);
  const until = formatPublished(saidUntil, locale);
  return on === null || until === null ? on : `${on} to ${until}`;
}

/** The window's records as briefs look them up. */
function citedRecords(records: RecordSource): CitedRecords {
  return {
    annotation: (id) => records.get('annotation', id) ?? undefined,
    article: (id) => records.get('article', id) ?? undefined,
    revision: (id) => records.get('revision', id) ?? undefined,
    claim: (id) => records.get('claim', id) ?? undefined,
    evidenceOf: (id) => records.evidenceOf(id),
  };
}
