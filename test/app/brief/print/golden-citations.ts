import type { ArticleMetadata } from '../../../../app/record/records.ts';

/**
 * Articles of newspapers and the web as the styles' guides have them: Chicago Manual of Style 17 (14.191, 15.49), APA 7
 * (10.1, example 16), MLA Handbook 9 (5.6 and 6.22), IEEE Reference Guide. Emphasis between `_`, addresses in `<>`.
 */
export interface GoldenCitation {
  readonly name: string;
  readonly metadata: Partial<ArticleMetadata>;
  readonly cited: Readonly<Record<string, readonly [citation: string, entry: string]>>;
}

export const goldenCitations: readonly GoldenCitation[] = [
  {
    name: 'one author',
    metadata: {},
    cited: {
      'chicago-notes': [
        'Tomas Reyl, “Cost of Tunnel Rises,” _The Harbour Times_, May 12, 2024, para. 1, <https://example.org/t>.',
        'Reyl, Tomas. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Reyl 2024, para. 1)',
        'Reyl, Tomas. 2024. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(Reyl, 2024, para. 1)',
        'Reyl, T. (2024, May 12). Cost of tunnel rises. _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Reyl, par. 1)',
        'Reyl, Tomas. “Cost of Tunnel Rises.” _The Harbour Times_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 1]',
        '[1] T. Reyl, “Cost of tunnel rises,” _The Harbour Times_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'two authors',
    metadata: { byline: 'Tomas Reyl and Anna Fenn' },
    cited: {
      'chicago-notes': [
        'Tomas Reyl and Anna Fenn, “Cost of Tunnel Rises,” _The Harbour Times_, May 12, 2024, para. 1, <https://example.org/t>.',
        'Reyl, Tomas, and Anna Fenn. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Reyl and Fenn 2024, para. 1)',
        'Reyl, Tomas, and Anna Fenn. 2024. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(Reyl & Fenn, 2024, para. 1)',
        'Reyl, T., & Fenn, A. (2024, May 12). Cost of tunnel rises. _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Reyl and Fenn, par. 1)',
        'Reyl, Tomas, and Anna Fenn. “Cost of Tunnel Rises.” _The Harbour Times_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 1]',
        '[1] T. Reyl and A. Fenn, “Cost of tunnel rises,” _The Harbour Times_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'three authors',
    metadata: { byline: 'Tomas Reyl, Anna Fenn and Li Wei' },
    cited: {
      'chicago-notes': [
        'Tomas Reyl, Anna Fenn, and Li Wei, “Cost of Tunnel Rises,” _The Harbour Times_, May 12, 2024, para. 1, <https://example.org/t>.',
        'Reyl, Tomas, Anna Fenn, and Li Wei. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Reyl, Fenn, and Wei 2024, para. 1)',
        'Reyl, Tomas, Anna Fenn, and Li Wei. 2024. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(Reyl et al., 2024, para. 1)',
        'Reyl, T., Fenn, A., & Wei, L. (2024, May 12). Cost of tunnel rises. _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Reyl et al., par. 1)',
        'Reyl, Tomas, et al. “Cost of Tunnel Rises.” _The Harbour Times_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 1]',
        '[1] T. Reyl, A. Fenn, and L. Wei, “Cost of tunnel rises,” _The Harbour Times_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'four authors',
    metadata: { byline: 'Tomas Reyl, Anna Fenn, Li Wei and Ida Moe' },
    cited: {
      'chicago-notes': [
        'Tomas Reyl et al., “Cost of Tunnel Rises,” _The Harbour Times_, May 12, 2024, para. 1, <https://example.org/t>.',
        'Reyl, Tomas, Anna Fenn, Li Wei, and Ida Moe. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Reyl et al. 2024, para. 1)',
        'Reyl, Tomas, Anna Fenn, Li Wei, and Ida Moe. 2024. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(Reyl et al., 2024, para. 1)',
        'Reyl, T., Fenn, A., Wei, L., & Moe, I. (2024, May 12). Cost of tunnel rises. _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Reyl et al., par. 1)',
        'Reyl, Tomas, et al. “Cost of Tunnel Rises.” _The Harbour Times_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 1]',
        '[1] T. Reyl, A. Fenn, L. Wei, and I. Moe, “Cost of tunnel rises,” _The Harbour Times_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'no author',
    metadata: { byline: null },
    cited: {
      'chicago-notes': [
        '“Cost of Tunnel Rises,” _The Harbour Times_, May 12, 2024, para. 1, <https://example.org/t>.',
        'The Harbour Times. “Cost of Tunnel Rises,” May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(_The Harbour Times_ 2024, para. 1)',
        '_The Harbour Times_. 2024. “Cost of Tunnel Rises,” May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(“Cost of Tunnel Rises,” 2024, para. 1)',
        'Cost of tunnel rises. (2024, May 12). _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(“Cost of Tunnel Rises,” par. 1)',
        '“Cost of Tunnel Rises.” _The Harbour Times_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 1]',
        '[1] “Cost of tunnel rises,” _The Harbour Times_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'a month',
    metadata: { published: '2024-05' },
    cited: {
      'chicago-notes': [
        'Tomas Reyl, “Cost of Tunnel Rises,” _The Harbour Times_, May 2024, para. 1, <https://example.org/t>.',
        'Reyl, Tomas. “Cost of Tunnel Rises.” _The Harbour Times_, May 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Reyl 2024, para. 1)',
        'Reyl, Tomas. 2024. “Cost of Tunnel Rises.” _The Harbour Times_, May 2024. <https://example.org/t>.',
      ],
      apa: [
        '(Reyl, 2024, para. 1)',
        'Reyl, T. (2024, May). Cost of tunnel rises. _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Reyl, par. 1)',
        'Reyl, Tomas. “Cost of Tunnel Rises.” _The Harbour Times_, May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 1]',
        '[1] T. Reyl, “Cost of tunnel rises,” _The Harbour Times_, May 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'no date',
    metadata: { published: null },
    cited: {
      'chicago-notes': [
        'Tomas Reyl, “Cost of Tunnel Rises,” _The Harbour Times_, n.d., para. 1, <https://example.org/t>.',
        'Reyl, Tomas. “Cost of Tunnel Rises.” _The Harbour Times_, n.d. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Reyl, n.d., para. 1)',
        'Reyl, Tomas. n.d. “Cost of Tunnel Rises.” _The Harbour Times_. <https://example.org/t>.',
      ],
      apa: [
        '(Reyl, n.d., para. 1)',
        'Reyl, T. (n.d.). Cost of tunnel rises. _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Reyl, par. 1)',
        'Reyl, Tomas. “Cost of Tunnel Rises.” _The Harbour Times_, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 1]',
        '[1] T. Reyl, “Cost of tunnel rises,” _The Harbour Times_. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'no outlet',
    metadata: { outlet: null },
    cited: {
      'chicago-notes': [
        'Tomas Reyl, “Cost of Tunnel Rises,” May 12, 2024, para. 1, <https://example.org/t>.',
        'Reyl, Tomas. “Cost of Tunnel Rises,” May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Reyl 2024, para. 1)',
        'Reyl, Tomas. 2024. “Cost of Tunnel Rises.” May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(Reyl, 2024, para. 1)',
        'Reyl, T. (2024, May 12). _Cost of tunnel rises_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Reyl, par. 1)',
        'Reyl, Tomas. _Cost of Tunnel Rises_. 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 1]',
        '[1] T. Reyl, “Cost of tunnel rises,” May 12, 2024. <https://example.org/t>',
      ],
    },
  },
  {
    name: 'a particle',
    metadata: { byline: 'Ursula von der Leyen', language: 'de', title: 'Der Tunnel wird teurer' },
    cited: {
      'chicago-notes': [
        'Ursula von der Leyen, “Der Tunnel wird teurer,” _The Harbour Times_, May 12, 2024, para. 2, <https://example.org/t>.',
        'Leyen, Ursula von der. “Der Tunnel wird teurer.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(von der Leyen 2024, para. 2)',
        'Leyen, Ursula von der. 2024. “Der Tunnel wird teurer.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(von der Leyen, 2024, para. 2)',
        'von der Leyen, U. (2024, May 12). Der Tunnel wird teurer. _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(von der Leyen, par. 2)',
        'von der Leyen, Ursula. “Der Tunnel wird teurer.” _The Harbour Times_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 2]',
        '[1] U. von der Leyen, “Der Tunnel wird teurer,” _The Harbour Times_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'a suffix',
    metadata: { byline: 'Martin King, Jr.' },
    cited: {
      'chicago-notes': [
        'Martin King Jr., “Cost of Tunnel Rises,” _The Harbour Times_, May 12, 2024, para. 1, <https://example.org/t>.',
        'King, Martin, Jr. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(King 2024, para. 1)',
        'King, Martin, Jr. 2024. “Cost of Tunnel Rises.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(King, 2024, para. 1)',
        'King, M., Jr. (2024, May 12). Cost of tunnel rises. _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(King, par. 1)',
        'King, Martin, Jr. “Cost of Tunnel Rises.” _The Harbour Times_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 1]',
        '[1] M. King Jr., “Cost of tunnel rises,” _The Harbour Times_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'another script',
    metadata: {
      byline: 'Иван Петров',
      title: 'Стоимость тоннеля растёт',
      outlet: 'Портовая газета',
      language: 'ru',
    },
    cited: {
      'chicago-notes': [
        'Иван Петров, “Стоимость тоннеля растёт,” _Портовая газета_, May 12, 2024, para. 2, <https://example.org/t>.',
        'Петров, Иван. “Стоимость тоннеля растёт.” _Портовая газета_, May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Петров 2024, para. 2)',
        'Петров, Иван. 2024. “Стоимость тоннеля растёт.” _Портовая газета_, May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(Петров, 2024, para. 2)',
        'Петров, И. (2024, May 12). Стоимость тоннеля растёт. _Портовая газета_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Петров, par. 2)',
        'Петров, Иван. “Стоимость тоннеля растёт.” _Портовая газета_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 2]',
        '[1] И. Петров, “Стоимость тоннеля растёт,” _Портовая газета_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'a quotation in the title',
    metadata: { title: 'Minister: “No tunnel” before 2030' },
    cited: {
      'chicago-notes': [
        'Tomas Reyl, “Minister: ‘No Tunnel’ before 2030,” _The Harbour Times_, May 12, 2024, para. 2, <https://example.org/t>.',
        'Reyl, Tomas. “Minister: ‘No Tunnel’ before 2030.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Reyl 2024, para. 2)',
        'Reyl, Tomas. 2024. “Minister: ‘No Tunnel’ before 2030.” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(Reyl, 2024, para. 2)',
        'Reyl, T. (2024, May 12). Minister: “No tunnel” before 2030. _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Reyl, par. 2)',
        'Reyl, Tomas. “Minister: ‘No Tunnel’ before 2030.” _The Harbour Times_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 2]',
        '[1] T. Reyl, “Minister: ‘No tunnel’ before 2030,” _The Harbour Times_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
  {
    name: 'a question as the title',
    metadata: { title: 'Who pays for the tunnel?' },
    cited: {
      'chicago-notes': [
        'Tomas Reyl, “Who Pays for the Tunnel?,” _The Harbour Times_, May 12, 2024, para. 2, <https://example.org/t>.',
        'Reyl, Tomas. “Who Pays for the Tunnel?” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      'chicago-author-date': [
        '(Reyl 2024, para. 2)',
        'Reyl, Tomas. 2024. “Who Pays for the Tunnel?” _The Harbour Times_, May 12, 2024. <https://example.org/t>.',
      ],
      apa: [
        '(Reyl, 2024, para. 2)',
        'Reyl, T. (2024, May 12). Who pays for the tunnel? _The Harbour Times_. <https://example.org/t>',
      ],
      'modern-language-association': [
        '(Reyl, par. 2)',
        'Reyl, Tomas. “Who Pays for the Tunnel?” _The Harbour Times_, 12 May 2024, <https://example.org/t>.',
      ],
      ieee: [
        '[1, Para. 2]',
        '[1] T. Reyl, “Who pays for the tunnel?,” _The Harbour Times_, May 12, 2024. [Online]. Available: <https://example.org/t>',
      ],
    },
  },
];
