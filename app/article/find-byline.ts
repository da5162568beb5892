import { findDate } from './find-date.ts';
import { isWeekday, monthNumber } from './month-names.ts';

/** A byline as a text prints it. */
export interface FoundByline {
  /** `null` where it names an outlet only, `By Reuters Staff`. */
  readonly byline: string | null;
  /** That the byline names with it: `By Jane Doe, CNN`. */
  readonly outlet: string | null;
  /** Whether a word says that these are its writers; otherwise only their place in the text does. */
  readonly isMarked: boolean;
}

const longestByline = 240;

// "By", and what stands for it in other languages. Han scripts need no space.
const opening =
  /^(?:(?:(?:story|words|text|report|reporting|analysis|opinion|written|reported)\s+)?by|von|par|por|di|door|(?:by|author|autor|autorin|автор|авторы|текст|tekst|text|words)\s*:)\s*:?\s+(?=\S)/iu;
const hanOpening =
  /^(?:[（(【]?\s*)?(?:本报记者|记者|記者|作者|文|撰文)\s*[/／:：]?\s*(?<names>\p{Script=Han}{2,4}(?:[\s、，,]\p{Script=Han}{2,4}){0,4})(?=$|[\s）)】|｜])/u;

// `新华社北京2月8日电（记者张三）`
const hanReporter =
  /^.{2,40}[电電讯訊]\s*[（(]\s*(?:本报|本社)?(?:记者|記者)\s*(?<names>\p{Script=Han}{2,4}(?:[\s、，,]\p{Script=Han}{2,4}){0,4})[）)]/u;

const particle =
  '(?:de|da|do|dos|das|del|della|di|du|des|la|le|van|von|der|den|ter|ten|zu|al|el|bin|ibn|ben|af|av|y)';
const namePart = "(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|[dD]['’]\\p{Lu}[\\p{L}-]*)";
const name = `${namePart}(?:\\s+(?:${particle}\\s+)*${namePart}){0,4}`;
const names = new RegExp(
  `^(?<names>${name}(?:(?:\\s*,\\s*(?:and\\s+)?|\\s+(?:and|und|et|y|e|en|и|with)\\s+|\\s*&\\s*)${name}){0,7})`,
  'u',
);

const placed = new RegExp(
  `^(?<person>${namePart}(?:\\s+${namePart}){1,2}(?:\\s+and\\s+${namePart}(?:\\s+${namePart}){1,2})?)\\s+in\\s+${namePart}(?:\\s+${namePart}){0,2}$`,
  'u',
);

const outletWord =
  /\b(?:News|Times|Post|Press|Agency|Reuters|Journal|Herald|Tribune|Guardian|Observer|Magazine|Radio|Television|TV|Daily|Broadcasting|Network|Media|Gazette|Chronicle|Telegraph|Mail|Standard|Globe|Review|Today|Xinhua|Bloomberg|Zeitung|Presse|Agence|Figaro|Monde|Diplomat|Independent|Express|Service)\b/;
// Behind a name without any sign between, as style sheets lay them out: `Jane Doe BBC News, Alm`.
const appended =
  /^(?<person>\S+(?:\s+\S+){1,3}?)\s+(?<outlet>(?:ABC|AFP|AP|BBC|CBC|CBS|CNBC|CNN|DW|ITV|NBC|NPR|PBS|RFI|RTE|RTÉ|UPI|VOA|Reuters|Bloomberg)(?:\s+\S+){0,3})$/u;
const acronym = /^\p{Lu}{2,6}$/u;
const role =
  /\b(?:writer|reporter|correspondent|editor|columnist|contributor|staff|desk|bureau|chief|analyst|korrespondent|redakteur|envoyé)\w*/iu;

/**
 * The byline in a short line of a text, or behind a Chinese dateline: `By Jane Doe`, `By Jane Doe and John Roe, CNN`, `Von Max Muster`, `记者 张三`, or
 * with nothing but place to mark it, `Jane Doe in Beijing`. `null`: it is none, as `By Monday morning`.
 */
