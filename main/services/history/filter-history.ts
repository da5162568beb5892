import type { HistoryFilter } from '../../../app/host/history.ts';
import type { HistoryIndex, PlacedEntry } from './history-index.ts';

/** The entries that a filter lets through, newest first, as far as the journal was read. Cost: all that was read. */
export function filterHistory(index: HistoryIndex, filter: HistoryFilter): readonly PlacedEntry[] {
  const words = wordsOf(filter.words);
  const touching = filter.recordId === null ? null : new Set(index.touching(filter.recordId));
  const names = new Map<string, boolean>();
  const isNamed = (name: string): boolean => {
    let holds = names.get(name);
    if (holds === undefined) {
      const low = fold(name);
      holds = words.every((word) => low.includes(word));
      names.set(name, holds);
    }
    return holds;
  };
  const found: PlacedEntry[] = [];
  for (const entry of index.newestFirst()) {
    if (touching !== null && !touching.has(entry.sequence)) continue;
    if (filter.hideUnattended && entry.unattended) continue;
    if (filter.hideJobs && entry.jobId !== null) continue;
    if (filter.author !== null && entry.author !== filter.author) continue;
    if (filter.from !== null && entry.at < filter.from) continue;
    if (filter.until !== null && entry.at >= filter.until) continue;
    if (filter.kind !== null && !entry.touched.some(({ kind }) => kind === filter.kind)) continue;
    if (!isNamed(entry.name)) continue;
    found.push(entry);
  }
  return found;
}

function wordsOf(text: string): readonly string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

/** Upper and lower case alike, straight and typographic quotation marks too: names of changes have the latter. */
function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[“”„]/g, '"').replaceAll('’', "'");
}
