/** A style that comes with the program. */
export interface BuiltInStyle {
  readonly id: string;
  /** As lists name it. */
  readonly title: string;
  /** Whether citations are notes, as the file says. */
  readonly inNotes: boolean;
}

/** The styles that come with the program, as lists show them; their files are `resources/citation-styles/styles/ID.csl`. */
export const builtInStyles = [
  { id: 'chicago-notes', title: 'Chicago, notes and bibliography', inNotes: true },
  { id: 'chicago-author-date', title: 'Chicago, author and date', inNotes: false },
  { id: 'apa', title: 'APA, 7th edition', inNotes: false },
  { id: 'modern-language-association', title: 'MLA, 9th edition', inNotes: false },
  { id: 'ieee', title: 'IEEE, numbers', inNotes: false },
] as const satisfies readonly BuiltInStyle[];

/** The style of a brief that names none. */
export const defaultStyleId = 'chicago-notes';
