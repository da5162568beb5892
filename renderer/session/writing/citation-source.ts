import { isAnchored } from '../../../app/anchor/anchor-passage.ts';
import { effectiveMetadata } from '../../../app/article/article-metadata.ts';
import { formatPublished } from '../../../app/article/published-date.ts';
import type { CitedRecords } from '../../../app/brief/cited-records.ts';
import { resolveClaim } from '../../../app/brief/resolve-claim.ts';
import { speakerName } from '../../../app/claim/speakers.ts';
import type { AnnotationId, ClaimId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { AnnotationRecord, ClaimRecord, Passage } from '../../../app/record/records.ts';
import type { CitationSource, CitedAnnotation, CitedClaim } from '../../editor/citation-source.ts';
import { listArticle, locale, shownDate } from '../article-list.ts';
import { showClaim } from '../claims/claim.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';

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
      const stop = session.store.records.subscribe(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    open(kind, id) {
      if (kind === 'claim') {
        showClaim(session, id as ClaimId);
        return;
      }
      const annotation = session.store.records.get('annotation', id as AnnotationId);
      if (annotation !== null) session.panes.openAnnotation(annotation);
    },
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
  return {
    label: labelOf(session, annotation.id),
    quote: annotation.passage.quote,
    outlet: article === null ? null : listArticle(article).outlet,
    title: metadata?.title ?? '',
    published: article === null ? null : shownDate(article),
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
