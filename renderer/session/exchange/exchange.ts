import type { ExchangeFormat } from '../../../app/exchange/exchange-format.ts';
import { exchangeFormats } from '../../../app/exchange/formats.ts';
import type {
  ExchangeOutcome,
  ExchangeState,
  ExportRequest,
  ImportRequest,
} from '../../../app/host/exchange.ts';
import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import { carriedWords, hasMoreToSay } from './report-words.ts';

/** Takes in what main says of an export or import. */
export function followExchange(session: Session, state: ExchangeState): void {
  const { exchange } = session.get();
  session.set({ exchange: { ...exchange, running: state.state === 'ended' ? null : state } });
}

/** Asks where and writes the project, as it is now, in a format of other programs. */
export async function exportTo(session: Session, request: ExportRequest): Promise<void> {
  session.set({ exchange: { ...session.get().exchange, exportFormat: request.format } });
  try {
    if (!(await isSaved(session))) return;
    end(session, await session.host.exportTo(request));
  } catch (error) {
    showFailure(session, 'Nothing was exported', error);
  }
}

/** Asks which file or folder and takes up what is in it. */
export async function importFrom(session: Session, request: ImportRequest): Promise<void> {
  try {
    if (!(await isSaved(session))) return;
    end(session, await session.host.importFrom(request));
  } catch (error) {
    showFailure(session, 'Nothing was imported', error);
  }
}

/** Ends what is under way. Nothing is changed by it. */
export function cancelExchange(session: Session, { id }: ExchangeState): void {
  session.host
    .cancelExchange({ id })
    .catch((error: unknown) => showFailure(session, 'It could not be cancelled', error));
}

/** Shows the report of the last export or import of this window. */
export function showLastReport(session: Session): void {
  const { last } = session.get().exchange;
  if (last !== null) session.openDialog({ kind: 'exchange-report', done: last });
}

/** How far something is, 0 to 100; `null`: it can't be told. */
export function percentOf({ done, total, state }: ExchangeState): number | null {
  if (state === 'saving') return null;
  return total === 0 ? null : Math.min(100, Math.round((100 * done) / total));
}

/** Formats for one direction, in the order in which they are offered. */
export function formatsFor(direction: 'exports' | 'imports'): readonly ExchangeFormat[] {
  return exchangeFormats.filter((format) => format[direction] !== null);
}

/** Main reads the journal: what was typed and done must be in it. Says so if it is not. */
async function isSaved(session: Session): Promise<boolean> {
  session.flushDrafts();
  await session.store.whenSaved();
  return session.hasProject;
}

function end(session: Session, outcome: ExchangeOutcome | null): void {
  if (outcome === null) return;
  if (outcome.kind === 'cancelled') {
    session.say('Cancelled. Nothing was changed.');
    return;
  }
  if (session.hasProject) session.store.takeUpGathered();
  session.set({ exchange: { ...session.get().exchange, last: outcome } });
  session.say(
    outcome.direction === 'export'
      ? `Exported ${carriedWords(outcome.report.carried)} to ${outcome.fileName}.`
      : `Imported ${carriedWords(outcome.report.carried)} from ${outcome.fileName}.`,
  );
  if (outcome.direction === 'import' || hasMoreToSay(outcome.report)) {
    if (session.get().dialog === null)
      session.openDialog({ kind: 'exchange-report', done: outcome });
  }
}
