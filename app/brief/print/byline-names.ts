import { languageOf } from '../../base/language-of.ts';

/** A name of CSL-JSON: of a person, or `literal` of an organisation and of what can not be told apart. */
export type CslName =
  | { readonly literal: string }
  | {
      readonly family: string;
      readonly given?: string;
      /** Goes with the family name; where that is put in order, as the style wants: `van`, `de la`, `von der`. */
      readonly 'non-dropping-particle'?: string;
      readonly suffix?: string;
    };

/**
 * The authors that a byline names, in its order, each once. A byline is prose: several names are told by semicolons,
 * commas and the words for "and"; an organisation, an only name, and a name in a script that sets no spaces stay whole. What
 * says who somebody is ("Political Editor", "in Hesk") is left out. The outlet itself is no author. `language` is BCP 47.
 */
export function bylineNames(
  byline: string | null,
  outlet: string | null,
  language: string | null,
): readonly CslName[] {
  const tongue = languageOf(language ?? '');
  const cleaned = withoutOpening(
    (byline ?? '')
      .slice(0, 500)
      .replace(/\S+@\S+/g, ' ')
      .replace(/\s*\([^)]*\)/g, '')
      .replace(/\s+/gu, ' ')
      .trim(),
    tongue,
  );
  const names = new Map<string, CslName>();
  for (const part of nameParts(cleaned)) {
    if (part === '' || date.test(part) || sameWords(part, outlet ?? '')) continue;
    if (!names.has(part)) names.set(part, nameOf(part, tongue));
  }
  return [...names.values()];
}

/**
 * A byline as a line of sources prints it: without the "By" that opens it, and without the outlet, which stands beside it;
 * `null`: it names nobody else. `language` is BCP 47.
 */
export function creditedByline(
  byline: string | null,
  outlet: string | null,
  language: string | null,
): string | null {
  const cleaned = (byline ?? '').replace(/\s+/gu, ' ').trim();
  const names = withoutOpening(cleaned, languageOf(language ?? ''));
  const [, before, last] = /^(.*\S)\s*[,;|/–—-]\s*([^,;|]+)$/u.exec(names) ?? [];
  const own = before !== undefined && sameWords(last ?? '', outlet ?? '') ? before : names;
  return own === '' || sameWords(own, outlet ?? '') ? null : own;
}

/** The words for "by", and the languages that have them. In others they are the beginnings of names: Van, Par, Di. */
const openings: Readonly<Record<string, readonly string[]>> = {
  by: ['en', ''],
  par: ['fr'],
  por: ['es', 'pt'],
  van: ['nl'],
  door: ['nl'],
  von: ['de'],
  av: ['no', 'nb', 'nn', 'sv'],
  af: ['da'],
  di: ['it'],
  от: ['ru'],
  автор: ['ru', ''],
};

/** Words that open a byline whatever its language: nobody is called so and two names more. */
const anywhere = /^(?:by|door|от|автор)$/u;

function withoutOpening(byline: string, tongue: string): string {
  const [, word = '', colon = '', rest = ''] = /^(\p{L}+)(:?)\s+(\p{Lu}.*)$/u.exec(byline) ?? [];
  const lower = word.toLowerCase();
  const tongues = Object.hasOwn(openings, lower) ? openings[lower] : undefined;
  if (tongues === undefined) return byline;
  const opens =
    colon !== '' || /^(?:by|автор)$/u.test(lower)
      ? tongues.includes(tongue) || rest.includes(' ')
      : (anywhere.test(lower) || tongues.includes(tongue)) && rest.includes(' ');
  return opens ? rest : byline;
}

/** "12 May 2024", "Feb 8", "2024": what stands behind names in a line of a page. */
const date =
  /^(?:\p{L}{3,9}\.?\s)?\d{1,2}(?:\.?\s\p{L}{3,9}\.?)?(?:\s\d{4})?$|^(?:\p{L}{3,9}\.?\s)?\d{4}$/u;

function nameParts(byline: string): string[] {
  return byline
    .split(/\s*[;|/·、，\n]\s*|\s+(?:and|und|et|и|och|og|ja|ve|та|with)\s+|\s*&\s*/iu)
    .flatMap(splitShortAnd)
    .flatMap(splitCommas)
    .map((part) => part.replace(/\s+(?:in|for|at|from)\s+\p{Lu}.*$/u, '').trim());
}

