import { Document, isScalar, visit } from 'yaml';

/** Words and names that no parser of YAML, of 1.1 or 1.2, takes for anything but text. */
const plain = /^(?:\p{L}[\p{L}\p{M}\p{N} _,.()/-]*|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u;
/** What YAML 1.1 takes for yes, no or nothing. */
const meant = /^(?:y|n|yes|no|on|off|true|false|null)$/i;
const isoTime = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/;
/** Keys of days and times, which are to be read as such. */
const times: ReadonlySet<unknown> = new Set([
  ...['published', 'updated', 'saidOn', 'saidUntil', 'created'],
]);
/** What YAML 1.1 forbids in a file, or takes for the end of a line. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * Front matter between its two lines, for parsers of YAML 1.2 and 1.1 alike: text that one of them could take for something else
 * stands in quotation marks on one line, days and times stand bare. Its lines are never broken.
 */
export function frontMatter(values: Readonly<Record<string, unknown>>): string {
  const document = new Document(values);
  visit(document, {
    Pair(_, { key, value }) {
      const isTime = isScalar(key) && times.has(key.value) && isScalar(value);
      return isTime && isoTime.test(String(value.value)) ? visit.SKIP : undefined;
    },
    Scalar(_, node) {
      const { value } = node;
      if (typeof value !== 'string') return;
      const isPlain = plain.test(value) && value === value.trim() && !meant.test(value);
      if (!isPlain) node.type = 'QUOTE_DOUBLE';
    },
  });
  const text = document.toString({
    lineWidth: 0,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  const escaped = text.replace(
    unprintable,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `---\n${escaped}---\n`;
}
