import { describe, expect, test } from 'vitest';
import { untitledMetadata } from '../../../app/article/article-metadata.ts';
import type { BlockDraft } from '../../../app/article/block-draft.ts';
import { canonicalText } from '../../../app/article/canonical-text.ts';
import { fileNameDate } from '../../../app/article/file-name-date.ts';
import { findByline, findReporters } from '../../../app/article/find-byline.ts';
import { findDate } from '../../../app/article/find-date.ts';
import { findDateline } from '../../../app/article/find-dateline.ts';
import { fillFromText, type TextHints } from '../../../app/article/text-metadata.ts';
import { zoneOffset } from '../../../app/article/zone-offset.ts';
import type { Instant } from '../../../app/base/brand.ts';
import type { ArticleMetadata, MetadataProvenance } from '../../../app/record/records.ts';

const nothing: TextHints = { fileName: null, modifiedAt: null };
const report = 'The premiers spoke for forty minutes of the tunnel under the strait.';

function filled(
  lines: readonly (string | BlockDraft)[],
  hints: Partial<TextHints> = {},
  stated: Partial<ArticleMetadata> = {},
  provenance: MetadataProvenance = {},
) {
  const drafts = lines.map(
    (line): BlockDraft => (typeof line === 'string' ? { kind: 'paragraph', text: line } : line),
  );
  return fillFromText(
    {
      ...canonicalText(drafts),
      metadata: { ...untitledMetadata('T'), ...stated },
      provenance,
    },
    { ...nothing, ...hints },
  );
}

describe('T12 bylines', () => {
  test.each([
    ['By Jane Doe', 'Jane Doe', null],
    ['BY JANE DOE', 'JANE DOE', null],
    ['By Jane Doe, CNN', 'Jane Doe', 'CNN'],
    ['By Jane Doe and John Roe, CNN', 'Jane Doe, John Roe', 'CNN'],
    [
      'By Jane Doe, John Roe and Mary Major, Associated Press',
      'Jane Doe, John Roe, Mary Major',
      'Associated Press',
    ],
    ['By LAURA SMITH-JONES, Staff Writer', 'LAURA SMITH-JONES', null],
    ['By Jane Doe, Beijing Correspondent', 'Jane Doe', null],
    ['By Jane Doe in Beijing', 'Jane Doe', null],
    ['By Jane Doe for The New York Times', 'Jane Doe', 'The New York Times'],
    ['By Matthew Lee (AP)', 'Matthew Lee', 'AP'],
    ['By Jane Doe | Feb 8, 2024', 'Jane Doe', null],
    ['By Jane Doe Published: 8 Feb 2024', 'Jane Doe', null],
    ['By Ursula von der Leyen', 'Ursula von der Leyen', null],
    ['By A. B. Smith', 'A. B. Smith', null],
    ['By Reuters Staff', null, 'Reuters'],
    ['Author: Jane Doe', 'Jane Doe', null],
    ['Von Max Muster', 'Max Muster', null],
    ['Par Jean-Pierre de La Tour', 'Jean-Pierre de La Tour', null],
    ['Por Juan Pérez García', 'Juan Pérez García', null],
    ['Автор: Иван Петров', 'Иван Петров', null],
    ['记者 张三', '张三', null],
    ['（记者 张三、李四）', '张三, 李四', null],
  ])('T12 %s', (line, byline, outlet) => {
    expect(findByline(line)).toEqual({ byline, outlet, isMarked: true });
  });

  test.each([
    'By Monday Morning',
    'By Monday the two leaders had agreed',
    'By the way',
    'By far the largest tunnel',
    'By Van Gogh’s own account, he was ill',
    'By Jane Doe walked into the room, it was late',
    'Text Message Alert',
    'Von der Küste bis zum Gebirge',
    'They spoke.',
  ])('T12 %s is no byline', (line) => {
    expect(findByline(line)).toBeNull();
  });

  test('T12 a name and a place are one only under a heading or over a date', () => {
    const line = 'Jane Doe in Beijing';
    const { metadata, provenance } = filled([{ kind: 'heading', text: 'A date' }, line, report]);
    expect(metadata.byline).toBe('Jane Doe');
    expect(provenance.byline).toEqual({ source: 'byline', confidence: 'guessed' });
    expect(filled([line, 'Thu 8 Feb 2024 14.03 GMT', report]).metadata.byline).toBe('Jane Doe');
    expect(filled([report, line, report]).metadata.byline).toBeNull();
    expect(filled([{ kind: 'caption', text: line }]).metadata.byline).toBeNull();
  });

  test('T12 reporters are named at the end', () => {
    expect(findReporters('(Reporting by Guy Roe and Ryan Woo; Editing by A. Poe)')).toBe(
      'Guy Roe, Ryan Woo',
    );
    const lines = [...Array.from({ length: 12 }, () => report), '(Reporting by Guy Roe)'];
    expect(filled(lines).metadata.byline).toBe('Guy Roe');
  });
});

