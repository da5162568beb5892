import { bibtexNames } from './bibtex-names.ts';
import { latexText } from './latex-text.ts';
import { dateOf, doiIn, emptyReference, monthOf, type Reference } from './reference.ts';
import { type ReferenceDate, referenceDate } from './reference-date.ts';

/** An entry as it stands in a file: fields by their names in small letters, not yet read as LaTeX. */
export interface BibtexEntry {
  readonly key: string;
  readonly where: string;
  readonly fields: ReadonlyMap<string, string>;
}

/** What an entry never takes over from the one that it is in. */
const ownFields = new Set(['crossref', 'variorum', 'abstract', 'note', 'annote', 'subtitle']);

/** The entries, each with what it does not say itself and the one that it is in (`crossref`) does, whose title is its outlet. */
export function bibtexReferences(entries: readonly BibtexEntry[]): readonly Reference[] {
  const byKey = new Map<string, BibtexEntry>();
  for (const entry of entries) {
    const key = entry.key.toLowerCase();
    if (key !== '' && !byKey.has(key)) byKey.set(key, entry);
  }
  return entries.map(({ key, where, fields }) => {
    const named = fields.get('crossref')?.trim();
    if (named === undefined || named === '') return referenceOf(key, where, fields);
    const whole = byKey.get(named.toLowerCase());
    if (whole === undefined || whole.fields === fields) {
      const { others, ...reference } = referenceOf(key, where, fields);
      return { ...reference, others: [...others, `crossref (there is no entry ${named})`] };
    }
    const all = new Map(fields);
    for (const [name, value] of whole.fields) {
      const into = name === 'title' ? 'booktitle' : name;
      if (!ownFields.has(name) && !all.has(into)) all.set(into, value);
    }
    return referenceOf(key, where, all);
  });
}

const outletFields = [
  ...['journaltitle', 'journal', 'newspaper', 'maintitle', 'booktitle', 'organization'],
  ...['publisher', 'institution', 'howpublished'],
];
const read = new Set([
  ...outletFields,
  ...['title', 'subtitle', 'author', 'date', 'year', 'month', 'day', 'url', 'doi', 'language'],
  ...['langid', 'section', 'abstract', 'note', 'annote', 'variorum', 'crossref'],
]);
/** Says something of the file, not of the article. */
const silent = new Set([
  'urldate',
  'timestamp',
  'file',
  'owner',
  'groups',
  'entrysubtype',
  'urlyear',
]);

function referenceOf(key: string, where: string, fields: ReadonlyMap<string, string>): Reference {
  const text = (name: string): string | null => {
    const value = latexText(fields.get(name) ?? '');
    return value === '' ? null : value;
  };
  // In EDTF a tilde is no space but says “about”.
  const dateText = (name: string): string | null => {
    const about = /(?<=\d)~\s*$/.test(fields.get(name) ?? '') ? '~' : '';
    const value = text(name);
    return value === null ? null : value + about;
  };
  const [title, subtitle] = [text('title'), text('subtitle')];
  const outlet = outletFields.map(text).find((one) => one !== null && !isAddress(one)) ?? null;
  const url = bareUrl(fields.get('url') ?? '') ?? bareUrl(fields.get('howpublished') ?? '');
  const names = bibtexNames(fields.get('author') ?? '');
  const others = [...fields.keys()].filter((name) => !read.has(name) && !silent.has(name));
  if (names.hasOthers) others.push('author (and others)');
  const { issued, lost } = issuedOf(
    dateText('date'),
    dateText('year'),
    fields.get('month') ?? '',
    text('day'),
  );
  others.push(...lost.map((what) => `date (${what})`));
  return {
    ...emptyReference(where),
    key,
    articleId: text('variorum'),
    title: title !== null && subtitle !== null ? `${title}: ${subtitle}` : title,
    outlet,
    authors: names.names,
    issued,
    url,
    doi: doiIn(text('doi') ?? ''),
    language: text('langid') ?? text('language'),
    section: text('section'),
    text: text('abstract') ?? longNote(text('annote')) ?? longNote(text('note')),
    others,
  };
}

/** A note that is an article's text, and no remark on it. */
function longNote(note: string | null): string | null {
  return note !== null && note.length >= 200 ? note : null;
}

function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text);
}

function bareUrl(field: string): string | null {
  const bare = field
    .replace(/\\url\b/g, ' ')
    .replace(/[{}]/g, ' ')
    .replace(/\\([_%&#~])/g, '$1');
  return /https?:\/\/\S+/i.exec(bare)?.[0] ?? null;
}

function issuedOf(
  date: string | null,
  year: string | null,
  month: string,
  day: string | null,
): ReferenceDate {
  const whole = date === null ? null : referenceDate(date);
  if (whole !== null && (whole.issued !== null || year === null)) return whole;
  const said = referenceDate(year ?? '');
  if (said.issued?.length !== 4 || month === '') return said;
  // `month = 12 # "~may"` and the like name the day, too.
  const word = latexText(month);
  const named = /[A-Za-z]{3,}/.exec(word)?.[0] ?? word;
  const dayInMonth = /[A-Za-z]/.test(word) ? /\d{1,2}/.exec(word)?.[0] : undefined;
  const number = monthOf(named);
  const issued = dateOf([Number(said.issued), number, numberIn(day ?? dayInMonth)]);
  const lost = number === null ? [`the month “${word.slice(0, 60)}”`] : [];
  return { issued, lost: [...said.lost, ...lost] };
}

function numberIn(text: string | null | undefined): number | null {
  return text === null || text === undefined || !/^\d+$/.test(text) ? null : Number(text);
}
