// `From sender date`, the line that mailboxes put before each message; a sentence that starts with "From" has no year.
const separator = /^From \S.*\b\d{4}\b/;
const longestSeparator = 500;

/**
 * The messages of a mailbox (RFC 4155, and what programs make of it): each begins with a line `From …` after a blank
 * line. In their texts the `>` that keeps such lines apart is taken away (mboxrd). One message at a time; linear.
 */
export function* splitMailbox(bytes: Uint8Array): Generator<Uint8Array> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let start = -1;
  let at = buffer.subarray(0, 5).toString('latin1') === 'From ' ? 0 : nextFrom(buffer, 0);
  // What stands before the first separator is no message, unless there is none at all.
  if (at === -1) {
    if (buffer.length > 0) yield buffer;
    return;
  }
  for (; at !== -1; at = nextFrom(buffer, at)) {
    if (!isSeparator(buffer, at)) continue;
    if (start !== -1) yield unquote(buffer.subarray(start, at));
    const lineEnd = buffer.indexOf(0x0a, at);
    start = lineEnd === -1 ? buffer.length : lineEnd + 1;
  }
  if (start === -1) yield buffer;
  else if (start < buffer.length) yield unquote(buffer.subarray(start));
}

function nextFrom(buffer: Buffer, from: number): number {
  const found = buffer.indexOf('\nFrom ', from, 'latin1');
  return found === -1 ? -1 : found + 1;
}

function isSeparator(buffer: Buffer, at: number): boolean {
  const before = buffer.subarray(Math.max(0, at - 4), at).toString('latin1');
  if (at > 0 && !/\n\r?\n$/.test(before)) return false;
  const line = buffer
    .subarray(at, at + longestSeparator)
    .toString('latin1')
    .split('\n', 1)[0];
  return separator.test(line ?? '');
}

function unquote(message: Buffer): Uint8Array {
  if (message.indexOf('\n>', 0, 'latin1') === -1) return message;
  const text = message.toString('latin1').replace(/^>(>*From )/gm, '$1');
  return Buffer.from(text, 'latin1');
}
