/** A field of a header: its name in lower case, its value unfolded. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

const longestHeader = 1_000_000;

/**
 * The header fields at the beginning of a message (RFC 5322), and where what follows them begins. `source` holds a byte
 * in each code unit; values that are UTF-8 are read as such. Without any field, all is body.
 */
export function readHeaderFields(source: string): {
  readonly fields: readonly HeaderField[];
  readonly bodyStart: number;
} {
  const fields: HeaderField[] = [];
  let open: { name: string; lines: string[] } | null = null;
  const close = () => {
    if (open !== null) fields.push({ name: open.name, value: readBytes(open.lines.join(' ')) });
    open = null;
  };
  let start = 0;
  while (start < source.length && start < longestHeader) {
    const lineFeed = source.indexOf('\n', start);
    const end = lineFeed === -1 ? source.length : lineFeed;
    const line = source.slice(start, Math.min(end, start + longestHeader)).replace(/\r$/, '');
    if (line === '') {
      close();
      return { fields, bodyStart: Math.min(source.length, end + 1) };
    }
    const field: RegExpExecArray | null = /^([!-9;-~]{1,100}):\s*(.*)$/s.exec(line);
    if (/^[ \t]/.test(line) && open !== null) {
      (open as { lines: string[] }).lines.push(line.trim());
    } else if (field !== null) {
      close();
      open = { name: (field[1] ?? '').toLowerCase(), lines: [field[2] ?? ''] };
    } else if (!(start === 0 && /^>?From /.test(line))) {
      // No blank line ends this header: the text has begun.
      close();
      return { fields, bodyStart: start };
    }
    start = end + 1;
  }
  close();
  return { fields, bodyStart: Math.min(source.length, start) };
}

/** The value of the first field of a name, in lower case; `null` if there is none. */
export function headerValue(fields: readonly HeaderField[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

function readBytes(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'latin1'));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return value;
  }
}
