import type { ClaimStatus, Importance } from '../../record/records.ts';
import type { ClaimDraft } from '../import-draft.ts';
import { noteOf } from '../table/note-words.ts';
import { elementsIn, textIn, type XmlElement } from '../xml/read-xml.ts';
import type { ClaimVariable } from './claim-variables.ts';
import { plainGuid } from './guid.ts';
import type { ProjectReading } from './project-reading.ts';
import { variableValues } from './source-metadata.ts';

const statuses: readonly string[] = ['open', 'corroborated', 'disputed', 'refuted'];

/** The claims among a project's cases. Cases of other programs are persons, places, interviews: they are reported. */
export function* readCases(project: XmlElement, reading: ProjectReading): Generator<ClaimDraft> {
  const cases = elementsIn(project, 'Cases').flatMap((all) => elementsIn(all, 'Case'));
  const claims: { readonly element: XmlElement; readonly values: ReadonlyMap<string, string> }[] =
    [];
  for (const element of cases) {
    const values = new Map(variableValues(element, reading.variables));
    if (values.has('claim: status' satisfies ClaimVariable)) claims.push({ element, values });
    else {
      const name = element.attributes.name ?? null;
      reading.report.lose(
        'Cases',
        'Persons, places and the like have no records of their own here.',
        name,
      );
    }
  }
  for (const { element } of claims) {
    const guid = plainGuid(element.attributes.guid);
    if (guid !== null) reading.claims.set(guid, reading.key(element.attributes.guid, 'claim'));
  }
  for (const { element, values } of claims) yield claimDraft(element, values, reading);
}

function claimDraft(
  element: XmlElement,
  values: ReadonlyMap<string, string>,
  reading: ProjectReading,
): ClaimDraft {
  const value = (name: ClaimVariable): string | null => values.get(name) ?? null;
  const number = (name: ClaimVariable): number | null => {
    const found = Number(value(name) ?? Number.NaN);
    return Number.isFinite(found) ? found : null;
  };
  const wording = element.attributes.name ?? '';
  const status = value('claim: status') ?? '';
  const speaker = value('claim: speaker');
  const importance = number('claim: importance');
  const confidence = number('claim: confidence');
  const ownNumber = number('claim: number');
  const guid = plainGuid(element.attributes.guid) ?? '';
  return {
    kind: 'claim',
    key: reading.claims.get(guid) ?? reading.key(undefined, 'claim'),
    where: `case “${wording.slice(0, 80)}”`,
    wording,
    speaker: speaker === null ? null : { name: speaker },
    saidOn: value('claim: said on'),
    saidUntil: value('claim: said until'),
    place: value('claim: place'),
    importance:
      importance !== null && [1, 2, 3].includes(importance) ? (importance as Importance) : null,
    parentKey: reading.claims.get(plainGuid(value('claim: part of') ?? '') ?? '') ?? null,
    // Read strictly: a status is one of four words.
    ...(statuses.includes(status) ? { status: status as ClaimStatus } : {}),
    confidence: confidence !== null && confidence >= 0 && confidence <= 1 ? confidence : null,
    tags: elementsIn(element, 'CodeRef')
      .map(({ attributes }) => plainGuid(attributes.targetGUID))
      .filter((code) => code !== null)
      .map((key) => ({ key })),
    note: noteOf(elementsIn(element, 'Description').map(textIn).join('\n')),
    ...(ownNumber !== null && Number.isInteger(ownNumber) && ownNumber > 0
      ? { number: ownNumber }
      : {}),
  };
}
