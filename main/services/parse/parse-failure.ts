import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import type { Failure, Result } from '../../../app/base/result.ts';
import { failure } from '../../../app/base/result.ts';

/** Why a file gave no article. `unsupported` is also what the import answers before it reads a file. */
export type ParseFailureCode =
  | 'unsupported'
  | 'empty'
  | 'binary'
  | 'not-utf-8'
  | 'no-text'
  | 'encrypted'
  | 'broken-archive'
  | 'compression'
  | 'unpacks-too-large'
  | 'broken-document'
  | 'other-format'
  | 'old-format'
  | 'entities'
  | 'no-text-layer'
  | 'outlook'
  | 'nested-archive'
  | 'encoding'
  | 'columns'
  | 'packed-columns'
  | 'no-rows'
  | 'broken-row'
  | 'long-row'
  | 'empty-row'
  | 'broken-json'
  | 'annotations'
  | 'references'
  | 'exchange';

/** What became of a file: an article, or why not, in a sentence with what to do. Can be posted between threads. */
export type ParseResult = Result<ParsedArticle, ParseFailureCode>;

const messages: Readonly<Record<ParseFailureCode, string>> = {
  unsupported:
    'Files of this kind can’t be read. Save it as plain text (.txt), a web page (.html), a PDF or a Word document (.docx), a table as .csv, and import that.',
  empty:
    'The file is empty. Check that it was saved or downloaded to the end, and import it again.',
  binary:
    'The file is not text, whatever its name says. Save it as plain text, Markdown or a web page and import that.',
  'not-utf-8':
    'It can’t be told how the file’s characters are coded. Choose its encoding, or save it as UTF-8 and import it again.',
  'no-text':
    'No text of an article was found in the file. Open it to see what it holds; text can also be pasted into a .txt file and imported.',
  encrypted:
    'It is protected with a password. Open it in the program that made it, save a copy without a password and import that.',
  'broken-archive':
    'The file is damaged or was not saved or downloaded to the end. Get it again and import that.',
  compression:
    'It is packed in a way that can’t be unpacked. Unpack it with another program and import what comes out.',
  'unpacks-too-large':
    'It unpacks to far more than any article holds, so it was not unpacked. If you trust it, unpack it with another program and import what comes out.',
  'broken-document':
    'The document is damaged: parts of it are missing or make no sense. Open it in the program that made it, save it anew and import that.',
  'other-format':
    'The file is of another kind than its name says. Give it the ending of what it is, or save it anew in the program that made it, and import that.',
  'old-format':
    'The document is in a format of old programs. Open it in a word processor, save it as .docx or .odt and import that.',
  entities:
    'The document asks for text from outside itself (external entities), which articles never do and attacks do. It was not read. Save it anew in a word processor and import that.',
  'no-text-layer':
    'The PDF holds pictures of pages and no text. Run text recognition (OCR) over it and import the result.',
  outlook: 'Outlook’s own files can’t be read. Save the message as .eml or .txt and import that.',
  'nested-archive':
    'It is an archive in archives in archives, so it was not opened. Unpack the outer ones and import this one.',
  encoding:
    'Its characters can’t be read in this coding. Choose another one, or “Find out” to have it found out again.',
  columns:
    'It can’t be told which of its columns holds the text of the articles. Name the columns, then it is imported.',
  'packed-columns':
    'It can’t be told which of the table’s columns holds the text of the articles. Take the table out of the archive and import it alone; its columns can then be named.',
  'no-rows': 'The table has no rows under its head. Check that it was saved to the end.',
  'broken-row':
    'The row is not well-formed, so it was left out. Mend it in the table and import that again.',
  'long-row':
    'The row has more cells than the table has columns, so it can’t be told which words belong where. Put its text in quotation marks in the table and import that again.',
  'broken-json':
    'The file is not well-formed JSON. Check that it was saved or downloaded to the end, or export it again, and import that.',
  annotations:
    'This is a file of annotations and no article. Bring it in by “Import from another program” (Ctrl Alt R), on the command line by import --as auto.',
  references:
    'This is a file of references and no article. Bring it in by “Import from another program” (Ctrl Alt R), on the command line by import --as auto.',
  exchange:
    'This is a file of another program for annotations or references, and no article. Bring it in by “Import from another program” (Ctrl Alt R), on the command line by import --as auto.',
  'empty-row': 'The row holds no text in the column that was named for it.',
};

/** The failure of a code with its sentence for people. */
export function parseFailure(code: ParseFailureCode): {
  readonly ok: false;
  readonly error: Failure<ParseFailureCode>;
} {
  return failure(code, messages[code]);
}