/** "y", "e", "i", "en" also stand within names: they part two names only if each has a given and a family name. */
function splitShortAnd(text: string): string[] {
  const parts = text.split(/\s+(?:y|e|i|en|a)\s+/u);
  return parts.length > 1 && parts.every((part) => part.includes(' ')) ? parts : [text];
}

const suffixes = /^(?:jr|sr|ii|iii|iv|ph\.?d|md|m\.d|esq)\.?$/iu;
const roles =
  /\b(?:editor|correspondent|reporter|writer|analyst|columnist|chief|fellow|professor|producer|contributor|redakteur|korrespondent|correspondant|corresponsal|редактор|корреспондент)/iu;

/** "Anna Fenn, Tomas Reyl" are two; "Reyl, Tomas" is one; "Tomas Reyl, Jr." too; "Anna Fenn, Political Editor" is Anna Fenn. */
function splitCommas(text: string): string[] {
  const pieces = text.split(/\s*,\s*/u).filter((piece) => piece !== '');
  const [first, second, ...others] = pieces;
  if (first === undefined || second === undefined) return pieces;
  const inverted =
    others.length === 0 &&
    !first.includes(' ') &&
    second.split(' ').length <= 2 &&
    !suffixes.test(second) &&
    !isOrganisation(first) &&
    !isOrganisation(second);
  if (inverted) return [`${first}, ${second}`];
  const names: string[] = [];
  for (const piece of pieces) {
    if (suffixes.test(piece)) names.push(`${names.pop() ?? ''}, ${piece}`);
    else if (names.length === 0 || !roles.test(piece)) names.push(piece);
  }
  return names;
}

const organisationWords =
  /(?:^|[\s-])(?:agency|news|staff|desk|editorial|team|press|reuters|afp|xinhua|tass|dpa|bureau|ministry|office|times|post|herald|tribune|gazette|correspondents|reporters|committee|council|service|group|institute|university|foundation|company|redaktion|rédaction|redacción|redazione|redactie|редакция|агентство|agence|agentur|agencia|agenzia|online|media|network|radio|tv|board|government|department)(?:$|[\s-])/iu;

function isOrganisation(name: string): boolean {
  return (
    organisationWords.test(name) ||
    /^[\p{Lu}\d]{2,6}$/u.test(name) ||
    /[\d.]\w*\.\w|^The\s/u.test(name)
  );
}

/** Words in small letters that belong to the family name behind them. */
const particles =
  /^(?:van|der|den|de|del|della|delle|dello|di|da|dal|do|dos|das|du|des|la|le|las|los|el|al|bin|bint|ibn|ben|abu|ter|ten|te|von|zu|zum|zur|vom|und|y|af|av|st\.|d’|d')$/u;
function nameOf(part: string, tongue: string): CslName {
  const [inverted, after, more] = part.split(/,\s*/u);
  if (isOrganisation(part) || inverted === undefined) return { literal: part };
  if (after !== undefined && !suffixes.test(after)) {
    return { ...familyOf(inverted.split(' ')), given: after, ...suffixOf(more) };
  }
  const words = inverted.split(' ');
  if (words.length < 2) return { literal: part };
  const shouted = words.filter((word) => /^[\p{Lu}'’-]{2,}$/u.test(word));
  const [loud] = shouted;
  if (shouted.length === 1 && loud !== undefined && words.some((word) => /\p{Ll}/u.test(word))) {
    const given = words.filter((word) => word !== loud).join(' ');
    return { family: loud, given, ...suffixOf(after) };
  }
  const familyFirst = tongue === 'hu' || /(?:ович|евич|овна|евна|ична)$/u.test(words.at(-1) ?? '');
  if (familyFirst) {
    const [family = '', ...given] = words;
    return { family, given: given.join(' '), ...suffixOf(after) };
  }
  let from = words.length - 1;
  while (from > 1 && particles.test(words[from - 1] ?? '')) from -= 1;
  return {
    ...familyOf(words.slice(from)),
    given: words.slice(0, from).join(' '),
    ...suffixOf(after),
  };
}

/** A family name with the particles before it set apart. */
function familyOf(words: readonly string[]) {
  let count = 0;
  while (count < words.length - 1 && particles.test(words[count] ?? '')) count += 1;
  const family = words.slice(count).join(' ');
  return count === 0
    ? { family }
    : { family, 'non-dropping-particle': words.slice(0, count).join(' ') };
}

function suffixOf(suffix: string | undefined) {
  return suffix === undefined ? {} : { suffix };
}

function sameWords(one: string, other: string): boolean {
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  return letters(one) === letters(other);
}
