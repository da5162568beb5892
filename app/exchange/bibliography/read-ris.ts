import type { CslName } from '../../brief/print/byline-names.ts';
import { dateOf, doiIn, emptyReference, type Reference } from './reference.ts';
import { type ReferenceDate, referenceDate } from './reference-date.ts';

/** Some programs write a wide space, or none behind the dash. */
const line = /^\ufeff?([A-Z][A-Z0-9])[ \t\u00a0\u3000]{1,3}-(?!-)(.*)$/;
const wideComma = '，';
/** A Chinese or Japanese name whose parts a wide comma tells apart. */
const wideName =
  /^([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{1,6})，\s*([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{1,6})$/u;
const outletTags = ['T2', 'JO', 'JF', 'JA', 'J2', 'PB', 'DP', 'DB'];
const textTags = new Set([
  ...outletTags,
  ...['TY', 'ER', 'TI', 'T1', 'CT', 'AU', 'A1', 'PY', 'Y1', 'DA', 'UR', 'L1', 'LK', 'DO', 'LA'],
  ...['SE', 'AB', 'N2', 'N1', 'ID', 'AN', 'Y2', 'RD'],
]);

/**
 * Reads a RIS file: any line ends, a byte order mark, one space or two before the dash, records that nobody ended, fields that go
 * on over several lines. Linear.
 */
export function readRis(text: string): readonly Reference[] {
  const references: Reference[] = [];
  let fields: Map<string, string[]> | null = null;
  let last: string[] | null = null;
  const end = (): void => {
    if (fields !== null) references.push(referenceOf(fields, `record ${references.length + 1}`));
    fields = null;
    last = null;
  };
  for (const written of text.split(/\r\n?|\n/)) {
    const [, tag, value = ''] = line.exec(written) ?? [];
    if (tag === undefined) {
      // A field goes on.
      if (last !== null && written.trim() !== '') {
        const index = last.length - 1;
        last[index] = `${last[index] ?? ''}\n${written.trim()}`;
      }
      continue;
    }
    if (tag === 'TY') {
      end();
      fields = new Map();
    } else if (tag === 'ER') {
      end();
      continue;
    }
    if (fields === null) continue;
    const here: Map<string, string[]> = fields;
    const values = here.get(tag) ?? [];
    here.set(tag, values);
    values.push(value.trim());
    last = values;
  }
  end();
  return references;
}

function referenceOf(fields: ReadonlyMap<string, readonly string[]>, where: string): Reference {
  const one = (...tags: readonly string[]): string | null => {
    for (const tag of tags) {
      const value = fields.get(tag)?.find((text) => text !== '');
      if (value !== undefined) return value.replace(/\s+/g, ' ');
    }
    return null;
  };
  const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  const id = one('ID') ?? '';
  const stated = ['DA', 'PY', 'Y1'].flatMap((tag) => {
    const written = one(tag);
    return written === null ? [] : [{ tag, ...dateIn(written) }];
  });
  // The most exact of them: `PY` often has the year alone.
  const [date] = stated.toSorted(
    (first, second) => (second.issued?.length ?? 0) - (first.issued?.length ?? 0),
  );
  const isUnread = (date?.issued ?? null) === null;
  const unread = isUnread
    ? stated.map(({ tag }) => `${tag} (no date)`)
    : (date?.lost.map((what) => `${date.tag} (${what})`) ?? []);
  const note = (fields.get('N1') ?? []).join('\n');
  return {
    ...emptyReference(where),
    key: id === '' ? (one('AN') ?? '') : id,
    articleId: uuid.test(id) ? id : null,
    title: one('TI', 'T1', 'CT'),
    outlet: one(...outletTags),
    authors: ['AU', 'A1'].flatMap((tag) => fields.get(tag) ?? []).flatMap(nameOf),
    issued: date?.issued ?? null,
    url:
      (fields.get('UR') ?? fields.get('LK') ?? []).find((text) => /^https?:/i.test(text)) ?? null,
    doi: doiIn(one('DO') ?? ''),
    language: one('LA'),
    section: one('SE'),
    text:
      (fields.get('AB') ?? fields.get('N2') ?? []).join('\n') || (note.length >= 200 ? note : null),
    others: [...[...fields.keys()].filter((tag) => !textTags.has(tag)), ...unread],
  };
}

/** "Family, Given, Suffix"; without a comma it is a whole name. */
function nameOf(field: string): readonly CslName[] {
  const [, wideFamily, wideGiven] = wideName.exec(field) ?? [];
  if (wideFamily !== undefined && wideGiven !== undefined) {
    return [{ family: wideFamily, given: wideGiven }];
  }
  // This program writes the commas inside an organisation's name so.
  if (field.includes(wideComma)) return [{ literal: field.replaceAll(wideComma, ',') }];
  return commaName(field);
}

function commaName(written: string): readonly CslName[] {
  const [family = '', given, suffix] = written.split(/\s*,\s*/).map((part) => part.trim());
  if (family === '') return [];
  if (given === undefined || given === '') return [{ literal: family }];
  const particle = /^((?:\p{Ll}[\p{L}’']*\s+)+)(?=\p{Lu})/u.exec(family)?.[1]?.trim();
  return [
    {
      family: particle === undefined ? family : family.slice(particle.length).trim(),
      given,
      ...(particle === undefined ? {} : { 'non-dropping-particle': particle }),
      ...(suffix === undefined || suffix === '' ? {} : { suffix }),
    },
  ];
}

/** `2031/05/12/other`, `2031//`; else as people write it. */
function dateIn(text: string): ReferenceDate {
  const [, year, month = '', day = '', other = ''] =
    /^(\d{4})(?:\/(\d{0,2})(?:\/(\d{0,2})(?:\/(.*))?)?)?$/.exec(text) ?? [];
  if (year === undefined) return referenceDate(text);
  const issued = dateOf([Number(year), numberIn(month), numberIn(day)]);
  return { issued, lost: other.trim() === '' ? [] : [`“${other.trim().slice(0, 60)}”`] };
}

function numberIn(part: string): number | null {
  return part === '' ? null : Number(part);
}
