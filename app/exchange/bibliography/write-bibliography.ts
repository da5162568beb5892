import { effectiveMetadata } from '../../article/article-metadata.ts';
import { isTrashed } from '../../article/article-state.ts';
import { foldName } from '../../base/fold-name.ts';
import type { CslName } from '../../brief/print/byline-names.ts';
import { type CslDate, type CslItem, cslItem } from '../../brief/print/csl-item.ts';
import { ExchangeFault, type ExportContext } from '../exchange-format.ts';
import { tellTrash } from '../lost-kinds.ts';
import { escapedLatex } from './latex-text.ts';
import { withoutMarks } from './read-csl-json.ts';
import { monthWord } from './reference.ts';

/** The articles that are not in the trash as items of CSL, by number; what an item has no place for is reported. */
function itemsOf(context: ExportContext): readonly CslItem[] {
  const { records, report } = context;
  tellTrash(context);
  const articles = records
    .list('article')
    .filter((article) => !isTrashed(article))
    .sort((one, other) => one.number - other.number);
  if (articles.length === 0) throw new ExchangeFault('There are no articles to export.');
  report.carry('article', articles.length);
  for (const article of articles) {
    const { published, updated } = effectiveMetadata(article);
    const label = `article ${article.number}`;
    if ((published?.length ?? 0) > 10) {
      report.lose('Times of publication', 'References have days.', label);
    }
    if (updated !== null)
      report.lose('When articles were changed', 'References have no place for it.', label);
  }
  report.lose(
    'Texts, tags and marks of articles',
    'A reference only says what is cited.',
    null,
    articles.length,
  );
  return articles.map((article) =>
    cslItem(article, records.get('revision', article.revisionId) ?? undefined),
  );
}

/** CSL JSON: a list of items, keys sorted. */
export function* writeCslJson(context: ExportContext): Generator<string> {
  const items = itemsOf(context);
  yield '[\n';
  for (const [index, item] of items.entries()) {
    if (withoutMarks(item.title) !== item.title.replace(/\s+/g, ' ').trim()) {
      context.report.lose('Signs such as <b> in titles', 'CSL takes them for marks.', item.title);
    }
    const sorted = Object.fromEntries(
      Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1)),
    );
    const text = JSON.stringify(sorted, null, 2).replace(/^/gm, '  ');
    yield `${text}${index === items.length - 1 ? '' : ','}\n`;
  }
  yield ']\n';
}

/** BibTeX in UTF-8, which biblatex reads as well. Keys are name, year and a word of the title, each once. */
export function* writeBibtex(context: ExportContext): Generator<string> {
  const keys = new Set<string>();
  for (const item of itemsOf(context)) {
    const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
    const isPaper = item.type === 'article-newspaper';
    const outlet = item['container-title'];
    const type = isPaper ? 'article' : item.type === 'webpage' ? 'online' : 'misc';
    const fields: readonly (readonly [string, string | undefined])[] = [
      ['author', item.author?.map(bibtexName).join(' and ')],
      // In two pairs of braces its capitals stay.
      ['title', `{${escapedLatex(item.title)}}`],
      [isPaper ? 'journal' : 'organization', outlet && `{${escapedLatex(outlet)}}`],
      ['year', year === undefined ? undefined : String(year)],
      ['month', month === undefined ? undefined : monthWord(month)],
      ['day', day === undefined ? undefined : String(day)],
      ['url', item.URL?.replace(/[{}\s\\]/g, encodeURIComponent)],
      ['urldate', item.accessed && isoDate(item.accessed)],
      ['section', item.section && escapedLatex(item.section)],
      ['langid', item.language],
      ['entrysubtype', isPaper ? 'newspaper' : undefined],
      ['note', item.note && escapedLatex(item.note)],
      ['variorum', item.id],
    ];
    const lines = fields.flatMap(([name, value]) => {
      if (value === undefined || value === '') return [];
      return [`  ${name} = ${name === 'month' ? value : `{${value}}`}`];
    });
    yield `@${type}{${keyOf(item, keys)},\n${lines.join(',\n')}\n}\n\n`;
  }
}

