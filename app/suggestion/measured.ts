/** What a bench measured of a kind of suggestion; `null`: not measured. */
interface Measured {
  /** What was found, and of what: "quotations", "speakers", "passages, one word in ten changed". */
  readonly what: string;
  readonly precision: number | null;
  readonly recall: number | null;
}

/** Figures of one bench. */
export interface Measurement {
  /** `npm run bench -- NAME` makes them anew. */
  readonly command: string;
  /** ISO 8601. */
  readonly on: string;
  /** What was measured with, in a sentence. */
  readonly material: string;
  readonly figures: readonly Measured[];
}

/**
 * What BENCHMARKS.md says of the suggestions, for the page that explains them. A kind that is missing was not measured,
 * and the page says so.
 */
export const measured: {
  readonly [Kind in 'parallel' | 'quotation' | 'conflict' | 'silence']?: Measurement;
} = {
  parallel: {
    command: 'npm run bench -- parallels',
    on: '2026-11-22',
    material:
      '10,000 generated articles of 61 MB with planted passages; articles of your own will hold set phrases that these do not.',
    figures: [
      { what: 'passages word for word', precision: 0.995, recall: 1 },
      { what: 'passages with one word in ten changed', precision: null, recall: 0.992 },
      { what: 'passages with two words in ten changed', precision: null, recall: 0.973 },
      { what: 'passages with their sentences in another order', precision: null, recall: 1 },
    ],
  },
  quotation: {
    command: 'npm run bench -- quotes',
    on: '2026-11-22',
    material:
      '154 quotations in English texts written for it, in the manner of news, that no rule was made on; 28 reported statements among them are found less surely (F1 0.79).',
    figures: [
      {
        what: 'quotations, from their first to their last sign',
        precision: 0.931,
        recall: 0.968,
      },
      { what: 'their speakers', precision: 0.894, recall: 0.929 },
    ],
  },
  conflict: {
    command: 'npm run bench -- figures',
    on: '2026-11-22',
    material:
      'Texts and 126 pairs of passages written for it by those who wrote the rules; articles of others will do worse.',
    figures: [
      { what: 'conflicts in pairs that no rule was made on', precision: 1, recall: 0.909 },
      { what: 'figures in texts that no rule was made on (F1)', precision: 0.985, recall: 0.985 },
    ],
  },
  silence: {
    command: 'npm run bench -- silences',
    on: '2026-11-22',
    material:
      '12 claims on the 8 articles of the sample, each with one passage of evidence: what says the same in quite other words is taken for nothing said.',
    figures: [
      { what: 'articles in which nothing is said of a claim', precision: 0.721, recall: 1 },
    ],
  },
};
