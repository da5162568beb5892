import type { HistoryEntry, HistoryFilter } from '../../app/host/history.ts';
import type { HostReads } from '../../app/host/host-api.ts';

/** Whose entries of the journal are wanted, and from where on the way back begins. */
export interface OwnEntriesOptions {
  readonly host: Pick<HostReads, 'readHistory'>;
  readonly author: string;
  /** The journal's last entry that is looked at. */
  readonly upTo: number;
}

const entriesPerPage = 50;

const everything: HistoryFilter = {
  words: '',
  author: null,
  kind: null,
  recordId: null,
  from: null,
  until: null,
  hideUnattended: false,
  hideJobs: false,
};

/** An analyst's entries, newest first. The first entry of a journal makes the project: that is no step. Cost: a page at a time. */
export async function* ownEntries({
  host,
  author,
  upTo,
}: OwnEntriesOptions): AsyncGenerator<HistoryEntry, void, void> {
  const filter: HistoryFilter = { ...everything, author, hideUnattended: true };
  for (let offset = 0; ; ) {
    const page = await host.readHistory({
      filter,
      upTo,
      offset,
      limit: entriesPerPage,
      all: false,
    });
    for (const entry of page.entries) {
      if (entry.sequence <= 1 || isOfOlderProgram(entry)) return;
      yield entry;
    }
    offset += page.entries.length;
    if (page.complete && offset >= page.total) return;
  }
}

/** An undoing that does not say what it takes back: earlier programs wrote none. What lies behind is not certain. */
function isOfOlderProgram({ name, undoes, redoes }: HistoryEntry): boolean {
  return undoes === null && redoes === null && /^(?:Undo|Redo) /.test(name);
}
