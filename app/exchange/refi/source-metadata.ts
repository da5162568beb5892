import { readPublished } from '../../article/read-published.ts';
import type { ArticleMetadata } from '../../record/records.ts';
import type { ReportBuilder } from '../report-builder.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/read-xml.ts';
import { plainGuid } from './guid.ts';

type Fact = Exclude<keyof ArticleMetadata, 'title'>;

/** The variables that an article's metadata are written as, in this order. */
export const metadataVariables: readonly Fact[] = [
  ...(['outlet', 'byline', 'published', 'updated', 'url', 'language', 'section'] as const),
];

/** The variable that holds an article's number. */
export const articleNumber = 'article: number';

/** What analysts call the same in other programs. */
const meanings: ReadonlyMap<string, Fact> = new Map<string, Fact>([
  ...metadataVariables.map((fact): [string, Fact] => [fact, fact]),
  ...(['publisher', 'publication', 'newspaper', 'medium'] as const).map((name): [string, Fact] => [
    name,
    'outlet',
  ]),
  ...(['author', 'authors'] as const).map((name): [string, Fact] => [name, 'byline']),
  ...(['date', 'publication date', 'published on'] as const).map((name): [string, Fact] => [
    name,
    'published',
  ]),
  ...(['link', 'web address'] as const).map((name): [string, Fact] => [name, 'url']),
]);

/** The names of a project's variables, by guid. */
export function variableNames(project: XmlElement): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const variable of elementsIn(project, 'Variables').flatMap((all) => elementsIn(all))) {
    const guid = plainGuid(variable.attributes.guid);
    if (guid !== null) names.set(guid, variable.attributes.name ?? '');
  }
  return names;
}

/** The values of an element's variables, by the names of these, in their order. Empty ones are left out. */
export function variableValues(
  element: XmlElement,
  names: ReadonlyMap<string, string>,
): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const value of elementsIn(element, 'VariableValue')) {
    const [ref] = elementsIn(value, 'VariableRef');
    const name =
      names.get(plainGuid(ref?.attributes.targetGUID) ?? '') ?? 'a variable without a name';
    const text = elementsIn(value)
      .filter((part) => part.name !== 'VariableRef')
      .map(textIn)
      .join('')
      .trim();
    if (text !== '') found.push([name, text]);
  }
  return found;
}

/** The number that an article had; `undefined`: the file has none. */
export function sourceNumber(
  source: XmlElement,
  names: ReadonlyMap<string, string>,
): number | undefined {
  const text = variableValues(source, names).find(([name]) => name === articleNumber)?.[1];
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The metadata in a source's variables. What is no metadata here, and dates that can't be read, are reported. */
export function sourceMetadata(
  source: XmlElement,
  names: ReadonlyMap<string, string>,
  report: ReportBuilder,
): Partial<ArticleMetadata> {
  const metadata: { -readonly [Field in Fact]?: string } = {};
  for (const [name, text] of variableValues(source, names)) {
    if (name === articleNumber) continue;
    const fact = meanings.get(name.trim().toLowerCase());
    const place = source.attributes.name ?? null;
    if (fact === undefined || metadata[fact] !== undefined) {
      report.lose(
        `The variable “${name.slice(0, 60)}”`,
        'No fact of an article is called so here.',
        place,
      );
      continue;
    }
    const isDate = fact === 'published' || fact === 'updated';
    const value = isDate ? readPublished(text) : text;
    if (value === null)
      report.lose('A date', 'It can’t be told which day it means.', `${place}: ${text}`);
    else metadata[fact] = value;
  }
  return metadata;
}