describe('T12 datelines', () => {
  test.each([
    ['BEIJING, Feb 8 (Xinhua) -- The premiers', 'Xinhua', '--02-08'],
    ['BEIJING, Feb. 8, 2024 (Xinhua) -- The', 'Xinhua', '2024-02-08'],
    ['BEIJING/MOSCOW, Feb 8 (Reuters) - The', 'Reuters', '--02-08'],
    ['MOSCOW (Reuters) - The premiers', 'Reuters', null],
    ['KYIV, Ukraine (AP) — The', 'AP', null],
    ['DUNMARROW, 12 May (HNA) – The premiers', 'HNA', '--05-12'],
    ['(Reuters) - The', 'Reuters', null],
    ['(CNN) — The', 'CNN', null],
    ['CNN — The', 'CNN', null],
    ['NEW YORK, Feb. 8, 2024 /PRNewswire/ -- The', 'PRNewswire', '2024-02-08'],
    ['WASHINGTON, Feb. 8 — The', null, '--02-08'],
    ['Berlin (dpa) - Die', 'dpa', null],
    ['Pékin (AFP) – Les', 'AFP', null],
    ['Madrid, 8 feb (EFE).- Los', 'EFE', '--02-08'],
    ['МОСКВА, 8 фев — РИА Новости. Премьеры', 'РИА Новости', '--02-08'],
    ['МОСКВА, 8 февраля. /ТАСС/. Премьеры', 'ТАСС', '--02-08'],
    ['新华社北京2月8日电 国家', '新华社', '--02-08'],
  ])('T12 %s', (line, outlet, date) => {
    expect(findDateline(line)).toEqual({ outlet, date });
  });

  test.each([
    'The company (Nestle) - a giant - spoke',
    'The European Union (EU) - a bloc - spoke',
    'He said (again) - and left',
    'LONDON — The premiers',
    'Xi Jinping (the president) - he spoke',
    report,
  ])('T12 %s has none', (line) => {
    expect(findDateline(line)).toBeNull();
  });

  test('T12 a day without a year takes that of the file’s name or date, as a guess', () => {
    const line = 'BEIJING, Feb 8 (Xinhua) -- The premiers spoke.';
    const published = (hints: Partial<TextHints>) => filled([line], hints);
    expect(published({}).metadata.published).toBeNull();
    expect(published({ fileName: 'x-2023-02-09.txt' }).metadata.published).toBe('2023-02-08');
    const later = published({ modifiedAt: '2025-01-30T10:00:00.000Z' as Instant });
    expect(later.metadata.published).toBe('2024-02-08');
    expect(later.provenance.published).toEqual({ source: 'dateline', confidence: 'guessed' });
    expect(later.metadata.outlet).toBe('Xinhua');
    expect(later.provenance.outlet).toEqual({ source: 'dateline', confidence: 'likely' });
  });
});

