import type { ReportBuilder } from '../report-builder.ts';
import { elementsIn, type XmlElement } from '../xml/read-xml.ts';

const made = [
  'guid',
  'name',
  'creatingUser',
  'creationDateTime',
  'modifyingUser',
  'modifiedDateTime',
];
const noted = ['Description', 'NoteRef'];

/** What Project.xsd of REFI-QDA 1.5 lets an element have, for those that are read here. */
const parts: Readonly<
  Record<string, { attributes: readonly string[]; elements: readonly string[] }>
> = {
  Project: {
    attributes: [
      ...['name', 'origin', 'creatingUserGUID', 'creationDateTime', 'modifyingUserGUID'],
      ...['modifiedDateTime', 'basePath'],
    ],
    elements: [
      ...['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Graphs'],
      ...noted,
    ],
  },
  TextSource: {
    attributes: [...made, 'richTextPath', 'plainTextPath'],
    elements: ['PlainTextContent', 'PlainTextSelection', 'Coding', 'VariableValue', ...noted],
  },
  PlainTextSelection: {
    attributes: [...made, 'startPosition', 'endPosition'],
    elements: ['Coding', ...noted],
  },
  Coding: {
    attributes: ['guid', 'creatingUser', 'creationDateTime'],
    elements: ['CodeRef', 'NoteRef'],
  },
  Link: {
    attributes: ['guid', 'name', 'direction', 'color', 'originGUID', 'targetGUID'],
    elements: ['NoteRef'],
  },
};

/** Reports what an element has that the standard does not know. */
export function tellUnknown(element: XmlElement, report: ReportBuilder): void {
  const known = parts[element.name];
  if (known === undefined) return;
  const why = 'It is not part of REFI-QDA 1.5; it was passed over.';
  const place = element.attributes.name ?? element.attributes.guid ?? null;
  for (const name of Object.keys(element.attributes)) {
    if (!known.attributes.includes(name)) {
      report.lose(`The attribute “${shortened(name)}” of ${element.name}`, why, place);
    }
  }
  for (const { name } of elementsIn(element)) {
    if (!known.elements.includes(name)) {
      report.lose(`The element “${shortened(name)}” in ${element.name}`, why, place);
    }
  }
}

function shortened(name: string): string {
  return name.slice(0, 60);
}
