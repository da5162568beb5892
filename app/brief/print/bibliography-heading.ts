import { languageOf } from '../../base/language-of.ts';
import type { StyleFacts } from './read-citation-style.ts';

/** What stands over a list of sources: of a style with notes, of others. */
const headings: Readonly<Record<string, readonly [notes: string, text: string]>> = {
  en: ['Bibliography', 'References'],
  de: ['Literaturverzeichnis', 'Literaturverzeichnis'],
  fr: ['Bibliographie', 'Références'],
  es: ['Bibliografía', 'Referencias'],
  it: ['Bibliografia', 'Riferimenti'],
  nl: ['Bibliografie', 'Literatuurlijst'],
  pt: ['Bibliografia', 'Referências'],
  pl: ['Bibliografia', 'Bibliografia'],
  ru: ['Список литературы', 'Список литературы'],
  uk: ['Список літератури', 'Список літератури'],
  zh: ['参考文献', '参考文献'],
  ja: ['参考文献', '参考文献'],
  ar: ['المراجع', 'المراجع'],
};

/** "Bibliography", "References", "Works Cited": what stands over the sources, as the style's guide and the language have it. */
export function bibliographyHeading(
  styleId: string,
  facts: Pick<StyleFacts, 'inNotes'>,
  language: string | null,
): string {
  const tongue = languageOf(language ?? 'en');
  if (styleId === 'modern-language-association' && tongue === 'en') return 'Works Cited';
  const [inNotes, inText] = headings[tongue] ?? ['Bibliography', 'References'];
  return facts.inNotes ? inNotes : inText;
}
