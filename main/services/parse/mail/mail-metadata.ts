import { addressParser } from 'postal-mime';
import { untitledMetadata } from '../../../../app/article/article-metadata.ts';
import { readPublished } from '../../../../app/article/read-published.ts';
import type {
  ArticleMetadata,
  MetadataField,
  MetadataProvenance,
} from '../../../../app/record/records.ts';
import { statedByline, statedLanguage, statedName, statedUrl } from '../stated-metadata.ts';
import { type MimePart, partHeader } from './mime-part.ts';

// The zones by letters that mail knows (RFC 5322, 4.3); there they mean one offset each.
const zones: ReadonlyMap<string, string> = new Map([
  ['UT', '+0000'],
  ['EST', '-0500'],
  ['EDT', '-0400'],
  ['CST', '-0600'],
  ['CDT', '-0500'],
  ['MST', '-0700'],
  ['MDT', '-0600'],
  ['PST', '-0800'],
  ['PDT', '-0700'],
]);

/** What a message's header states of it (rule T18); `null` title: it has no subject. */
export function mailMetadata(message: MimePart): {
  readonly metadata: Omit<ArticleMetadata, 'title'> & { readonly title: string | null };
  readonly provenance: MetadataProvenance;
} {
  const known = {
    ...untitledMetadata(''),
    title: statedName(partHeader(message, 'subject')),
    byline: sender(message),
    outlet: statedName(partHeader(message, 'organization')) ?? listName(message),
    published: mailDate(partHeader(message, 'date')),
    language: statedLanguage(partHeader(message, 'content-language')?.split(',')[0]),
    url: statedUrl(partHeader(message, 'archived-at')?.replace(/^<|>$/g, '')),
  };
  const provenance: Partial<Record<MetadataField, MetadataProvenance[MetadataField]>> = {};
  for (const [field, value] of Object.entries(known)) {
    if (value === null) continue;
    provenance[field as MetadataField] = { source: 'mail-header', confidence: 'stated' };
  }
  return { metadata: known, provenance: provenance as MetadataProvenance };
}

/** Who sent it: the name, or the address for want of one. */
function sender(message: MimePart): string | null {
  const header = partHeader(message, 'from');
  if (header === null || header.length > 10_000) return null;
  const names = addressParser(header, { flatten: true }).map(({ name, address }) =>
    statedName(name || address),
  );
  return statedByline(names);
}

/** `Hesk daily <daily.hesk.example>`: the words of the list's name. */
function listName(message: MimePart): string | null {
  const header = partHeader(message, 'list-id');
  if (header === null) return null;
  const bracket = header.lastIndexOf('<');
  return statedName(
    bracket === -1
      ? null
      : header
          .slice(0, bracket)
          .trim()
          .replace(/^"(.*)"$/s, '$1'),
  );
}

/** A mail's date with its zone, which may be written in letters or be followed by a note in brackets. */
function mailDate(header: string | null): string | null {
  if (header === null || header.length > 200) return null;
  const plain = header.replace(/\([^()]*\)/g, ' ').trim();
  return readPublished(
    plain
      .replace(/^((?:[A-Z]{3}\s*,\s*)?\d{1,2}\s+[A-Z]{3}\s+)(\d{2,3})(?!\d)/i, (_, day, year) => {
        return `${day}${wholeYear(Number(year))}`;
      })
      .replace(/[A-Z]{2,3}$/, (letters) => zones.get(letters) ?? letters),
  );
}

/** A year of two or three digits, as old programs write it (RFC 5322, 4.3). */
function wholeYear(year: number): number {
  return year < 50 ? year + 2_000 : year + 1_900;
}
