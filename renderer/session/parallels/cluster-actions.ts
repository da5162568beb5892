import type { ClusterPassage, ClusterSuggestion } from '../../../app/host/suggestions.ts';
import type { Stance } from '../../../app/record/records.ts';
import type { SuggestedClaim } from '../../../app/suggestion/accept-diffs.ts';
import { decisionsByKey } from '../../../app/suggestion/decision-diffs.ts';
import { countOf } from '../article-list.ts';
import { compareArticles } from '../comparing/compare-panes.ts';
import { lightPassages } from '../reading/light-passages.ts';
import { acceptCluster, dismissSuggestion } from '../review/accept-suggestion.ts';
import type { Session } from '../session.ts';
import { writable } from '../writable.ts';
import { baseOf, type ClusterRow, clusterRows } from './cluster-rows.ts';
import { changesFrom, shortly, sourceInWords } from './parallel-words.ts';
import type { ClustersState } from './parallels-state.ts';
import { setClusters } from './set-parallels.ts';

/** The cluster that is open, once it is read. */
function openClusterNow(session: Session): ClusterSuggestion | null {
  const { open } = session.get().parallels.clusters;
  return open === 'gone' ? null : open;
}

/** The same; says what to do where there is none. */
function openClusterOrSay(session: Session): ClusterSuggestion | null {
  const cluster = openClusterNow(session);
  if (cluster === null) session.say('Choose a cluster in the list first, with the arrow keys.');
  return cluster;
}

/** The rows of the open cluster. */
export function rowsNow(session: Session): readonly ClusterRow[] {
  return clusterRows(session.get().parallels.clusters);
}

/** Puts a passage of the table before the analyst, and says what it is. */
export function goToRow(session: Session, row: ClusterRow): void {
  setClusters(session, { row: row.key });
  session.say(rowInWords(session, row));
}

/** "The Harbour Times · 12 May 2031, wording 2: cuts 3 words. Credits Hanna Orlo. “…”". */
export function rowInWords(session: Session, { passage, isBase, isChosen }: ClusterRow): string {
  const cluster = openClusterNow(session);
  const base = cluster === null ? null : baseOf(cluster, session.get().parallels.clusters.base);
  const changes = base === null || isBase ? '' : changesFrom(base, passage);
  const parts = [
    `${sourceInWords(session, passage.articleId)}, wording ${passage.wording}`,
    isBase ? 'the others are read against it' : changes === '' ? 'the same words' : changes,
    creditInWords(passage),
    isChosen ? '' : 'left out of the claim',
  ];
  return `${parts.filter(Boolean).join('; ')}: “${shortly(passage.quote)}”`;
}

function creditInWords({ credits, creditsSure }: ClusterRow['passage']): string {
  if (credits === null) return 'credits nobody';
  return creditsSure ? `credits ${credits}` : `credits ${credits}, not for sure`;
}

/** Reads the others against this passage. */
export function setBase(session: Session, { key, passage }: ClusterRow): void {
  setClusters(session, { base: key });
  session.say(`All are read against ${sourceInWords(session, passage.articleId)} now.`);
}

/** Takes a passage into the claim that is to be made, or leaves it out. */
export function toggleRow(session: Session, row: ClusterRow): void {
  const rows = rowsNow(session);
  const chosen = new Set(rows.filter(({ isChosen }) => isChosen).map(({ key }) => key));
  if (!chosen.delete(row.key)) chosen.add(row.key);
  setClusters(session, { chosen });
  session.say(`${countOf(chosen.size, 'passage')} of ${rows.length} chosen.`);
}

/** Takes all passages into the claim, or none. */
export function chooseAllRows(session: Session, all: boolean): void {
  setClusters(session, { chosen: all ? null : new Set() });
  session.say(all ? 'All passages chosen.' : 'No passage chosen.');
}

/** Puts the passages in another order. */
export function orderRows(session: Session, order: ClustersState['order']): void {
  setClusters(session, { order });
}

/**
 * Opens a passage in the reader with the one that all are read against beside it; of one article, or of that passage
 * itself, alone.
 */
export function openRow(session: Session, { passage }: ClusterRow): void {
  const cluster = openClusterNow(session);
  const base = cluster === null ? null : baseOf(cluster, session.get().parallels.clusters.base);
  const { panes } = session;
  if (base !== null && base.articleId !== passage.articleId) {
    const pane = panes.open(base.articleId);
    panes.reveal(pane, { annotationId: null, start: base.start, end: base.end });
    panes.openPassage(passage.articleId, passage.start, passage.end, true);
    lightPassages(session, [base, passage]);
    return;
  }
  panes.openPassage(passage.articleId, passage.start, passage.end, false);
}

/** Puts the articles of the chosen passages side by side, at most four. */
export function compareRows(session: Session): void {
  if (openClusterOrSay(session) === null) return;
  const chosen = rowsNow(session).filter(({ isChosen }) => isChosen);
  compareArticles(
    session,
    chosen.map(({ passage }) => passage.articleId),
  );
}

/** Asks for the claim that the chosen passages are evidence of. */
export function askClusterClaim(session: Session): void {
  const cluster = openClusterOrSay(session);
  if (cluster === null || !writable(session)) return;
  const decided = decisionsByKey(session.store.records).get(cluster.key);
  const passages = rowsNow(session)
    .filter(({ isChosen }) => isChosen)
    .map(({ passage }) => passage);
  if (decided !== undefined) session.say(`This cluster was ${decided.outcome} already.`);
  else if (passages.length === 0) session.say('Choose at least one passage, with Space.');
  else session.openDialog({ kind: 'cluster-claim', cluster, passages });
}

/** Makes the claim that the dialog asked for: one step of undo. */
export function makeClusterClaim(
  session: Session,
  cluster: ClusterSuggestion,
  passages: readonly (ClusterPassage & { readonly stance?: Stance })[],
  claim: SuggestedClaim,
): Promise<boolean> {
  return acceptCluster(session, cluster, passages, claim);
}

/** Remembers that the open cluster is not wanted. */
export function dismissCluster(session: Session): void {
  const cluster = openClusterOrSay(session);
  if (cluster === null) return;
  const decided = decisionsByKey(session.store.records).get(cluster.key);
  if (decided !== undefined) session.say(`This cluster was ${decided.outcome} already.`);
  else dismissSuggestion(session, cluster);
}
