import { showFailure } from '../project.ts';
import type { Session } from '../session.ts';
import type { ExchangeDone } from './exchange-state.ts';
import { reportTable } from './report-words.ts';

/** Asks where, then writes the report of an export or import as a table. */
export async function exportExchangeReport(session: Session, done: ExchangeDone): Promise<void> {
  try {
    const written = await session.host.exportFile({
      suggestedName: `Report of ${done.fileName}`,
      kind: 'csv',
      content: reportTable(done.report, done.direction),
    });
    if (written !== null) session.say(`The report was written to ${written.fileName}.`);
  } catch (error) {
    showFailure(session, 'The report could not be written', error);
  }
}
