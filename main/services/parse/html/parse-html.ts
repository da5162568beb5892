import { canonicalBlockText, canonicalText } from '../../../../app/article/canonical-text.ts';
import { fileTitle } from '../../../../app/article/file-title.ts';
import { wordsKey } from '../../../../app/article/headline.ts';
import type { ParsedArticle } from '../../../../app/article/parsed-article.ts';
import type { FieldProvenance } from '../../../../app/record/records.ts';
import type { PageLibraries, ReadPage } from './read-page.ts';
import { readPage } from './read-page.ts';
import { withoutOutlet } from './title-cuts.ts';
import { underHeadline } from './under-headline.ts';

/**
 * An article of a web page by rules T7 and T10: the main text as Readability finds it, or all of the body's if it finds
 * none. `null` if there is no text at all. Takes time in proportion to the page, but for what Readability is let do.
 */
export function parseHtml(
  source: string,
  fileName: string,
  libraries?: Partial<PageLibraries>,
): ParsedArticle | null {
  const page = readPage(source, libraries);
  const { stated, main, found, standfirst, remarks } = page;
  if (found.every(({ text }) => canonicalBlockText(text) === '')) return null;
  const title = titleOf(page);
  const headline = stated?.headline ?? (title === null ? null : { text: title.text, kicker: null });
  const byline = stated?.facts.byline ?? main.byline;
  return {
    metadata: { ...(stated?.facts ?? noFacts), title: title?.text ?? fileTitle(fileName), byline },
    provenance: {
      ...stated?.provenance,
      title: title?.provenance ?? { source: 'file-name', confidence: 'guessed' },
      ...(stated?.facts.byline == null && byline !== null ? { byline: readOut } : {}),
    },
    remarks,
    ...canonicalText(headline === null ? found : underHeadline(found, headline, standfirst)),
  };
}

const noFacts = {
  outlet: null,
  published: null,
  updated: null,
  url: null,
  language: null,
  section: null,
};

/** Of what Readability reads out of class names and the places of things. */
const readOut: FieldProvenance = { source: 'page', confidence: 'likely' };

interface FoundTitle {
  readonly text: string;
  readonly provenance: FieldProvenance | undefined;
}

/** The title that the page states or prints, or else what Readability makes of the window's. */
function titleOf({ stated, main }: ReadPage): FoundTitle | null {
  if (stated !== null && stated.title !== null) {
    return { text: stated.title, provenance: stated.provenance.title };
  }
  // Readability leaves large pages alone.
  const written = main.title ?? stated?.windowTitle ?? null;
  if (written === null || wordsKey(written) === '') return null;
  const text = withoutOutlet(written, stated?.facts.outlet ?? null);
  return { text, provenance: { source: 'page', confidence: 'likely' } };
}
