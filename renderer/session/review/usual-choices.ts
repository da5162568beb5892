import type {
  ClusterSuggestion,
  ConflictSuggestion,
  ParallelSuggestion,
  QuotationSuggestion,
  SuggestedPassage,
} from '../../../app/host/suggestions.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { LinkTypeRecord, Stance } from '../../../app/record/records.ts';
import type { SuggestedClaim } from '../../../app/suggestion/accept-diffs.ts';

/** The type of link that a suggestion is accepted with unless the analyst chooses; `null`: the project has none. */
export function usualLinkType(
  records: RecordSource,
  suggestion: ParallelSuggestion | ConflictSuggestion,
): LinkTypeRecord | null {
  const types = records.list('linkType');
  const wanted =
    suggestion.kind === 'conflict'
      ? 'contradicts'
      : suggestion.verbatim
        ? 'repeats'
        : 'paraphrases';
  return types.find(({ name }) => name === wanted) ?? types[0] ?? null;
}

/** Both passages of a suggestion in the direction of its link: the later one repeats the earlier one. */
export function linkDirection(
  suggestion: ParallelSuggestion | ConflictSuggestion,
  turned: boolean,
): readonly [from: SuggestedPassage, to: SuggestedPassage] {
  const [one, other] =
    suggestion.kind === 'conflict'
      ? [suggestion.one.passage, suggestion.other.passage]
      : [suggestion.one, suggestion.other];
  const isFromOther = suggestion.kind === 'parallel' && suggestion.first === 'one';
  return isFromOther !== turned ? [other, one] : [one, other];
}

/** What a claim says that is made of a cluster: the commonest wording, and whom most passages credit without a doubt. */
export function claimOfCluster({ passages }: ClusterSuggestion): SuggestedClaim {
  const first = passages.find(({ wording }) => wording === 1) ?? passages[0];
  const counts = new Map<string, number>();
  for (const { credits, creditsSure } of passages) {
    if (credits !== null && creditsSure) counts.set(credits, (counts.get(credits) ?? 0) + 1);
  }
  const [speaker = ''] = [...counts].sort((one, two) => two[1] - one[1])[0] ?? [];
  return { wording: withoutMarks(first?.quote ?? ''), speaker, place: '' };
}

/** What a claim says that is made of a quotation: its words without the marks, and who says it if that is sure. */
export function claimOfQuotation({ passage, speaker, place }: QuotationSuggestion): SuggestedClaim {
  return {
    wording: withoutMarks(passage.quote),
    speaker: speaker?.sure === true ? speaker.name : '',
    place: place ?? '',
  };
}

/** How a passage of a cluster speaks of the claim: what is credited to somebody is reported. */
export function usualStance({ credits }: { readonly credits: string | null }): Stance {
  return credits === null ? 'asserts' : 'reports';
}

/** A quotation without the marks around it. */
function withoutMarks(quote: string): string {
  const line = quote.replace(/\s+/gu, ' ').trim();
  const bare = line
    .replace(/^[«»“”„‟"「『‹›‘’‚']+\s*/u, '')
    .replace(/\s*[«»“”„‟"」』‹›‘’‚']+$/u, '');
  return bare === '' ? line : bare;
}
