import type { CitationTarget } from './citation-source.ts';

/** What marks citations on the screen, by the brief's style. */
export interface CitationMarks {
  /**
   * `notes`: each place that cites has a number of its own, in one sequence with the footnotes. `text`: what `textOf` says
   * stands there.
   */
  readonly place: 'notes' | 'text';
  /**
   * What stands in the text for annotations and whole articles that are cited together; `null`: not known yet. Cost: a
   * look-up.
   */
  textOf(cluster: readonly CitationTarget[]): string | null;
  /** Tells what is cited, in the order of the document, what is cited together in one, repeated ones repeated. At once. */
  arrange(clusters: readonly (readonly CitationTarget[])[]): void;
}
