import fc from 'fast-check';

/** Words that meet in many ways, of several scripts and forms. */
export const anyWord = fc.constantFrom(
  ...'a b c ab abc Tunnel tunnels café cafe\u0301 CAFÉ straße strasse co\u00adop don’t 12 习近平 近平 が か\u3099 สวัสดี 한국 한국어 й и ёж שלום שָׁלוֹם 😀 𠮷 \ufb01n'.split(
    ' ',
  ),
);
const sign = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '\n',
  ', ',
  '-',
  '’',
  '',
  '\u00a0',
  '。',
  '\u200b',
  '—',
);

/** A text of such words with signs between them, or none. */
export const anyText = fc
  .array(fc.tuple(anyWord, sign), { maxLength: 25 })
  .map((parts) => parts.map(([word, between]) => word + between).join(''));