describe('T12 dates in lines of text', () => {
  test.each([
    ['Published 3:00 PM EST, Thu February 8, 2024', '2024-02-08T15:00-05:00'],
    ['Thu 8 Feb 2024 14.03 GMT', '2024-02-08T14:03Z'],
    ['February 8, 2024', '2024-02-08'],
    ['Feb. 8, 2024 at 3:00 p.m. ET', '2024-02-08T15:00-05:00'],
    ['July 8, 2024 at 3 p.m. ET', '2024-07-08T15:00-04:00'],
    ['March 8, 2024 at 12:05 a.m. ET', '2024-03-08T00:05'],
    ['2024-02-08 15:30', '2024-02-08T15:30'],
    ['2024-02-08T15:30:00+08:00', '2024-02-08T15:30:00+08:00'],
    ['Posted at 10:15 BST 8 February 2024', '2024-02-08T10:15'],
    ['8 Feb 2024 | 15:30 IST', '2024-02-08T15:30'],
    ['2024年2月8日 15:30', '2024-02-08T15:30'],
    ['08.02.2024, 15:30 Uhr', '2024-02-08T15:30'],
    ['13/02/2024', '2024-02-13'],
    ['8 février 2024 à 15h30', '2024-02-08T15:30'],
    ['8 de febrero de 2024', '2024-02-08'],
    ['8 февраля 2024, 15:30 МСК', '2024-02-08T15:30+03:00'],
    ['12:00, 8. Februar 2024', '2024-02-08T12:00'],
  ])('T12 %s', (line, date) => {
    expect(findDate(line)).toMatchObject({ date, isAlone: true });
  });

  test.each(['08/02/2024', '3 days ago 2024', 'in 1991 and 2009', 'February 30, 2024', 'Page 12'])(
    'T12 %s means no day, or two',
    (line) => {
      expect(findDate(line)).toBeNull();
    },
  );

  test('T12 zones by letters count where they mean one offset', () => {
    expect(
      ['EST', 'gmt', 'UTC+8', 'MSK', 'CEST', 'CST', 'IST', 'BST'].map((zone) =>
        zoneOffset(zone, 1),
      ),
    ).toEqual(['-05:00', 'Z', '+08:00', '+03:00', '+02:00', null, null, null]);
    expect([1, 3, 7, 11].map((month) => zoneOffset('PT', month))).toEqual([
      '-08:00',
      null,
      '-07:00',
      null,
    ]);
  });

  test('T12 labels tell published and updated apart, in one line, too', () => {
    const both = filled([
      { kind: 'heading', text: 'A date' },
      'By Jane Doe, CNN',
      'Updated 4:10 PM EST, Thu February 8, 2024 Published 3:00 PM EST, Thu February 8, 2024',
      report,
    ]);
    expect(both.metadata).toMatchObject({
      byline: 'Jane Doe',
      outlet: 'CNN',
      published: '2024-02-08T15:00-05:00',
      updated: '2024-02-08T16:10-05:00',
    });
    expect(both.provenance).toMatchObject({
      byline: { source: 'byline', confidence: 'likely' },
      published: { source: 'text', confidence: 'likely' },
      updated: { source: 'text', confidence: 'likely' },
    });
    expect(filled(['Last updated:', report]).metadata.updated).toBeNull();
  });

  test('T12 a date in a sentence is not the article’s', () => {
    expect(filled([`${report} On May 3, 2012, they had met.`]).metadata.published).toBeNull();
    expect(
      filled([
        { kind: 'caption', text: 'June 5, 2019' },
        { kind: 'quotation', text: '8 May 2020' },
      ]).metadata.published,
    ).toBeNull();
  });
});

