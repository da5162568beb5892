import { gatherBrief } from '../../../app/brief/gather-brief.ts';
import {
  type BriefExportOptions,
  type BriefFormat,
  briefFormats,
} from '../../../app/host/brief-export.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import { viewSetting } from '../view-setting.ts';
import { currentBrief } from './brief.ts';

/** How briefs of this project were exported last. */
const lastExport = viewSetting<BriefExportOptions>({
  name: 'brief-export',
  changeName: 'Choose how briefs are exported',
  initial: { format: 'docx', appendix: true, comments: false, wrap: false },
  read(value) {
    const { format, appendix, comments, wrap } = (value ?? {}) as Partial<BriefExportOptions>;
    return {
      format: briefFormats.find((known) => known === format) ?? 'docx',
      appendix: appendix !== false,
      comments: comments === true,
      wrap: wrap === true,
    };
  },
});

/** The formats as people choose among them. */
export const briefFormatNames: Readonly<Record<BriefFormat, string>> = {
  docx: 'Word document (DOCX)',
  pdf: 'PDF',
  html: 'Web page (HTML)',
  markdown: 'Markdown',
  text: 'Plain text',
};

/** What was chosen last. */
export function lastBriefExport(session: Session): BriefExportOptions {
  return lastExport.stored(session.store.records);
}

/** Asks how to export the current brief. */
export function askBriefExport(session: Session): void {
  if (currentBrief(session) === null) sayNoBrief(session);
  else session.openDialog({ kind: 'export-brief' });
}

/** Exports the current brief in a format, otherwise as last. */
export function exportBriefAs(session: Session, format: BriefFormat): Promise<void> {
  return exportBrief(session, { ...lastBriefExport(session), format });
}

/** Exports the current brief; main checks every quotation and asks where to. What was chosen is kept with the project. */
export async function exportBrief(session: Session, options: BriefExportOptions): Promise<void> {
  session.flushDrafts();
  const { store } = session;
  const brief = currentBrief(session);
  if (brief === null) {
    sayNoBrief(session);
    return;
  }
  if (options.format === 'pdf' || options.format === 'docx') session.say('Writing the brief…');
  try {
    await store.whenComplete();
    const outcome = await session.host.exportBrief({
      ...options,
      ...gatherBrief(store.records, brief),
    });
    if (outcome.kind === 'written') session.say(`Exported to ${outcome.fileName}.`);
    if (outcome.kind === 'cancelled') session.say('Nothing was exported.');
    if (outcome.kind === 'refused') {
      session.openDialog({ kind: 'export-refused', problems: outcome.problems });
    }
  } catch (error) {
    showFailure(session, 'The brief could not be exported', error);
  }
}

/** Keeps what was chosen for the next time; no step of undo. */
export function keepBriefExport(session: Session, options: BriefExportOptions): void {
  const last = lastBriefExport(session);
  const isSame = (Object.keys(options) as (keyof BriefExportOptions)[]).every(
    (key) => last[key] === options[key],
  );
  if (!isSame && session.store.project.readOnly === null) lastExport.store(session, options);
}

function sayNoBrief(session: Session): void {
  session.say('There is no brief yet. Press B on a highlight to begin one.');
}
