/**
 * The bytes of a body that was coded for sending (RFC 2045); `source` holds a byte in each code unit. Base64 with stray
 * characters and quoted-printable with mistakes are read as far as they make sense.
 */
export function decodeTransfer(source: string, coding: string): Uint8Array {
  switch (coding) {
    case 'base64':
      return Buffer.from(source, 'base64');
    case 'quoted-printable':
      return Buffer.from(decodeQuotedPrintable(source), 'latin1');
    default:
      return Buffer.from(source, 'latin1');
  }
}

function decodeQuotedPrintable(source: string): string {
  return source
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .map((line) => trimSpaces(line))
    .join('\n')
    .replace(/=\n/g, '')
    .replace(/=$/, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** White space at a line's end was added on the way. By hand, since a pattern would try each space of an inner run. */
function trimSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && (line[end - 1] === ' ' || line[end - 1] === '\t')) end -= 1;
  return end === line.length ? line : line.slice(0, end);
}
