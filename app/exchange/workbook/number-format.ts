/** What a number in a cell stands for: by the format that the cell shows it in. */
export type NumberKind = 'plain' | 'percent' | 'day' | 'month' | 'year' | 'moment' | 'time';

/** The standard's own formats of dates and times (ECMA-376, 18.8.30), those of East Asia among them. */
const standard = new Map<number, NumberKind>([
  ...[9, 10].map((id) => [id, 'percent'] as const),
  ...[14, 15, 16, 27, 28, 29, 30, 31, 36, 50, 51, 54, 57, 58].map((id) => [id, 'day'] as const),
  ...[17, 52, 53, 55, 56].map((id) => [id, 'month'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47].map((id) => [id, 'time'] as const),
  [22, 'moment'],
]);

/** Words in quotation marks, signs behind a backslash or as wide as another, colours and countries in brackets, powers of ten. */
const notOfFormat = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|e[+-]/gi;

/**
 * What numbers in a format are, by its number and, for one of the workbook's own, its code: `yyyy\-mm\-dd` a day, `mmm yy`
 * a month. A month is not taken for its first day.
 */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return standard.get(id) ?? 'plain';
  // Of several sections the first is for numbers above zero.
  const [bare = ''] = code.replace(notOfFormat, '').toLowerCase().split(';');
  if (/general/.test(bare)) return 'plain';
  if (bare.includes('%')) return 'percent';
  const isTimed = /[hs]|\[m/.test(bare);
  const isDated = /[ydeg]/.test(bare) || (/m/.test(bare) && !isTimed);
  if (isTimed) return isDated ? 'moment' : 'time';
  if (!isDated) return 'plain';
  if (bare.includes('d')) return 'day';
  return bare.includes('m') ? 'month' : 'year';
}

const millisecondsPerDay = 86_400_000;
/** Days from the workbook's day 0 to 1970: of those that count from 1900, and of old ones of the Mac from 1904. */
const epochs = { since1900: 25_569, since1904: 24_107 };
/** Days of 1900 count one too few, since its programs hold that year to have had a 29 February. */
const falseLeapDay = 60;
/** 31 December 9999. */
const lastDay = 2_958_465;

/**
 * A number as text: dates as ISO 8601 of the precision that the cell shows, shares as `70%`, others with as few digits as
 * tell them from all others (Excel writes 17). What is no number stays as it is.
 */
export function numberText(written: string, kind: NumberKind, is1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written.trim();
  switch (kind) {
    case 'plain':
      return String(value);
    case 'percent':
      return `${Number((value * 100).toPrecision(15))}%`;
    default: {
      const iso = isoTime(value, is1904);
      if (iso === null) return String(value);
      if (kind === 'time') return value < 1 ? iso.slice(11, 19) : momentText(iso);
      if (kind === 'year') return iso.slice(0, 4);
      if (kind === 'month') return iso.slice(0, 7);
      return kind === 'moment' || !Number.isInteger(value) ? momentText(iso) : iso.slice(0, 10);
    }
  }
}

/** Cells know no zone. */
function isoTime(days: number, is1904: boolean): string | null {
  if (days < 0 || days > lastDay) return null;
  const shifted = !is1904 && days < falseLeapDay ? days + 1 : days;
  const since = shifted - (is1904 ? epochs.since1904 : epochs.since1900);
  const seconds = Math.round((since * millisecondsPerDay) / 1000);
  return new Date(seconds * 1000).toISOString();
}

function momentText(iso: string): string {
  const time = iso.slice(11, 19);
  if (time === '00:00:00') return iso.slice(0, 10);
  return `${iso.slice(0, 10)}T${time.endsWith(':00') ? time.slice(0, 5) : time}`;
}
