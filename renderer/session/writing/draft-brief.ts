import { failure, type Result } from '../../../app/base/result.ts';
import { newBriefRecords } from '../../../app/brief/brief-diffs.ts';
import { acceptNew } from '../../../app/brief/live/accept-changes.ts';
import { type BriefTemplate, readTemplate } from '../../../app/brief/template/brief-template.ts';
import {
  choiceProblem,
  type DraftChoice,
  draftMaterial,
} from '../../../app/brief/template/draft-material.ts';
import type { ClaimId, TagId } from '../../../app/record/ids.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { countOf } from '../article-list.ts';
import { claimLines } from '../claims/claim-lines.ts';
import { claimsListView } from '../claims/claims-view-setting.ts';
import { focusNamed } from '../focus.ts';
import { claimsShownAs } from '../matrix/claims-as.ts';
import { matrixShown } from '../matrix/matrix-shown.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import { draftApart } from './draft-thread.ts';

export type { BriefTemplate, DraftChoice };

/** What the dialog begins with. */
export interface DraftStart {
  readonly kind: DraftChoice['kind'];
  /** Ticked at first, where it is drafted from tags. */
  readonly tagIds: readonly TagId[];
}

/** Asks what a new brief is to be drafted from, and by which template. */
export function askDraft(session: Session, start: Partial<DraftStart> = {}): void {
  session.flushDrafts();
  const { view } = session.get();
  const kind =
    start.kind ?? (view === 'claims' && claimsShownAs(session) === 'matrix' ? 'matrix' : 'claims');
  session.openDialog({ kind: 'draft-brief', start: { kind, tagIds: start.tagIds ?? [] } });
}

/** The claims that the list shows now, in its order: what is offered to be drafted from. */
export function offeredClaims(session: Session): readonly ClaimRecord[] {
  const { records } = session.store;
  const { claims } = session.get();
  const shown = claimLines(records, claims.filter, claimsListView(session)).lines.map(
    ({ claim }) => claim,
  );
  return shown.length > 0 ? shown : records.list('claim');
}

/** Those of a set, in the order of the list. */
export function claimChoice(
  offered: readonly ClaimRecord[],
  chosen: ReadonlySet<ClaimId>,
): DraftChoice {
  return { kind: 'claims', claimIds: offered.map(({ id }) => id).filter((id) => chosen.has(id)) };
}

/** What the matrix shows now. */
export function matrixChoice(session: Session): DraftChoice {
  const { rows, columns } = matrixShown(session);
  return {
    kind: 'matrix',
    claimIds: rows.map(({ claim }) => claim.id),
    articleIds: [...new Set(columns.flatMap(({ articleIds }) => articleIds))],
  };
}

/** "4 claims, 11 passages of 5 articles". Cost: as `draftMaterial`. */
export function materialWords(session: Session, choice: DraftChoice): string {
  const { claims, passages, articles } = draftMaterial(session.store.records, choice);
  return `${countOf(claims.length, 'claim')}, ${countOf(passages.length, 'passage')} of ${countOf(articles.length, 'article')}`;
}

/** The templates that come with the program, and the analyst's own behind them. */
export async function listTemplates(session: Session): Promise<readonly BriefTemplate[]> {
  const { builtInTemplates } = await import('../../../app/brief/template/built-in-templates.ts');
  const own = await session.host.listTemplates().catch(() => []);
  return [
    ...builtInTemplates,
    ...own.map(({ fileName, content, problem }) => ({
      ...readTemplate(`file:${fileName}`, fileName, content),
      ...(problem === undefined ? {} : { problem }),
    })),
  ];
}

/** The blocks that a template gives for a choice, or what is wrong with either; a failure as well once it is aborted. */
export async function draftBlocks(
  session: Session,
  template: BriefTemplate,
  choice: DraftChoice,
  signal: AbortSignal,
): Promise<Result<readonly RichTextNode[]>> {
  if (template.problem !== undefined) return failure('template', template.problem);
  const { records } = session.store;
  const material = draftMaterial(records, choice);
  const problem = choiceProblem(choice, material);
  if (problem !== null) return failure('empty', problem);
  const { templateData } = await import('../../../app/brief/template/template-data.ts');
  const { clusters } = session.get();
  const data = templateData(
    records,
    material,
    titleOf(session, template),
    (id) => clusters.get(id)?.cluster.id ?? null,
  );
  try {
    return await draftApart({ template, data }, signal);
  } catch (error) {
    return failure(
      'thread',
      error instanceof Error ? error.message : 'The draft was not asked for any more.',
    );
  }
}

/** Makes a new brief of a draft and shows it: one step of undo. */
export function makeDraft(
  session: Session,
  template: BriefTemplate,
  blocks: readonly RichTextNode[],
): void {
  const { store } = session;
  session.flushDrafts();
  const title = titleOf(session, template);
  const accepted = blocks.map((block) => acceptNew(store.records, block));
  const [brief, ...parts] = newBriefRecords(store.maker, { title }, accepted);
  store.commit(`Draft brief “${title}”`, { added: [brief, ...parts], updated: [], removed: [] });
  session.closeDialog();
  session.set({ briefId: brief.id, view: 'brief' });
  session.say(`Drafted “${title}”. It is a brief like any other: write on in it.`);
  focusNamed('brief');
}

/** Copies a template into the project folder, to be changed there. */
export async function copyTemplate(session: Session, template: BriefTemplate): Promise<void> {
  try {
    const { fileName } = await session.host.writeTemplate({
      fileName: `own-${template.fileName}`,
      content: template.text,
    });
    session.say(
      `Wrote templates/${fileName} into the project folder, with a guide beside it. Change it there; it is listed here from now on.`,
    );
  } catch (error) {
    showFailure(session, 'The template could not be written', error);
  }
}

function titleOf(session: Session, template: BriefTemplate): string {
  const titles = new Set(session.store.records.list('brief').map(({ title }) => title));
  let title = template.title;
  for (let count = 2; titles.has(title); count += 1) title = `${template.title} ${count}`;
  return title;
}
