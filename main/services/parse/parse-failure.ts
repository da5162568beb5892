import type { ParsedArticle } from '../../../app/article/parsed-article.ts';
import type { Failure, Result } from '../../../app/base/result.ts';
import { failure } from '../../../app/base/result.ts';

/** Why a file gave no article. `unsupported` is also what the import answers before it reads a file. */
export type ParseFailureCode =
  | 'unsupported'
  | 'empty'
  | 'binary'
  | 'utf-16'
  | 'not-utf-8'
  | 'no-text';

/** What became of a file: an article, or why not, in a sentence with what to do. Can be posted between threads. */
export type ParseResult = Result<ParsedArticle, ParseFailureCode>;

const messages: Readonly<Record<ParseFailureCode, string>> = {
  unsupported:
    'Files of this kind can’t be read. Save it as plain text (.txt), Markdown (.md) or a web page (.html) and import that.',
  empty:
    'The file is empty. Check that it was saved or downloaded to the end, and import it again.',
  binary:
    'The file is not text, whatever its name says. Save it as plain text, Markdown or a web page and import that.',
  'utf-16': 'The file’s characters are coded as UTF-16. Save it as UTF-8 and import it again.',
  'not-utf-8':
    'The file’s characters are not coded as UTF-8. Save it as UTF-8 and import it again.',
  'no-text':
    'No text of an article was found in the file. Open it to see what it holds; text can also be pasted into a .txt file and imported.',
};

/** The failure of a code with its sentence for people. */
export function parseFailure(code: ParseFailureCode): {
  readonly ok: false;
  readonly error: Failure<ParseFailureCode>;
} {
  return failure(code, messages[code]);
}
