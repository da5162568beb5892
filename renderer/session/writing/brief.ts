import { briefContentIn } from '../../../app/brief/brief-content.ts';
import { briefDiff, newBriefRecords, removeBriefDiff } from '../../../app/brief/brief-diffs.ts';
import { acceptNew } from '../../../app/brief/live/accept-changes.ts';
import { acceptedTarget } from '../../../app/brief/live/accepted-citation.ts';
import type { AnnotationId, BriefId, ClaimId } from '../../../app/record/ids.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { BriefPartRecord, BriefRecord, ProjectRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { countOf } from '../article-list.ts';
import { focusNamed } from '../focus.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';

/** The brief that is open or was last; `null` if there is none. */
export function currentBrief(session: Session): BriefRecord | null {
  const { briefId } = session.get();
  const { records } = session.store;
  const chosen = briefId === null ? null : records.get('brief', briefId);
  return chosen ?? records.list('brief')[0] ?? null;
}

/** Makes an empty brief and shows it. */
export function newBrief(session: Session): void {
  const [brief, ...parts] = draftBrief(session, []);
  session.store.commit('New brief', { added: [brief, ...parts], updated: [], removed: [] });
  session.set({ briefId: brief.id, view: 'brief' });
  focusNamed('brief-title');
  session.say('Made a brief.');
}

/** Puts an annotation or a claim at the end of the current brief; makes the brief if there is none. */
export function sendToBrief(
  session: Session,
  item: { kind: 'annotation'; id: AnnotationId } | { kind: 'claim'; id: ClaimId },
): void {
  if (item.kind === 'annotation') {
    sendAnnotationsToBrief(session, [item.id]);
    return;
  }
  const number = session.store.records.get('claim', item.id)?.number ?? '?';
  const node = { type: 'claim_citation', attrs: { claimId: item.id } };
  appendToBrief(session, [node], `claim C${number}`);
}

/** Puts annotations at the end of the current brief, in their order, as one change; makes the brief if there is none. */
export function sendAnnotationsToBrief(session: Session, ids: readonly AnnotationId[]): void {
  const [first] = ids;
  if (first === undefined) return;
  const nodes = ids.map((id) => ({ type: 'quotation_citation', attrs: { annotationId: id } }));
  const what = ids.length === 1 ? labelOf(session, first) : countOf(ids.length, 'passage');
  appendToBrief(session, nodes, what);
}

/** Puts blocks at the end of the current brief, as one change; makes the brief if there is none. `what` names them. */
export function appendToBrief(
  session: Session,
  cited: readonly RichTextNode[],
  what: string,
): void {
  session.flushDrafts();
  const { store } = session;
  const nodes = cited.map((node) => acceptNew(store.records, node));
  const brief = currentBrief(session);
  const name = nodes.length === 1 ? 'Send to brief' : `Send ${what} to brief`;
  if (brief === null) {
    const [made, ...parts] = draftBrief(session, [...nodes, { type: 'paragraph' }]);
    store.commit(name, { added: [made, ...parts], updated: [], removed: [] });
    session.set({ briefId: made.id });
    session.say(`Sent ${what} to a new brief, “${made.title}”.`);
    return;
  }
  const blocks = appended(blocksOf(session.store, brief), nodes);
  store.commit(name, briefDiff(store.maker, brief, store.records.partsOf(brief.id), blocks));
  session.set({ briefId: brief.id });
  session.say(`Sent ${what} to the brief “${brief.title}”.`);
}

/** Titles may be long; the names of changes are read in a menu. */
function shortTitle({ title }: BriefRecord): string {
  return title.length <= 60 ? title : `${title.slice(0, 59).trimEnd().toWellFormed()}…`;
}

export function renameBrief(session: Session, brief: BriefRecord, title: string): void {
  const wanted = title.trim();
  if (wanted === '' || wanted === brief.title) return;
  const after = nextRecord(session.store.maker, brief, { title: wanted });
  session.store.commit(`Rename brief “${shortTitle(brief)}”`, {
    added: [],
    updated: [[brief, after]],
    removed: [],
  });
}

