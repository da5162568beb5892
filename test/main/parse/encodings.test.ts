import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { encodings, isEncodingName } from '../../../app/article/encodings.ts';
import { decodeText } from '../../../main/services/parse/decode-text.ts';
import { encodingOfLabel } from '../../../main/services/parse/encoding/decode-as.ts';
import { codeOf, onlyArticle, onlyPart } from './parts-of.ts';

// One sentence for each, of the kind that a report of a call between two heads of state holds.
const sentences: readonly (readonly [string, string])[] = [
  ['windows-1252', 'Le président a déclaré que la coopération serait renforcée « très bientôt ».'],
  [
    'windows-1252',
    'Der Präsident erklärte, die Gespräche würden fortgesetzt – “früher oder später”.',
  ],
  ['windows-1252', 'Don’t worry — the “deal” isn’t done yet…'],
  ['windows-1252', 'El presidente señaló que la conversación duró más de cuarenta minutos.'],
  ['windows-1252', 'Os dois líderes discutirão a situação na próxima reunião, em três dias.'],
  ['macintosh', 'Le président a déclaré que la coopération serait renforcée « très bientôt ».'],
  ['macintosh', 'Los pueblos indígenas piden ayuda al gobierno, que no ha respondido.'],
  ['windows-1250', 'Prezydent powiedział, że współpraca między krajami będzie się rozwijać.'],
  [
    'windows-1250',
    'Prezident řekl, že spolupráce bude pokračovat a že příští schůzka bude v květnu.',
  ],
  [
    'iso-8859-2',
    'Prezydent powiedział, że współpraca będzie się rozwijać, choć ścieżka jest długa.',
  ],
  ['windows-1250', 'A két elnök telefonon beszélt az együttműködés bővítéséről.'],
  ['windows-1254', 'Cumhurbaşkanı iki ülke arasındaki işbirliğinin güçleneceğini söyledi.'],
  [
    'windows-1257',
    'Prezidentas pareiškė, kad šalių bendradarbiavimas bus stiprinamas įvairiose srityse.',
  ],
  ['windows-1251', 'Президенты двух стран обсудили по телефону сотрудничество.'],
  ['koi8-r', 'Президенты двух стран обсудили по телефону сотрудничество.'],
  ['koi8-u', 'Президенти двох країн обговорили співпрацю телефоном і домовилися про її розвиток.'],
  ['iso-8859-5', 'Президенты двух стран обсудили по телефону сотрудничество.'],
  ['ibm866', 'Президенты двух стран обсудили по телефону сотрудничество.'],
  ['windows-1253', 'Οι δύο πρόεδροι συζήτησαν τηλεφωνικά για τη συνεργασία των χωρών τους.'],
  ['windows-1255', 'שני הנשיאים שוחחו בטלפון על שיתוף הפעולה בין המדינות.'],
  ['windows-1256', 'ناقش الرئيسان هاتفيا التعاون بين البلدين في مختلف المجالات.'],
  ['windows-874', 'ประธานาธิบดีทั้งสองหารือทางโทรศัพท์เกี่ยวกับความร่วมมือ'],
  ['gb18030', '国家主席习近平同俄罗斯总统普京通电话，双方一致同意加强合作。'],
  ['big5', '國家主席習近平與俄羅斯總統普京通電話，雙方同意加強合作。'],
  ['shift_jis', '中国の習近平国家主席とロシアのプーチン大統領が電話で会談した。'],
  ['euc-jp', '中国の習近平国家主席とロシアのプーチン大統領が電話で会談した。'],
  ['euc-kr', '시진핑 중국 국가주석과 푸틴 러시아 대통령이 전화 통화를 했다.'],
];

const coded = (text: string, name: string): Uint8Array =>
  iconv.encode(text, name === 'euc-kr' ? 'cp949' : name);

