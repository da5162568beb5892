import type { ConflictSuggestion, SilenceSuggestion } from '../host/suggestions.ts';
import type { RecordSource } from '../record/record-source.ts';

/**
 * Conflicts between the analyst's own passages, which stand before all else (rule Z5): the best first, each once.
 */
export function conflictsInOrder(
  conflicts: Iterable<ConflictSuggestion>,
): readonly ConflictSuggestion[] {
  const byKey = new Map<string, ConflictSuggestion>();
  for (const conflict of conflicts) if (!byKey.has(conflict.key)) byKey.set(conflict.key, conflict);
  return [...byKey.values()].sort(
    (one, other) => other.score - one.score || (one.key < other.key ? -1 : 1),
  );
}

/** Possible silences, which stand last: by the number of their claim, the surest of each first. */
export function silencesInOrder(
  source: RecordSource,
  silences: Iterable<SilenceSuggestion>,
): readonly SilenceSuggestion[] {
  const numberOf = (silence: SilenceSuggestion): number =>
    source.get('claim', silence.claimId)?.number ?? Number.POSITIVE_INFINITY;
  return [...silences].sort(
    (one, other) =>
      numberOf(one) - numberOf(other) || other.score - one.score || (one.key < other.key ? -1 : 1),
  );
}
