import { languageOf } from '../../base/language-of.ts';

/** A style of citations: a CSL 1.0 style with the locales that it is written for. */
export interface CitationStyle {
  /** The id of a style that comes with the program, or of a `citationStyle` record. */
  readonly id: string;
  /** The CSL file. */
  readonly xml: string;
  /**
   * The CSL locale file of a language (BCP 47; `de-DE` as CSL names it), or of the same language elsewhere (for `de-AT`), or
   * `null` where there is none. Pure. There is one for `en-US`.
   */
  readonly locale: (language: string) => string | null;
}

/** A style with its files as they cross between processes: locales by the name that CSL gives them. */
export interface StyleFiles {
  readonly id: string;
  readonly xml: string;
  readonly locales: Readonly<Record<string, string>>;
}

/** The style of its files. */
export function citationStyle({ id, xml, locales }: StyleFiles): CitationStyle {
  const names = Object.keys(locales).sort();
  return {
    id,
    xml,
    locale(language) {
      const near = names.find((name) => languageOf(name) === languageOf(language));
      return locales[language] ?? (near === undefined ? null : (locales[near] ?? null));
    },
  };
}
