import { findDate, findDayOfYear } from './find-date.ts';

/** What stands before a report's first sentence: place, day, agency. */
export interface FoundDateline {
  readonly outlet: string | null;
  /** In the form of `ArticleMetadata.published`, or `--02-08` where no year stands there; `null`: no day. */
  readonly date: string | null;
}

const longestDateline = 120;
const dash = '(?:--|[-–—])';

const places = "(?<places>[\\p{Lu}][\\p{L}\\p{M}.'’/ -]{1,40}(?:,\\s*[\\p{Lu}][\\p{L}.' ]{1,30})?)";
const agency = '(?<agency>[\\p{L}][\\p{L}\\p{M}.& /-]{1,30})';
const dayPart = '(?<day>[\\p{L}\\d., ]{3,40})';

// `BEIJING, Feb 8 (Xinhua) --`, `Berlin (dpa) -`, `Feb 8 (Reuters) -`, `(CNN) —`, `Madrid, 8 feb (EFE).-`
const bracketed = new RegExp(
  `^(?:${places}?(?:,?\\s*${dayPart}?)?\\s*)[(（]${agency}[)）]\\s*\\.?\\s?${dash}`,
  'u',
);
// `NEW YORK, Feb. 8, 2024 /PRNewswire/ --`, `МОСКВА, 8 февраля. /ТАСС/.`
const slashed = new RegExp(
  `^${places},\\s*${dayPart}?\\s*/${agency}/\\s*\\.?\\s?(?:${dash})?`,
  'u',
);
// `МОСКВА, 8 фев — РИА Новости.`
const signed = new RegExp(
  `^(?<places>[\\p{Lu} /-]{3,40}),\\s*${dayPart}\\s*${dash}\\s*(?<agency>\\p{Lu}[\\p{L} ]{2,25})\\.\\s`,
  'u',
);
// `CNN — Chinese leader`
const bare =
  /^(?<agency>CNN|NPR|BBC|AP|AFP|VOA|UPI|DW|ABC News|CBS News|NBC News)\s*[—–]\s*\p{Lu}/u;
// `新华社北京2月8日电`, `中新网2月8日电`
const han =
  /^[（(【]?(?<agency>\p{Script=Han}{1,5}?(?:社|网|網|報|报))(?:\p{Script=Han}{1,8}?)?(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<dayOfMonth>\d{1,2})日\s*[电電讯訊]/u;
// `WASHINGTON, Feb. 8 —`, `LONDON —`: a place in capitals without an agency.
const placed = new RegExp(
  `^(?<places>\\p{Lu}[\\p{Lu} .'’/-]{2,40}),\\s*${dayPart}\\s*${dash}\\s`,
  'u',
);

/** The dateline that a paragraph begins with; `null`: it begins with its text. */
export function findDateline(paragraph: string): FoundDateline | null {
  const line = paragraph.slice(0, longestDateline);
  const chinese = han.exec(line)?.groups;
  if (chinese !== undefined) {
    const { agency: outlet = null, year, month = '', dayOfMonth = '' } = chinese;
    const date = dateIn(`${year === undefined ? '' : `${year}年`}${month}月${dayOfMonth}日`);
    return { outlet, date };
  }
  // Nearly all paragraphs go no further.
  if (!/[-–—/]/.test(line)) return null;
  for (const pattern of [bracketed, slashed, signed, bare, placed]) {
    const match = pattern.exec(line);
    if (match === null) continue;
    const outlet = match.groups?.agency?.trim() ?? null;
    const date = dateIn(match[0]);
    if (outlet === null ? date === null : !isAgency(outlet, match.groups?.places ?? null, date)) {
      continue;
    }
    return { outlet, date };
  }
  return null;
}

const agencies =
  /^(?:Reuters|AP|AFP|UPI|dpa|APA|ANSA|EFE|Efe|LUSA|Lusa|Xinhua|Kyodo|Jiji|Yonhap|TASS|Tass|Interfax|RIA|Bloomberg|ANI|PTI|IANS|AAP|ANP|Belga|NTB|TT|Ritzau|PAP|MTI|Anadolu|AA|CNN|BBC|NPR|CNA|KCNA|SANA|WAM|SPA|IRNA|Antara|Bernama|Ukrinform|Keystone-SDA|sda|AP News|Associated Press)$/;

/**
 * Whether the words in brackets are an agency's name and not an aside: they are few, and after a place in capitals, after
 * a day, after nothing at all if they are letters, or one of the agencies that everybody knows.
 */
function isAgency(name: string, place: string | null, date: string | null): boolean {
  if (name.split(/\s+/).length > 4 || !/^\p{Lu}|^(?:dpa|sda)$/u.test(name)) return false;
  if (agencies.test(name) || date !== null) return true;
  if (place === null) return /^\p{Lu}{2,6}$/u.test(name);
  const first = place.split(',')[0] ?? '';
  return first === first.toUpperCase();
}

function dateIn(head: string): string | null {
  // A time of day is no part of a dateline.
  return (findDate(head) ?? findDayOfYear(head))?.date ?? null;
}
