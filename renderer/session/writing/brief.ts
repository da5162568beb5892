import { citedIds } from '../../../app/brief/cited-ids.ts';
import { nameMentions } from '../../../app/brief/mentions.ts';
import { withSpeakerName } from '../../../app/claim/speakers.ts';
import type { BriefBundle } from '../../../app/record/brief-bundle.ts';
import type { AnnotationId, BriefId, ClaimId } from '../../../app/record/ids.ts';
import { newRecord, nextRecord } from '../../../app/record/record-factory.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { countOf } from '../article-list.ts';
import { focusNamed } from '../focus.ts';
import { showFailure } from '../project.ts';
import { labelOf } from '../reading/describe-annotation.ts';
import type { Session } from '../session.ts';
import { mentionName } from './references.ts';

/** The brief that is open or was last; `null` if there is none. */
function currentBrief(session: Session): BriefRecord | null {
  const { briefId } = session.get();
  const { records } = session.store;
  const chosen = briefId === null ? null : records.get('brief', briefId);
  return chosen ?? records.list('brief')[0] ?? null;
}

/** Makes an empty brief and shows it. */
export function newBrief(session: Session): void {
  const brief = draftBrief(session, [{ type: 'paragraph' }]);
  session.store.commit('New brief', { added: [brief], updated: [], removed: [] });
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
  nodes: readonly RichTextNode[],
  what: string,
): void {
  session.flushDrafts();
  const { store } = session;
  const brief = currentBrief(session);
  const name = nodes.length === 1 ? 'Send to brief' : `Send ${what} to brief`;
  if (brief === null) {
    const made = draftBrief(session, [...nodes, { type: 'paragraph' }]);
    store.commit(name, { added: [made], updated: [], removed: [] });
    session.set({ briefId: made.id });
    session.say(`Sent ${what} to a new brief, “${made.title}”.`);
    return;
  }
  const content = appended(brief.content, nodes);
  const after = nextRecord(store.maker, brief, { content });
  store.commit(name, { added: [], updated: [[brief, after]], removed: [] });
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

/** Saves what was typed into a brief. */
export function saveBrief(store: Session['store'], id: BriefId, content: RichTextNode): void {
  const brief = store.records.get('brief', id);
  if (brief === null || JSON.stringify(brief.content) === JSON.stringify(content)) return;
  const after = nextRecord(store.maker, brief, { content });
  store.commit(`Edit brief “${shortTitle(brief)}”`, {
    added: [],
    updated: [[brief, after]],
    removed: [],
  });
}

export function removeBrief(session: Session, brief: BriefRecord): void {
  session.store.commit(`Remove brief “${shortTitle(brief)}”`, {
    added: [],
    updated: [],
    removed: [brief],
  });
  session.set({ briefId: null });
  session.say(`Removed the brief “${brief.title}”. Undo brings it back.`);
}

/** Exports the current brief; main checks every quotation and asks where to. */
export async function exportBrief(session: Session, format: 'markdown' | 'html'): Promise<void> {
  session.flushDrafts();
  const brief = currentBrief(session);
  if (brief === null) {
    session.say('There is no brief yet. Press B on a highlight to begin one.');
    return;
  }
  try {
    const outcome = await session.host.exportBrief({ format, ...briefBundle(session, brief) });
    if (outcome.kind === 'written') session.say(`Exported to ${outcome.fileName}.`);
    if (outcome.kind === 'refused') {
      session.openDialog({ kind: 'export-refused', problems: outcome.problems });
    }
  } catch (error) {
    showFailure(session, 'The brief could not be exported', error);
  }
}

/** A brief with every record that its citations lead to; what it mentions is named (rule N4). */
export function briefBundle(session: Session, brief: BriefRecord): BriefBundle {
  const { records } = session.store;
  const cited = citedIds(brief.content);
  const claims = cited.claimIds.flatMap((id) => records.get('claim', id) ?? []);
  const evidence = claims.flatMap(({ id }) => records.evidenceOf(id));
  const annotationIds = new Set([
    ...cited.annotationIds,
    ...evidence.map(({ annotationId }) => annotationId),
  ]);
  const annotations = [...annotationIds].flatMap((id) => records.get('annotation', id) ?? []);
  const articleIds = new Set(annotations.map(({ articleId }) => articleId));
  const revisionIds = new Set(annotations.map(({ passage }) => passage.revisionId));
  const content = nameMentions(brief.content, (target) => mentionName(records, target));
  return {
    brief: { ...brief, content },
    annotations,
    claims: claims.map((claim) => withSpeakerName(records, claim)),
    evidence,
    articles: [...articleIds].flatMap((id) => records.get('article', id) ?? []),
    revisions: [...revisionIds].flatMap((id) => records.get('revision', id) ?? []),
  };
}

function draftBrief(session: Session, content: readonly RichTextNode[]): BriefRecord {
  const count = session.store.records.list('brief').length;
  return newRecord(session.store.maker, 'brief', {
    title: count === 0 ? 'Brief' : `Brief ${count + 1}`,
    content: { type: 'doc', content },
  });
}

/** The document with blocks at its end, before an empty last paragraph. */
function appended(doc: RichTextNode, nodes: readonly RichTextNode[]): RichTextNode {
  const blocks = doc.content ?? [];
  const last = blocks.at(-1);
  const open = last?.type === 'paragraph' && (last.content ?? []).length === 0;
  // A table at the very end would leave no place to go on writing.
  const below = nodes.at(-1)?.type === 'table' ? [{ type: 'paragraph' }] : [];
  const content = open ? [...blocks.slice(0, -1), ...nodes, last] : [...blocks, ...nodes, ...below];
  return { ...doc, content: content.filter((block) => block !== undefined) };
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
  editor.insertCitation(citation);
  editor.focus();
}