/** RIS, lines ended as its users' programs want them. */
export function* writeRis(context: ExportContext): Generator<string> {
  for (const item of itemsOf(context)) {
    const type = { 'article-newspaper': 'NEWS', webpage: 'ELEC', document: 'GEN' }[item.type];
    const [year] = item.issued?.['date-parts'][0] ?? [];
    const fields: readonly (readonly [string, string | undefined])[] = [
      ['TY', type],
      ...(item.author ?? []).map((name) => ['AU', risName(name)] as const),
      ['TI', item.title],
      ['T2', item['container-title']],
      ['PY', year === undefined ? undefined : String(year)],
      ['DA', item.issued && risDate(item.issued)],
      ['Y2', item.accessed && risDate(item.accessed)],
      ['SE', item.section],
      ['LA', item.language],
      ['UR', item.URL],
      ['N1', item.note],
      ['ID', item.id],
    ];
    for (const [tag, value] of fields) {
      if (value === undefined || value.trim() === '') continue;
      yield `${tag}  - ${value.replace(/\s+/g, ' ').trim()}\r\n`;
    }
    yield 'ER  - \r\n\r\n';
  }
}

function bibtexName(name: CslName): string {
  if ('literal' in name) return `{${escapedLatex(name.literal)}}`;
  const { family, given, suffix } = name;
  const particle = name['non-dropping-particle'];
  const before = particle === undefined ? '' : escapedLatex(particle);
  const last = [before, protectedWords(family)].filter((part) => part !== '').join(' ');
  const others = [suffix, given].map((part) => inName(part ?? '')).filter((part) => part !== '');
  return [last, ...others].join(', ');
}

/** A family name that begins in small letters, or has "and" in it, would be read as something else. */
function protectedWords(name: string): string {
  return /^\p{Ll}/u.test(name) ? `{${escapedLatex(name)}}` : inName(name);
}

/** A part of a name; one with a comma or "and" in it stays whole in braces. */
function inName(part: string): string {
  const escaped = escapedLatex(part);
  return /\sand\s|,/iu.test(` ${part} `) ? `{${escaped}}` : escaped;
}

function risName(name: CslName): string {
  if ('literal' in name) return name.literal.replaceAll(',', '，');
  const last = [name['non-dropping-particle'], name.family].filter((part) => part).join(' ');
  return [last, name.given ?? '', name.suffix].filter((part) => part !== undefined).join(', ');
}

function isoDate({ 'date-parts': [parts] }: CslDate): string {
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function risDate({ 'date-parts': [parts] }: CslDate): string {
  const [year = 0, month, day] = parts;
  const two = (part: number | undefined): string =>
    part === undefined ? '' : String(part).padStart(2, '0');
  return `${year}/${two(month)}/${two(day)}/`;
}

/** `smith2031ferry`, the second one `smith2031ferrya`. In letters and digits of ASCII, as every program reads them. */
function keyOf({ author, issued, title, id }: CslItem, taken: Set<string>): string {
  const [name] = author ?? [];
  const family = name === undefined ? '' : 'literal' in name ? name.literal : name.family;
  const ascii = (text: string): string => foldName(text).replace(/[^a-z0-9]/g, '');
  const word =
    title
      .split(/\s+/u)
      .map(ascii)
      .find((one) => one.length > 3) ?? '';
  const year = issued?.['date-parts'][0][0] ?? '';
  const wanted = `${ascii(family).slice(0, 20)}${year}${word.slice(0, 20)}`;
  const base = /^[a-z]/.test(wanted) ? wanted : `article${wanted || id.slice(-12)}`;
  let key = base;
  for (let count = 0; taken.has(key); count += 1) key = `${base}${letters(count)}`;
  taken.add(key);
  return key;
}

/** 0 is a, 25 z, 26 aa. */
function letters(count: number): string {
  const last = String.fromCharCode(97 + (count % 26));
  return count < 26 ? last : letters(Math.floor(count / 26) - 1) + last;
}
