import type { Instant, TextOffset } from '../../app/base/brand.ts';
import type { Maker } from '../../app/base/maker.ts';
import type { RevisionId } from '../../app/record/ids.ts';
import { newRecord } from '../../app/record/record-factory.ts';
import type { ArticleRecord, Passage, TagRecord } from '../../app/record/records.ts';

/** A maker whose clock and ids count up, so that a test makes the same records each time. */
export function countingMaker(author = 'Test'): Maker {
  let count = 0;
  const next = (): number => {
    count += 1;
    return count;
  };
  return {
    author,
    now: () => new Date(Date.UTC(2031, 4, 12) + next() * 1000).toISOString() as Instant,
    id: <Id extends string>() =>
      `018f0000-0000-7000-8000-${next().toString(16).padStart(12, '0')}` as Id,
  };
}

/** An article that nobody annotated yet. */
export function sampleArticle(maker: Maker, number = 1): ArticleRecord {
  return newRecord(maker, 'article', {
    number,
    revisionId: maker.id<RevisionId>(),
    detected: {
      title: `Article ${number}`,
      outlet: 'The Harbour Times',
      byline: null,
      published: '2031-05-12',
      url: null,
      language: 'en',
    },
    corrected: {},
    origins: [],
    annotationsMade: 0,
  });
}

export function samplePassage(revisionId: RevisionId, start = 0, quote = 'words'): Passage {
  return {
    revisionId,
    start: start as TextOffset,
    end: (start + quote.length) as TextOffset,
    quote,
    prefix: '',
    suffix: '',
  };
}

export function sampleTag(maker: Maker, name: string): TagRecord {
  return newRecord(maker, 'tag', { name, parentId: null, color: 1, description: '', key: null });
}
