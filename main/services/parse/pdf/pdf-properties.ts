import { type DocumentProperties, noProperties } from '../document/document-properties.ts';
import type { PdfProperties } from './pdf-document.ts';

/** What a PDF says of itself: its XMP metadata before the older information dictionary (ISO 32000-2, 14.3). */
export function pdfProperties({ info, xmp }: PdfProperties): DocumentProperties {
  const creators = xmp('dc:creator');
  const authors = Array.isArray(creators) ? creators : [creators];
  const named = authors.filter((name) => typeof name === 'string' && name.trim() !== '');
  const author = text(info.Author);
  return {
    ...noProperties,
    title: first(xmp('dc:title')) ?? text(info.Title),
    authors: named.length > 0 ? (named as string[]) : author === null ? [] : [author],
    publisher: first(xmp('dc:publisher')),
    language: text(info.Language) ?? first(xmp('dc:language')),
    created: text(xmp('xmp:createdate')) ?? pdfDate(text(info.CreationDate)),
    modified: text(xmp('xmp:modifydate')) ?? pdfDate(text(info.ModDate)),
  };
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function first(value: unknown): string | null {
  return text(Array.isArray(value) ? value[0] : value);
}

/** `D:20310512091400+02'00'` as ISO 8601 (ISO 32000-2, 7.9.4); `null` if it is none. */
function pdfDate(date: string | null): string | null {
  const match =
    /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?/.exec(
      date ?? '',
    );
  if (match === null) return null;
  const [, year = '', month, day, hour, minute, second, utc, zone, zoneMinutes] = match;
  let written = year;
  if (month !== undefined) written += `-${month}`;
  if (day !== undefined) written += `-${day}`;
  if (hour === undefined || minute === undefined) return written;
  written += `T${hour}:${minute}${second === undefined ? '' : `:${second}`}`;
  return `${written}${utc ?? (zone === undefined ? '' : `${zone}:${zoneMinutes ?? '00'}`)}`;
}
