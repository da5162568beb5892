import { derivedId } from '../../base/derived-id.ts';
import type { RecordBase } from '../../record/record-base.ts';
import { openXml, writeXml, type XmlPart } from '../xml/write-xml.ts';
import { articleNumber } from './source-metadata.ts';

/** An element with its parts, or nothing where there are none: the schema allows no empty ones. */
export function* within(name: string, parts: Iterable<XmlPart>): Generator<string> {
  let isOpen = false;
  for (const part of parts) {
    if (!isOpen) yield openXml({ name }, 1);
    isOpen = true;
    yield writeXml(part, 2);
  }
  if (isOpen) yield `  </${name}>\n`;
}

/** A coding for each tag of an article or an annotation; their guids follow from both. */
export function codings(
  owner: string,
  tagIds: readonly string[],
  record: Pick<RecordBase<string, string>, 'author'>,
): readonly XmlPart[] {
  return tagIds.map((tagId) => ({
    name: 'Coding',
    attributes: {
      guid: derivedId(['refi coding', owner, tagId], null),
      creatingUser: record.author === '' ? undefined : userGuid(record.author),
    },
    content: [ref('CodeRef', tagId)],
  }));
}

/** The value of a variable by its name, in the type that it has; nothing where there is none. */
export function* variableValue(
  name: string,
  value: string | number | null | undefined,
): Generator<XmlPart> {
  if (value === null || value === undefined || value === '') return;
  const type = typeOf(name);
  // xsd:decimal knows no exponents.
  const written = String(value);
  const isTiny = typeof value === 'number' && written.includes('e');
  const text = isTiny ? value.toFixed(20) : written;
  yield {
    name: 'VariableValue',
    content: [ref('VariableRef', variableGuid(name)), { name: `${type}Value`, content: text }],
  };
}

const integers: ReadonlySet<string> = new Set([
  articleNumber,
  'claim: number',
  'claim: importance',
]);

/** What a variable of ours holds. */
export function typeOf(name: string): 'Text' | 'Integer' | 'Float' {
  if (name === 'claim: confidence') return 'Float';
  return integers.has(name) ? 'Integer' : 'Text';
}

/** A note of plain text, with a guid that follows from what it belongs to. */
export function note(
  owner: string,
  name: string,
  text: string,
  attributes: Readonly<Record<string, string | undefined>>,
): XmlPart {
  return {
    name: 'Note',
    attributes: { guid: noteGuid(owner), name, ...attributes },
    content: [{ name: 'PlainTextContent', content: text }],
  };
}

/** The author is known of the latest state only. */
export function made(
  record: Pick<RecordBase<string, string>, 'author' | 'createdAt' | 'modifiedAt'>,
): Readonly<Record<string, string | undefined>> {
  const user = record.author === '' ? undefined : userGuid(record.author);
  return {
    creatingUser: user,
    creationDateTime: record.createdAt,
    modifyingUser: user,
    modifiedDateTime: record.modifiedAt,
  };
}

/** A reference to what has a guid. */
export function ref(name: string, targetGUID: string): XmlPart {
  return { name, attributes: { targetGUID } };
}

/** The guid of a person, who is only a name here. */
export function userGuid(name: string): string {
  return derivedId(['refi user', name], null);
}

/** The guid of a variable, by its name. */
export function variableGuid(name: string): string {
  return derivedId(['refi variable', name], null);
}

/** The guid of the note of a record. */
export function noteGuid(owner: string): string {
  return derivedId(['refi note', owner], null);
}
