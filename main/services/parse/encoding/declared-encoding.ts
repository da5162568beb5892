import { encodingOfLabel } from './decode-as.ts';

// Where browsers look for it, with room for a long comment in front.
const placesLookedAt = 4_096;

/**
 * The coding that a page or an XML file declares at its beginning: the XML declaration, `<meta charset>`, or the old
 * `<meta http-equiv="content-type">`. `null`: none that is known. UTF-16 is taken as UTF-8, as the standard says: if
 * the declaration can be read byte by byte, it is not UTF-16.
 */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(
    bytes.buffer,
    bytes.byteOffset,
    Math.min(bytes.length, placesLookedAt),
  ).toString('latin1');
  const label =
    /^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ??
    /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(head)?.[1];
  if (label === undefined) return null;
  const name = encodingOfLabel(label);
  return name !== null && /^utf-(?:16|32)/.test(name) ? 'utf-8' : name;
}
