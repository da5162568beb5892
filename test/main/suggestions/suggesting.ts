import type {
  Suggestion,
  SuggestionsPage,
  SuggestionsRequest,
} from '../../../app/host/suggestions.ts';
import type { DecisionId } from '../../../app/record/ids.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { DecisionRecord } from '../../../app/record/records.ts';
import type { SuggestionThreads } from '../../../main/services/suggestions/suggestion-threads.ts';
import type { SuggestionTimes } from '../../../main/services/suggestions/suggestion-times.ts';
import { catalogueHere } from '../support/catalogue-threads.ts';
import { CataloguedProject } from '../support/catalogued-project.ts';
import { atOnce, suggestionsInThreads } from '../support/suggestion-threads.ts';

/** A project whose suggestions are looked for, in threads as the program does or without. */
export function suggestingProject(
  threads: SuggestionThreads = suggestionsInThreads,
  times: Partial<SuggestionTimes> = {},
): Promise<CataloguedProject> {
  return CataloguedProject.make(catalogueHere, {
    suggestionThreads: threads,
    suggestionTimes: { ...atOnce, ...times },
  });
}

const everything: SuggestionsRequest = {
  kinds: ['parallel', 'cluster', 'quotation', 'conflict'],
  articleId: null,
  leastScores: {},
  formulas: true,
  offset: 0,
  limit: 200,
};

/** The suggestions when all articles are looked through. */
export async function suggested(
  project: CataloguedProject,
  request: Partial<SuggestionsRequest> = {},
): Promise<SuggestionsPage> {
  await project.suggestions.whenIdle();
  return project.suggestions.list({ ...everything, ...request });
}

/** Dismisses a suggestion, as the analyst does. */
export async function dismiss(
  project: CataloguedProject,
  { kind, key, score }: Suggestion,
): Promise<DecisionRecord> {
  const decision = newRecord(project.maker, 'decision', {
    suggestion: kind,
    key,
    outcome: 'dismissed',
    articleIds: [],
    score,
    words: 'Some words',
  });
  const record = { ...decision, id: project.maker.id<DecisionId>() };
  await project.change({ added: [record] });
  return record;
}

/** Three articles about a ferry: two share a passage, one of them a quotation in another wording. */
export const ferry = {
  first: `The ferry Aurora left the harbour of Turku before dawn.
“We have never seen waves like these in thirty years of sailing the northern route,” the captain Maria Holm said.
More than 190 passengers were brought ashore by helicopters before the hull broke apart on the rocks.`,
  second: `Rescue crews worked through the night near Turku.
“We have never seen waves like these in thirty years of sailing,” captain Maria Holm told reporters.
More than 190 passengers were brought ashore by helicopters before the hull broke apart on the rocks.`,
  third: `Parliament will debate the budget of the coming year on Monday, and taxes on fuel above all.
Nobody expects a quick agreement between the parties of the coalition.`,
  fourth: `A week later the inquiry began in Helsinki.
“We have never seen waves like these in thirty years of sailing the northern route,” Maria Holm repeated.`,
} as const;