export function findByline(line: string): FoundByline | null {
  const reporter = hanReporter.exec(line)?.groups?.names;
  if (reporter !== undefined) {
    return { byline: reporter.split(/[\s、，,]+/).join(', '), outlet: null, isMarked: true };
  }
  if (line.length > longestByline) return null;
  const han = hanOpening.exec(line)?.groups?.names;
  if (han !== undefined && line.length <= 60) {
    return { byline: han.split(/[\s、，,]+/).join(', '), outlet: null, isMarked: true };
  }
  const opened = opening.exec(line);
  if (opened === null) return placedByline(line);
  const whole = line.slice(opened[0].length);
  // A label that follows without any sign between is no name: `By Jane Doe Published 8 February`.
  const label = whole.search(/\s(?:first published|published|posted|last updated|updated)\b/i);
  const rest = label === -1 ? whole : whole.slice(0, label);
  const found = names.exec(rest)?.groups?.names;
  if (found === undefined) return null;
  const { people, outlet } = sorted(found);
  if (!endsLikeByline(rest.slice(found.length))) return null;
  if (people.some(isTime)) return null;
  const beside = outlet ?? outletIn(rest.slice(found.length));
  if (people.length === 0) {
    return beside === null ? null : { byline: null, outlet: beside, isMarked: true };
  }
  // One word alone is a first name at best, and seldom that.
  if (people.every((person) => !/\s/.test(person))) return null;
  return { byline: people.join(', '), outlet: beside, isMarked: true };
}

/** The reporters whom agencies name at a text's end: `(Reporting by Jane Doe; Editing by John Roe)`. */
export function findReporters(line: string): string | null {
  const [, list = ''] = /^\(?\s*Reporting by ([^;()]{3,200})/.exec(line) ?? [];
  const found = names.exec(list)?.groups?.names;
  if (found === undefined) return null;
  const { people } = sorted(found);
  return people.length === 0 ? null : people.join(', ');
}

/** `Jane Doe in Beijing`, as some papers sign; the same words are a caption elsewhere. */
function placedByline(line: string): FoundByline | null {
  const person = placed.exec(line)?.groups?.person;
  if (person === undefined || person.split(/\s+/).some(isTime)) return null;
  return { byline: person.split(/\s+and\s+/).join(', '), outlet: null, isMarked: false };
}

/** Names apart from the outlet and the roles that stand among them. */
function sorted(found: string): {
  readonly people: readonly string[];
  readonly outlet: string | null;
} {
  const people: string[] = [];
  let outlet: string | null = null;
  const parts = found.split(/\s*,\s*(?:and\s+)?|\s+(?:and|und|et|y|e|en|и|with)\s+|\s*&\s*/u);
  let isAppended = false;
  for (const part of parts) {
    const { person, outlet: behind } = appended.exec(part)?.groups ?? {};
    if (person !== undefined && behind !== undefined) {
      people.push(person);
      outlet ??= behind;
      isAppended = true;
      continue;
    }
    // What follows an outlet that follows a name is the place: "BBC News, Alm".
    if (isAppended) continue;
    const plain = part.replace(/\s+staff(?:\s+writers?|\s+reporters?)?$/i, '');
    if (plain !== part && plain !== '') outlet ??= plain;
    else if (role.test(part)) continue;
    else if (acronym.test(part) || outletWord.test(part)) outlet ??= part;
    else people.push(part);
  }
  return { people, outlet };
}

function outletIn(rest: string): string | null {
  const [, found] =
    /^\s*(?:,|\||\(|for\s|•|–|—)\s*(?:the\s+)?([\p{Lu}][\p{L}\s]{1,30}?)\s*(?:$|[,|)•–—])/u.exec(
      rest,
    ) ?? [];
  if (found === undefined || role.test(found)) return null;
  return acronym.test(found) || outletWord.test(found) ? found : null;
}

/** What may follow names in a byline: nothing, a place, an outlet, a role, a date; not the rest of a sentence. */
function endsLikeByline(rest: string): boolean {
  const plain = rest.trim();
  if (plain === '' || /^[|•·–—]|^\(\p{Lu}[\p{L} ]{1,30}\)$/u.test(plain)) return true;
  if (/^(?:in|at|for|with)\s+(?:the\s+)?\p{Lu}[\p{L}\s,.-]{1,60}$/u.test(plain)) return true;
  if (/^,\s*[\p{L}\s'’.-]{2,80}$/u.test(plain) && (role.test(plain) || outletWord.test(plain)))
    return true;
  const dated = findDate(plain);
  return /^(?:,\s*)?(?:published|updated|posted|on)\b/i.test(plain) || (dated?.isAlone ?? false);
}

function isTime(wordOrName: string): boolean {
  return wordOrName
    .split(/\s+/)
    .some((part) => isWeekday(part) || (part.length > 3 && monthNumber(part) !== null));
}