describe('T17 codings of one byte and of several', () => {
  test.each(sentences)('T17 %s is found in one sentence: %s', (name, sentence) => {
    const decoded = decodeText(coded(sentence, name));
    expect(decoded).toMatchObject({ ok: true, value: { text: sentence } });
    if (decoded.ok) expect(decoded.value.encoding.basis).toBe('detected');
  });

  test.each(sentences)('T17 %s is found for sure in ten: %s', (name, sentence) => {
    const english = 'The two presidents spoke on Thursday, their offices said.\n';
    const text = english.repeat(300) + `${sentence}\n`.repeat(10);
    const decoded = decodeText(coded(text, name));
    expect(decoded).toMatchObject({
      ok: true,
      value: { text, encoding: { confidence: 'likely' }, remarks: [] },
    });
  });

  test.each([
    ['windows-1252', 'Été à Nîmes – 3 €'],
    ['windows-1252', 'Été à Nîmes – 3 €\n\nÉté à Nîmes – 3 €\n'],
    ['windows-1252', 'Fête à Bâle\n\nLe maire parlera.'],
    ['windows-1252', '“Maß & Münze” – 5 €'],
    ['windows-1252', 'Zoë & Chloë'],
    ['windows-1250', 'Příliš žluťoučký kůň'],
    ['windows-1251', 'Кот и пёс'],
  ])('T17 a few words in %s: %s', (name, text) => {
    expect(decodeText(coded(text, name))).toMatchObject({
      ok: true,
      value: { text, encoding: { name, confidence: expect.stringMatching(/guessed|likely/) } },
    });
  });

  test('T17 letters of two scripts in a word do not rule out a coding that the rest speaks for', () => {
    const text = 'SMSка от клиента банка пришла в пятницу, и он не знал, что с ней делать.';
    expect(decodeText(coded(text, 'windows-1251'))).toMatchObject({ ok: true, value: { text } });
  });

  test('T17 HZ is known by its signs, line by line, and nothing else is taken for it', () => {
    const coding = { name: 'hz-gb-2312', basis: 'detected', confidence: 'likely' };
    const lines = '~{K{CGPGFZR;TZ11>);aNn!#~}\n~{Dc:C~}, world ~~ ~{TY<{~}\n';
    expect(decodeText(Buffer.from(lines))).toMatchObject({
      ok: true,
      value: {
        text: '他们星期一在北京会晤。\n你好, world ~ 再见\n',
        encoding: coding,
        remarks: [],
      },
    });
    for (const text of ['a ~{ b ~} c', 'x ~{abc~} y', '~/bin/{a,b} ~{}', 'sh: ~{HOME~}/x']) {
      expect(decodeText(Buffer.from(text))).toMatchObject({
        ok: true,
        value: { text, encoding: { name: 'utf-8' } },
      });
    }
    const cut = Buffer.from('~{K{CGPGFZR;TZ11>);aNn!#~}\n~{Dc:C~}\n~{TY<');
    expect(decodeText(cut, { chosen: 'hz-gb-2312', declared: null })).toMatchObject({
      ok: true,
      value: { encoding: { basis: 'chosen' } },
    });
  });

  test('T17 a guess that little speaks for is marked, and said', async () => {
    const part = await onlyPart(
      'a.txt',
      Uint8Array.from([...Buffer.from('They met in a caf'), 0xe9]),
    );
    expect(part.encoding).toEqual({
      name: 'windows-1252',
      basis: 'detected',
      confidence: 'guessed',
    });
    expect(part.article).toMatchObject({
      ok: true,
      value: {
        text: 'They met in a café',
        remarks: [expect.stringContaining('which is a guess')],
      },
    });
  });

  test('T17 ISO-2022-JP is known by its escapes', () => {
    const bytes = Buffer.from('\x1b$B$3$s$K$A$O\x1b(B, they said', 'latin1');
    expect(decodeText(bytes)).toMatchObject({
      ok: true,
      value: { text: 'こんにちは, they said', encoding: { name: 'iso-2022-jp' } },
    });
  });
});

