type Granularity = 'grapheme' | 'word' | 'sentence';

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The platform's segmenter for a language, made once each: making one costs more than using it. A language that is
 * unknown or badly written gets the rules of English, which differ from the root's in nothing that matters here.
 */
export function segmenterFor(granularity: Granularity, language?: string | null): Intl.Segmenter {
  const key = `${granularity} ${language ?? ''}`;
  let segmenter = segmenters.get(key);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(usableLanguage(language), { granularity });
    segmenters.set(key, segmenter);
  }
  return segmenter;
}

function usableLanguage(language: string | null | undefined): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language ?? 'en')[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) {
      return 'en';
    }
    throw error;
  }
}
