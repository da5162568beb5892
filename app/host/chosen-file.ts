/** Kinds of files that the page itself reads: a codebook (QDC or CSV), a citation style (CSL). */
export type ChosenKind = 'codebook' | 'citation-style';

/** A file that the analyst chose, as text. */
export interface ChosenFile {
  readonly fileName: string;
  /** Without a byte order mark. */
  readonly content: string;
}

/** A file in the folder of templates. */
export interface TemplateFile extends ChosenFile {
  /** Why it can't be a template, as a sentence that says what to do; its content is empty then. */
  readonly problem?: string;
}
