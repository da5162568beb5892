import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { describeBlocks } from './parse-text.ts';
import { articleOf, codeOf, onlyArticle, onlyPart, partsOf } from './parts-of.ts';

const header = [
  'From: =?utf-8?q?Sol=C3=A8ne_Marchetaud?= <solene@works.example>',
  'To: press@hesk.example',
  'Subject: =?utf-8?B?VGhlIHR1bm5lbCDigJMgYSBkYXRl?=',
  'Date: Tue, 12 May 2026 06:48:00 +0100 (BST)',
  'Organization: Ministry of Works',
  'MIME-Version: 1.0',
];

const mail = (lines: readonly string[], ...body: string[]) =>
  [...header, ...lines, '', ...body].join('\r\n');

describe('T18 mail', () => {
  test('T18 the header states what is known', async () => {
    const article = await onlyArticle('a.eml', mail([], 'The premiers spoke on Monday.'));
    expect(article.metadata).toMatchObject({
      title: 'The tunnel – a date',
      byline: 'Solène Marchetaud',
      outlet: 'Ministry of Works',
      published: '2026-05-12T06:48:00+01:00',
    });
    expect(article.provenance).toMatchObject({
      title: { source: 'mail-header', confidence: 'stated' },
      published: { source: 'mail-header', confidence: 'stated' },
    });
    expect(describeBlocks(article)).toEqual([
      'heading 1: The tunnel – a date',
      'paragraph: The premiers spoke on Monday.',
    ]);
  });

  test.each([
    ['Tue, 12 May 2026 06:48 EST', '2026-05-12T06:48-05:00'],
    ['12 May 2026 06:48:09 GMT', '2026-05-12T06:48:09Z'],
    ['Tue, 12 May 2026 06:48:09 -0000', '2026-05-12T06:48:09Z'],
    ['05 Mar 24 08:30 EST', '2024-03-05T08:30-05:00'],
    ['Tue, 5 Mar 24 08:30:00 +0100', '2024-03-05T08:30:00+01:00'],
    ['5 Mar 98 08:30 GMT', '1998-03-05T08:30Z'],
    ['5 Mar 104 08:30 GMT', '2004-03-05T08:30Z'],
    ['5 Mar 24', '2024-03-05'],
    ['yesterday', null],
  ])('T18 the date %s is %s', async (date, published) => {
    const source = `Subject: x\nDate: ${date}\n\nThey spoke at length.`;
    expect((await onlyArticle('a.eml', source)).metadata.published).toBe(published);
  });

  test('T18 quotations are blocks of their own, the signature stays and is no heading', async () => {
    const article = await onlyArticle(
      'a.eml',
      mail(
        ['Content-Type: text/plain; charset=utf-8'],
        'On Monday you wrote:',
        '> The premiers will',
        '> not speak.',
        '>',
        '> > They never do.',
        'They did.',
        '',
        '-- ',
        'Press office',
        'Port-Aurel',
      ),
    );
    expect(describeBlocks(article).slice(1)).toEqual([
      'paragraph: On Monday you wrote:',
      'quotation: The premiers will',
      'quotation: not speak.',
      'quotation: They never do.',
      'paragraph: They did.',
      'paragraph: Press office',
      'paragraph: Port-Aurel',
    ]);
  });

  test('T18 flowed lines are joined as they were written', async () => {
    const article = await onlyArticle(
      'a.eml',
      mail(
        ['Content-Type: text/plain; format=flowed; delsp=no'],
        'The premiers ',
        'spoke on ',
        'Monday.',
        '> Not ',
        '> so.',
        ' From here on',
      ),
    );
    expect(describeBlocks(article).slice(1)).toEqual([
      'paragraph: The premiers spoke on Monday.',
      'quotation: Not so.',
      'paragraph: From here on',
    ]);
  });

  const alternatives = (plain: string, html: string) =>
    mail(
      ['Content-Type: multipart/alternative; boundary="=_b"'],
      'This is MIME.',
      '--=_b',
      'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      plain,
      '--=_b',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(html).toString('base64'),
      '--=_b--',
      '',
    );

  test('T18 of two forms the plain one is read, unless the page says more', async () => {
    const plain = 'Gr=E8vemont slept. The premiers spoke=\r\n on Monday.';
    const flat = await onlyPart('a.eml', alternatives(plain, '<p>Grèvemont slept.</p>'));
    expect(articleOf(flat).text).toContain('Grèvemont slept. The premiers spoke on Monday.');
    expect(flat.encoding).toMatchObject({ name: 'windows-1252', basis: 'declared' });
    const rich = await onlyArticle(
      'a.eml',
      alternatives(plain, '<h2>Night</h2><p>Grèvemont slept.</p><ul><li>one</li></ul>'),
    );
    expect(describeBlocks(rich).slice(1)).toEqual([
      'heading 2: Night',
      'paragraph: Grèvemont slept.',
      'list-item: one',
    ]);
    const stub = await onlyArticle(
      'a.eml',
      alternatives('Open in a browser.', `<p>${'The premiers spoke. '.repeat(5)}</p>`),
    );
    expect(stub.text).not.toContain('browser');
  });

  test('T18 attached files are named, attached texts too, and not read', async () => {
    const article = await onlyArticle(
      'a.eml',
      mail(
        ['Content-Type: multipart/mixed; boundary=b'],
        '--b',
        'Content-Type: text/plain',
        '',
        'They spoke.',
        '--b',
        'Content-Type: application/pdf; name="x.pdf"',
        "Content-Disposition: attachment; filename*0*=utf-8''Grand; filename*1*=%20%C3%A9crit.pdf",
        '',
        '%PDF',
        '--b',
        'Content-Type: message/rfc822',
        '',
        'Subject: inner',
        '',
        'Not read.',
      ),
    );
    expect(article.text).toBe('The tunnel – a date\nThey spoke.');
    expect(article.remarks).toEqual([
      'Attached files were not read: “Grand écrit.pdf”, “message/rfc822”. Save them and import them if they matter.',
    ]);
  });

  test('T17 T18 a text without a stated coding has it found out', async () => {
    const text = 'Президенты двух стран обсудили по телефону сотрудничество.';
    const bytes = Buffer.concat([
      Buffer.from('Subject: x\r\nFrom: a@b.example\r\n\r\n'),
      iconv.encode(text, 'koi8-r'),
    ]);
    const part = await onlyPart('a.eml', bytes);
    expect(part.encoding?.name).toBe('koi8-r');
    expect(articleOf(part).text).toContain(text);
  });

  test('T18 a message without text is refused', async () => {
    expect(codeOf(await onlyPart('a.eml', 'Subject: x\n\n'))).toBe('no-text');
    expect(codeOf(await onlyPart('a.eml', mail(['Content-Type: image/png'], 'x')))).toBe('no-text');
  });

  test('a mail without an ending is one by its header', async () => {
    expect((await onlyPart('message', mail([], 'They spoke.'))).format).toBe('mail');
    expect((await onlyPart('a.txt', mail([], 'They spoke.'))).format).toBe('text');
  });
});

