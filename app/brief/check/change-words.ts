import type { CitationChange } from '../live/citation-changes.ts';

const words: Readonly<Record<CitationChange['field'], string>> = {
  quote: 'the words',
  revision: 'the revision',
  latest: 'the latest revision of the article',
  outlet: 'the outlet',
  title: 'the title',
  byline: 'the byline',
  published: 'the date',
  url: 'the address',
  section: 'the section',
  language: 'the language',
  wording: 'the wording',
  speaker: 'the speaker',
  saidOn: 'when it was said',
  saidUntil: 'until when it was said',
  place: 'where it was said',
  status: 'the status',
  evidence: 'the evidence',
};

/** What of a citation changed, for people: "the words, the revision". */
export function changeWords(changes: readonly Pick<CitationChange, 'field'>[]): string {
  return [...new Set(changes.map(({ field }) => words[field]))].join(', ');
}
