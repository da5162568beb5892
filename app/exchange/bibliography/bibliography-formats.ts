import type { ExchangeFormat } from '../exchange-format.ts';

/** Bibliographies, as the list of formats offers them. */
export const bibliographyFormats: readonly ExchangeFormat[] = [
  {
    id: 'csl-json',
    title: 'CSL JSON (references)',
    exports: 'Articles as references: authors, title, outlet, date, address, access date.',
    imports: 'References: puts metadata of articles right; those with an abstract become articles.',
    extension: 'json',
    importExtensions: ['json'],
    choices: [],
  },
  {
    id: 'bibtex',
    title: 'BibTeX (references)',
    exports: 'Articles as references, for LaTeX and reference managers.',
    imports: 'References: puts metadata of articles right; those with an abstract become articles.',
    extension: 'bib',
    importExtensions: ['bib', 'bibtex'],
    choices: [],
  },
  {
    id: 'ris',
    title: 'RIS (references)',
    exports: 'Articles as references, for reference managers.',
    imports: 'References: puts metadata of articles right; those with an abstract become articles.',
    extension: 'ris',
    importExtensions: ['ris'],
    choices: [],
  },
];
