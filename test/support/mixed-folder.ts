import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { docxParagraph, makeDocx } from '../main/parse/make-docx.ts';
import { makeEpub } from '../main/parse/make-epub.ts';
import { makeOdt } from '../main/parse/make-odt.ts';
import { makePdf } from '../main/parse/make-pdf.ts';
import { makeZip } from '../main/parse/make-zip.ts';

/** What a file of the mixed folder must give. */
export interface MixedArticle {
  readonly file: string;
  /** Of a file of several articles, as reports name it. */
  readonly part?: string;
  readonly title: string;
  /** Of the list of formats in the CSV of a report. */
  readonly format: string;
  /** Whether it is in another language than the others, without the word that all of those hold once. */
  readonly isForeign?: true;
}

const accounts = {
  plain: 'A plain account of the matter',
  notes: 'Notes of an analyst',
  saved: 'A page that was saved whole',
  word: 'Written in a word processor',
  open: 'Written in another word processor',
  rich: 'An old letter in rich text',
  book: 'A chapter of a book',
  paper: 'A page of the gazette',
  mail: 'A mail from the ministry',
  first: 'The first message of the list',
  second: 'The second message of the list',
  rowOne: 'Row one of the table',
  rowTwo: 'Row two of the table',
  lineOne: 'Line one of the feed',
  lineTwo: 'Line two of the feed',
  packed: 'An account that was packed',
  lineFeed: 'A file with a strange name',
} as const;

const russian = 'Президент рассказал о переправе';

/** The word that each article but the foreign one holds once. */
export const sharedWord = 'crossing';

/** Every article that `makeMixedFolder` makes but the page given to it. */
export const mixedArticles: readonly MixedArticle[] = [
  { file: 'plain.txt', title: accounts.plain, format: 'text' },
  { file: 'notes.md', title: accounts.notes, format: 'markdown' },
  { file: 'saved.mhtml', title: accounts.saved, format: 'mhtml' },
  { file: 'word.docx', title: accounts.word, format: 'docx' },
  { file: 'open.odt', title: accounts.open, format: 'odt' },
  { file: 'rich.rtf', title: accounts.rich, format: 'rtf' },
  { file: 'book.epub', title: accounts.book, format: 'epub' },
  { file: 'paper.pdf', title: accounts.paper, format: 'pdf' },
  { file: 'mail.eml', title: accounts.mail, format: 'mail' },
  { file: 'list.mbox', part: 'message 1', title: accounts.first, format: 'mailbox' },
  { file: 'list.mbox', part: 'message 2', title: accounts.second, format: 'mailbox' },
  { file: 'rows.csv', part: 'row 1', title: accounts.rowOne, format: 'csv' },
  { file: 'rows.csv', part: 'row 2', title: accounts.rowTwo, format: 'csv' },
  { file: 'feed.jsonl', part: 'row 1', title: accounts.lineOne, format: 'json-lines' },
  { file: 'feed.jsonl', part: 'row 2', title: accounts.lineTwo, format: 'json-lines' },
  { file: 'pack.zip', part: 'May/packed.txt', title: accounts.packed, format: 'text' },
  { file: 'rech.txt', title: russian, format: 'text', isForeign: true },
  { file: 'two\nlines.txt', title: accounts.lineFeed, format: 'text' },
];

/** A sentence that no other article has, with the shared word. */
function words(title: string): string {
  return `${title} says that the crossing will open when the harbour is ready, and nobody was asked.`;
}

function mail(title: string, day: number): string {
  return [
    'From: Solveig Marchand <solveig@ministry.example>',
    `Subject: ${title}`,
    `Date: ${day} May 2031 06:48:00 +0100`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    words(title),
  ].join('\r\n');
}

const savedPage = [
  'From: <Saved by Blink>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="edge"',
  '',
  '--edge',
  'Content-Type: text/html; charset=utf-8',
  'Content-Location: https://ledger.example/saved',
  '',
  `<!doctype html><html lang="en"><title>${accounts.saved}</title><body><article><h1>${accounts.saved}</h1><p>${words(accounts.saved)}</p></article></body></html>`,
  '--edge--',
  '',
].join('\r\n');

/** One file of each format, into a folder that it makes. `page`: the web page among them, `page.html`. */
export async function makeMixedFolder(folder: string, page: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'page.html': page,
    'plain.txt': `${accounts.plain}\n\n${words(accounts.plain)}\n`,
    'notes.md': `---\ntitle: ${accounts.notes}\noutlet: Strand Weekly\ndate: 2031-05-14\n---\n\n${words(accounts.notes)}\n`,
    'saved.mhtml': savedPage,
    'word.docx': makeDocx({
      body: docxParagraph(accounts.word) + docxParagraph(words(accounts.word)),
    }),
    'open.odt': makeOdt({
      body: `<text:h text:outline-level="1">${accounts.open}</text:h><text:p>${words(accounts.open)}</text:p>`,
    }),
    'rich.rtf': `{\\rtf1\\ansi\\ansicpg1252\\deff0 ${accounts.rich}\\par ${words(accounts.rich)}\\par}`,
    'book.epub': makeEpub({
      documents: [`<h1>${accounts.book}</h1><p>${words(accounts.book)}</p>`],
      metadata: `<dc:title>${accounts.book}</dc:title><dc:language>en</dc:language>`,
    }),
    'paper.pdf': makePdf({
      pages: [
        [
          { text: accounts.paper, x: 60, y: 100, size: 16 },
          { text: words(accounts.paper).slice(0, 60), x: 60, y: 140 },
          { text: words(accounts.paper).slice(60).trimStart(), x: 60, y: 152 },
        ],
      ],
    }),
    'mail.eml': mail(accounts.mail, 12),
    'list.mbox': [mail(accounts.first, 13), mail(accounts.second, 14)]
      .map((message) => `From solveig@ministry.example Tue May 13 06:48:00 2031\n${message}\n\n`)
      .join(''),
    'rows.csv': `title,text,date\n${[accounts.rowOne, accounts.rowTwo]
      .map((title) => `${title},"${words(title)}",2031-05-15\n`)
      .join('')}`,
    'feed.jsonl': [accounts.lineOne, accounts.lineTwo]
      .map((title) => `${JSON.stringify({ title, text: words(title), date: '2031-05-16' })}\n`)
      .join(''),
    'pack.zip': makeZip([
      { name: 'May/packed.txt', content: `${accounts.packed}\n\n${words(accounts.packed)}\n` },
    ]),
    'rech.txt': iconv.encode(
      `${russian}\n\nОн добавил, что встреча была полезной и что переправу откроют весной.\n`,
      'windows-1251',
    ),
    'two\nlines.txt': `${accounts.lineFeed}\n\n${words(accounts.lineFeed)}\n`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}
