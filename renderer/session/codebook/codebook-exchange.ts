import type { CodebookDraft } from '../../../app/exchange/codebook-draft.ts';
import type { CodebookPlan } from '../../../app/exchange/plan-codebook.ts';
import { isEmptyDiff } from '../../../app/record/diff.ts';
import { countOf } from '../article-list.ts';
import { showLeftTab } from '../left-area.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import { setCodebook } from './codebook.ts';
import { readCodebookApart } from './read-codebook-apart.ts';

/** Asks for a codebook file and shows what its import would do. */
export async function importCodebook(session: Session): Promise<void> {
  session.flushDrafts();
  try {
    const chosen = await session.host.chooseFile({ kind: 'codebook' });
    if (chosen === null) return;
    session.say(`Reading “${chosen.fileName}”…`);
    const read = await readCodebookApart(chosen.content);
    if (read.ok) {
      session.openDialog({ kind: 'codebook-import', name: chosen.fileName, draft: read.value });
    } else {
      session.openDialog({
        kind: 'message',
        title: `“${chosen.fileName}” was not imported`,
        text: read.error.message,
      });
    }
  } catch (error) {
    showFailure(session, 'The codebook could not be imported', error);
  }
}

/** Does what was planned, as one step. */
export function applyCodebook(session: Session, name: string, plan: CodebookPlan): void {
  if (isEmptyDiff(plan.diff)) {
    session.say(`All tags of “${name}” are here already.`);
    return;
  }
  session.store.commit(`Import the codebook “${name}”`, plan.diff);
  const first = plan.diff.added.find((record) => record.kind === 'tag');
  setCodebook(session, {
    find: '',
    selected: new Set(),
    ...(first === undefined ? {} : { active: first.id }),
  });
  showLeftTab(session, 'codebook', { focus: true });
  const changed = plan.changed.length === 0 ? '' : `, changed ${plan.changed.length}`;
  session.say(`Imported “${name}”: made ${countOf(plan.added.length, 'tag')}${changed}.`);
}

/** What the import of a draft would do to the project as it is now. */
export async function planImport(session: Session, draft: CodebookDraft): Promise<CodebookPlan> {
  const { planCodebook } = await import('../../../app/exchange/plan-codebook.ts');
  return planCodebook(session.store.maker, session.store.records, draft);
}

/** Asks where, and writes the codebook in a format; says what the format can't hold. */
export async function exportCodebook(session: Session, kind: 'qdc' | 'csv'): Promise<void> {
  session.flushDrafts();
  const { project, records } = session.store;
  try {
    const tags = records.list('tag');
    const { content, remarks } =
      kind === 'qdc'
        ? (await import('../../../app/exchange/codebook-qdc.ts')).writeQdc(tags)
        : (await import('../../../app/exchange/codebook-csv.ts')).writeCodebookCsv(tags);
    const suggestedName = `${project.name} codebook`;
    const written = await session.host.exportFile({ suggestedName, kind, content });
    if (written === null) return;
    session.say([`Exported to ${written.fileName}.`, ...remarks].join(' '));
  } catch (error) {
    showFailure(session, 'The codebook could not be exported', error);
  }
}