describe('T18 mailboxes', () => {
  const box = [
    'From solene@works.example Tue May 12 06:48:00 2026',
    'Subject: One',
    '',
    'They spoke.',
    '>From the start it was clear.',
    '>>From there on, too.',
    'From there on it was not.',
    '',
    'From here it was 2026 again, in the same text? No: a message.',
    'Subject: Two',
    '',
    'They spoke again.',
    '',
    'From solene@works.example Tue May 12 06:49:00 2026',
    'Subject: Empty',
    '',
    '',
  ].join('\n');

  test('T18 each message is a part, and a broken one harms no other', async () => {
    const parts = await partsOf('a.mbox', box);
    expect(parts.map(({ part }) => part)).toEqual(['message 1', 'message 2', 'message 3']);
    expect(parts.map(codeOf)).toEqual([null, null, 'no-text']);
    const [first] = parts;
    expect(first && articleOf(first).text.split('\n').slice(1)).toEqual([
      'They spoke.',
      'From the start it was clear.',
      // One `>` was the mailbox's, the other a quotation's.
      'From there on, too.',
      'From there on it was not.',
    ]);
    const [, second] = parts;
    expect(second && articleOf(second).metadata.title).toBe('Two');
  });

  test('T18 a mailbox without an ending is one by its first line', async () => {
    expect((await partsOf('Inbox', box)).map(({ format }) => format)).toContain('mailbox');
  });

  test('thousands of messages take time in proportion', async () => {
    const many = 'From a@b.example Tue May 12 06:48:00 2026\nSubject: s\n\nThey spoke.\n\n';
    expect(await partsOf('a.mbox', many.repeat(2_000))).toHaveLength(2_000);
  });
});

describe('T19 web archives', () => {
  const archive = (...root: string[]) =>
    [
      'From: <Saved by Blink>',
      'Snapshot-Content-Location: https://hna.example/tunnel',
      'Subject: =?utf-8?Q?The_tunnel?=',
      'Date: Tue, 12 May 2026 06:48:00 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----MultipartBoundary--x----"',
      '',
      '',
      '------MultipartBoundary--x----',
      'Content-Type: text/html',
      'Content-ID: <frame-0@mhtml.blink>',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://hna.example/tunnel',
      '',
      ...root,
      '------MultipartBoundary--x----',
      'Content-Type: text/html',
      'Content-Location: https://ads.example/frame',
      '',
      '<p>Buy ferries.</p>',
      '------MultipartBoundary--x------',
      '',
    ].join('\r\n');

  test.each(['a.mhtml', 'a.mht', 'a', 'a.html'])(
    'T19 %s is read as the page in it',
    async (name) => {
      const part = await onlyPart(
        name,
        archive(
          '<!doctype html><meta charset=3D"utf-8"><p>Gr=C3=A8vemont slept, and the premiers=',
          ' spoke.</p>',
        ),
      );
      const article = articleOf(part);
      expect(part.format).toBe('mhtml');
      expect(part.encoding?.name).toBe('utf-8');
      expect(article.text).toContain('Grèvemont slept, and the premiers spoke.');
      expect(article.text).not.toContain('ferries');
      expect(article.metadata.url).toBe('https://hna.example/tunnel');
      expect(article.provenance.url).toEqual({ source: 'page', confidence: 'stated' });
      expect(article.metadata.published).toBeNull();
    },
  );

  test('T19 an archive without a page is refused', async () => {
    expect(codeOf(await onlyPart('a.mhtml', 'MIME-Version: 1.0\r\n\r\nx'))).toBe('no-text');
  });
});
