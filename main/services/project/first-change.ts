import type { Maker } from '../../../app/base/maker.ts';
import { firstLinkTypes } from '../../../app/link/first-link-types.ts';
import type { Change } from '../../../app/record/change.ts';
import { claimsMade } from '../../../app/record/counters.ts';
import { newChange } from '../../../app/record/new-change.ts';
import { newRecord } from '../../../app/record/record-factory.ts';

/** The first entry of every journal: the link types, the project's name at its making, and the count of claims. */
export function firstChange(maker: Maker, projectName: string): Change {
  const types = firstLinkTypes.map(([name, inverseName, symmetric]) =>
    newRecord(maker, 'linkType', { name, inverseName, symmetric }),
  );
  const setting = newRecord(maker, 'setting', { name: 'project-name', value: projectName });
  const counter = newRecord(maker, 'setting', { name: claimsMade, value: 0 });
  const added = [...types, setting, counter];
  return newChange(maker, 'Create project', { added, updated: [], removed: [] });
}