function blocksOf({ records }: Session['store'], brief: BriefRecord): readonly RichTextNode[] {
  return briefContentIn(records, brief).content ?? [];
}

/**
 * Saves what was written into a brief: of its parts those whose blocks changed (rule I2). `name`: what undo calls it; `null`:
 * an edit of the brief. `also`: records that are made by the same change. Cost: mostly that of those parts.
 */
export function saveBrief(
  store: Session['store'],
  id: BriefId,
  blocks: readonly RichTextNode[],
  name: string | null = null,
  also: readonly ProjectRecord[] = [],
): void {
  const brief = store.records.get('brief', id);
  if (brief === null) return;
  const diff = briefDiff(store.maker, brief, store.records.partsOf(id), blocks);
  const added = [...also, ...diff.added];
  store.commit(name ?? `Edit brief “${shortTitle(brief)}”`, { ...diff, added });
}

/**
 * Keeps what was written into a brief that was removed elsewhere meanwhile: as a brief of its own (rule I29). `also`: records that
 * are made by the same change.
 */
export function keepWords(
  session: Session,
  title: string,
  blocks: readonly RichTextNode[],
  also: readonly ProjectRecord[] = [],
): void {
  const kept = `${title} (kept)`;
  const added = newBriefRecords(session.store.maker, { title: kept }, blocks);
  session.store.commit('Keep what was written in a removed brief', {
    added: [...also, ...added],
    updated: [],
    removed: [],
  });
  session.set({ briefId: added[0].id });
  session.say(`The brief was removed while you were writing. What it held is in “${kept}”.`);
}

export function removeBrief(session: Session, brief: BriefRecord): void {
  session.flushDrafts();
  const { records } = session.store;
  const present = records.get('brief', brief.id);
  if (present === null) return;
  session.store.commit(
    `Remove brief “${shortTitle(brief)}”`,
    removeBriefDiff(present, records.partsOf(brief.id)),
  );
  session.set({ briefId: null });
  session.say(`Removed the brief “${brief.title}”. Undo brings it back.`);
}

function draftBrief(
  session: Session,
  blocks: readonly RichTextNode[],
): readonly [BriefRecord, ...BriefPartRecord[]] {
  const count = session.store.records.list('brief').length;
  const title = count === 0 ? 'Brief' : `Brief ${count + 1}`;
  return newBriefRecords(session.store.maker, { title }, blocks);
}

/** Blocks with others at their end, before an empty last paragraph. */
function appended(
  blocks: readonly RichTextNode[],
  nodes: readonly RichTextNode[],
): readonly RichTextNode[] {
  const last = blocks.at(-1);
  if (last?.type === 'paragraph' && (last.content ?? []).length === 0) {
    return [...blocks.slice(0, -1), ...nodes, last];
  }
  // A table at the very end would leave no place to go on writing.
  const below = nodes.at(-1)?.type === 'table' ? [{ type: 'paragraph' }] : [];
  return [...blocks, ...nodes, ...below];
}

/** Cites at the caret of the brief that is open. */
export function cite(
  session: Session,
  citation: { kind: 'quotation' | 'inline'; id: AnnotationId } | { kind: 'claim'; id: ClaimId },
): void {
  const editor = session.briefEditor;
  if (editor === null) {
    session.say('Make or open a brief first.');
    return;
  }
  const { kind, id } = citation;
  const target = kind === 'claim' ? { kind, id } : { kind: 'annotation' as const, id };
  const accepted = acceptedTarget(session.store.records, target);
  if (!editor.insertCitation({ ...citation, accepted })) {
    session.say(
      kind === 'claim'
        ? 'A claim can’t be cited in a footnote. Cite one of its passages there, or put the caret into the text.'
        : 'Nothing can be cited here. Put the caret into the text of the brief.',
    );
  }
  editor.focus();
}