describe('T17 Unicode', () => {
  const texts = [
    'The two presidents spoke on Thursday.',
    'Президенты обсудили по телефону сотрудничество.',
    '国家主席习近平同俄罗斯总统普京通电话，双方一致同意加强合作。',
    '中国の習近平国家主席とロシアのプーチン大統領が電話で会談した。',
    '시진핑 중국 국가주석과 푸틴 러시아 대통령이 전화 통화를 했다.',
    'ناقش الرئيسان هاتفيا التعاون بين البلدين.',
  ];
  const names = ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'];
  const cases = texts.flatMap((text) => names.map((name) => [name, text] as const));

  test.each(cases)('T17 %s is known with its mark and without: %s', (name, text) => {
    for (const whole of [text, `${text}\n${text}`]) {
      const marked = decodeText(iconv.encode(`\ufeff${whole}`, name));
      expect(marked).toMatchObject({
        ok: true,
        value: { text: whole, encoding: { name, basis: 'byte-order-mark' } },
      });
      expect(decodeText(iconv.encode(whole, name))).toMatchObject({
        ok: true,
        value: { text: whole, encoding: { name, basis: 'detected' } },
      });
    }
  });

  test.each(sentences)('T17 %s is never taken for UTF-16 or UTF-32: %s', (name, sentence) => {
    for (const text of [sentence, `${sentence} `, sentence.repeat(40)]) {
      const decoded = decodeText(coded(text, name));
      expect(decoded.ok && decoded.value.encoding.name).not.toMatch(/^utf/);
    }
  });

  test('T17 UTF-8 is strict, and stated', () => {
    for (const text of texts) {
      for (const mark of ['', '\ufeff']) {
        const decoded = decodeText(new TextEncoder().encode(mark + text));
        expect(decoded).toMatchObject({
          ok: true,
          value: { text, encoding: { name: 'utf-8', confidence: 'stated' }, remarks: [] },
        });
      }
    }
  });

  test('T17 UTF-8 with a damaged place stays UTF-8, and the place is told', () => {
    const bytes = new TextEncoder().encode(texts[1]);
    const decoded = decodeText(bytes.subarray(0, bytes.length - 2));
    expect(decoded).toMatchObject({ ok: true, value: { encoding: { name: 'utf-8' } } });
    if (decoded.ok) {
      expect(decoded.value.remarks).toEqual([
        'One place could not be read as Unicode (UTF-8) and is shown as “\ufffd”.',
      ]);
    }
  });
});

describe('T17 what is declared and what is chosen', () => {
  const page = (declaration: string) =>
    coded(`<!doctype html>${declaration}<p>Их слова: «да», сказал он.</p>`, 'windows-1251');

  test.each([
    '<meta charset=windows-1251>',
    '<META CHARSET = "cp1251">',
    '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
  ])('T17 a page says so: %s', async (declaration) => {
    const part = await onlyPart('a.html', page(declaration));
    expect(part.encoding).toEqual({
      name: 'windows-1251',
      basis: 'declared',
      confidence: 'stated',
    });
    expect(part.article).toMatchObject({ ok: true, value: { text: 'Их слова: «да», сказал он.' } });
  });

  test('T17 a declaration that the bytes belie does not count', async () => {
    const part = await onlyPart('a.html', page('<meta charset="shift_jis">'));
    expect(part.encoding).toMatchObject({ name: 'windows-1251', basis: 'detected' });
    const utf8 = await onlyPart('a.html', '<meta charset="windows-1251"><p>Их слова.');
    expect(utf8.encoding).toMatchObject({ name: 'utf-8', basis: 'valid-utf-8' });
  });

  test('T17 what the analyst chose wins', async () => {
    const bytes = coded('Grüße aus Wien', 'windows-1252');
    const chosen = await onlyPart('a.txt', bytes, { encoding: 'windows-1251' });
    expect(chosen.encoding).toEqual({
      name: 'windows-1251',
      basis: 'chosen',
      confidence: 'stated',
    });
    expect(chosen.article).toMatchObject({ ok: true, value: { text: 'GrьЯe aus Wien' } });
    expect(codeOf(await onlyPart('a.txt', bytes, { encoding: 'ebcdic' }))).toBe('encoding');
    const article = await onlyArticle('a.txt', bytes, { encoding: 'utf-8' });
    expect(article.remarks[0]).toContain('could not be read as Unicode (UTF-8)');
  });

  test('T17 labels are those of the Encoding Standard', () => {
    for (const { name } of encodings) expect(encodingOfLabel(name)).toBe(name);
    expect(
      ['latin1', 'GB2312', 'x-sjis', 'ks_c_5601-1987', 'iso-8859-9', 'x-mac-roman', 'klingon'].map(
        encodingOfLabel,
      ),
    ).toEqual([
      'windows-1252',
      'gb18030',
      'shift_jis',
      'euc-kr',
      'windows-1254',
      'macintosh',
      null,
    ]);
    expect(isEncodingName('latin1')).toBe(false);
  });

  test('T17 every encoding on the list can be read', () => {
    for (const { name } of encodings) {
      const bytes = /^utf-(?:16|32)/.test(name)
        ? iconv.encode('They spoke.', name)
        : Buffer.from('They spoke.');
      expect(decodeText(bytes, { chosen: name, declared: null })).toMatchObject({
        ok: true,
        value: { text: 'They spoke.' },
      });
    }
  });
});