describe('T12 labels that people write above a text', () => {
  test.each([
    ['Source: Reuters', 'outlet', 'Reuters'],
    ['来源：新华社', 'outlet', '新华社'],
    ['Date: February 8, 2024', 'published', '2024-02-08'],
    ['Datum: 08.02.2024', 'published', '2024-02-08'],
    ['Last updated: 9 Feb 2024, 10:00 GMT', 'updated', '2024-02-09T10:00Z'],
    ['URL: https://hna.example/a', 'url', 'https://hna.example/a'],
    ['Source: https://hna.example/a', 'url', 'https://hna.example/a'],
    ['https://hna.example/a?b=c', 'url', 'https://hna.example/a?b=c'],
    ['Section: World', 'section', 'World'],
  ] as const)('T12 %s', (line, field, value) => {
    const { metadata, provenance } = filled([{ kind: 'heading', text: 'A date' }, line, report]);
    expect(metadata[field]).toBe(value);
    expect(provenance[field]).toEqual({ source: 'text', confidence: 'likely' });
  });

  test.each([
    'Source: they would not say who it was. It may be known later',
    'Date: 05/06/2024',
    'The source: Reuters',
    'Publisher: see https://a.example/b for more',
    'Read more at https://hna.example/a today',
    'Date: On May 3, 2012, they had met in the town hall of Grèvemont',
  ])('T12 %s states nothing', (line) => {
    expect(filled([line, report]).metadata).toMatchObject({
      published: null,
      url: null,
      section: null,
    });
  });
});

describe('T12 what a file says', () => {
  test.each([
    ['2024-02-08-xi-putin.txt', '2024-02-08'],
    ['reuters_20240208.html', '2024-02-08'],
    ['20240208153000.txt', '2024-02-08'],
    ['13-02-2024.txt', '2024-02-13'],
    ['2024-02.md', '2024-02'],
    ['03-02-2024.txt', null],
    ['IMG_20240231.txt', null],
    ['article-1234567890.html', null],
    ['000_c1cfa392dc2054cb.txt', null],
  ])('T12 the name %s', (name, date) => {
    expect(fileNameDate(name)).toBe(date);
  });

  test('T12 its name comes before its date, and both are guesses', () => {
    const modifiedAt = '2025-03-01T23:30:00.000Z' as Instant;
    expect(filled([report], { modifiedAt })).toMatchObject({
      metadata: { published: '2025-03-01' },
      provenance: { published: { source: 'file-date', confidence: 'guessed' } },
    });
    expect(filled([report], { modifiedAt, fileName: 'a 2024-02-08.txt' })).toMatchObject({
      metadata: { published: '2024-02-08' },
      provenance: { published: { source: 'file-name', confidence: 'guessed' } },
    });
  });
});

describe('T12 what is there', () => {
  const lines = ['By Jane Doe, CNN', 'February 8, 2024', report];
  const stated = { byline: 'A. One', outlet: 'HNA', published: '2023' };

  test('T12 stays, stated or likely; a guess gives way', () => {
    const confidence = (one: 'stated' | 'likely' | 'guessed') =>
      ({ source: 'document-properties', confidence: one }) as const;
    const result = filled(lines, {}, stated, {
      byline: confidence('stated'),
      outlet: confidence('likely'),
      published: confidence('guessed'),
    });
    expect(result.metadata).toMatchObject({
      byline: 'A. One',
      outlet: 'HNA',
      published: '2024-02-08',
    });
    expect(result.provenance.published).toEqual({ source: 'text', confidence: 'likely' });
    // No word of where it came from: it was stated.
    expect(filled(lines, {}, stated).metadata).toMatchObject(stated);
  });

  test('T12 an owner or a first place of print is the outlet, a newsletter’s name a guess', () => {
    expect(filled([report, 'Copyright 2024 Associated Press. All rights reserved.'])).toMatchObject(
      {
        metadata: { outlet: 'Associated Press' },
        provenance: { outlet: { source: 'text', confidence: 'likely' } },
      },
    );
    expect(
      filled([report, 'This article was originally published on The Conversation.']).metadata
        .outlet,
    ).toBe('The Conversation');
    expect(
      filled(['Editor’s Note: Sign up for CNN’s Meanwhile newsletter.', report]),
    ).toMatchObject({
      metadata: { outlet: 'CNN' },
      provenance: { outlet: { source: 'text', confidence: 'guessed' } },
    });
  });

  test('T12 nothing is made of nothing', () => {
    expect(filled([report])).toEqual({ metadata: untitledMetadata('T'), provenance: {} });
  });
});
