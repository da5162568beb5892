import type { Maker } from '../../../app/base/maker.ts';
import type { Change } from '../../../app/record/change.ts';
import { claimsMade } from '../../../app/record/counters.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord } from '../../../app/record/record-factory.ts';

/** The link types that every project begins with: name, name from the other end, whether both ends say the same. */
const linkTypes: readonly (readonly [name: string, inverseName: string, symmetric: boolean])[] = [
  ['supports', 'is supported by', false],
  ['contradicts', 'contradicts', true],
  ['repeats', 'is repeated by', false],
  ['paraphrases', 'is paraphrased by', false],
  ['elaborates', 'is elaborated by', false],
  ['updates', 'is updated by', false],
  ['quotes', 'is quoted by', false],
];

/** The first entry of every journal: the link types, the project's name at its making, and the count of claims. */
export function firstChange(maker: Maker, projectName: string): Change {
  const types = linkTypes.map(([name, inverseName, symmetric]) =>
    newRecord(maker, 'linkType', { name, inverseName, symmetric }),
  );
  const setting = newRecord(maker, 'setting', { name: 'project-name', value: projectName });
  const counter = newRecord(maker, 'setting', { name: claimsMade, value: 0 });
  const added = [...types, setting, counter];
  return newChange(maker, 'Create project', { added, updated: [], removed: [] });
}
