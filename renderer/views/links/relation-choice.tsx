import type { ReactNode } from 'react';
import type { LinkTypeId } from '../../../app/record/ids.ts';
import type { LinkRecord } from '../../../app/record/records.ts';
import { retypeLinks } from '../../session/links/links-edit.ts';
import { relationReadings } from '../../session/links/relation-readings.ts';
import { useRecords, useSession } from '../parts/session-context.ts';

/** Type and direction of a link in one choice: every way in which a link can read from this end. */
export function RelationChoice(props: {
  readonly link: LinkRecord;
  /** Whether it is seen from its start. */
  readonly starts: boolean;
  readonly label: string;
}): ReactNode {
  const session = useSession();
  const { link, starts } = props;
  const types = useRecords((records) => records.list('linkType'));
  const readings = relationReadings(types);
  const symmetric = types.find(({ id }) => id === link.typeId)?.symmetric === true;
  const value = readingId(link.typeId, starts || symmetric);
  return (
    <select
      className="relation-choice"
      aria-label={props.label}
      value={value}
      onChange={(event) => {
        const chosen = readings.find(
          (one) => readingId(one.typeId, one.starts) === event.target.value,
        );
        if (chosen === undefined) return;
        const type = types.find(({ id }) => id === chosen.typeId);
        const turns = type?.symmetric !== true && chosen.starts !== starts;
        retypeLinks(session, [link.id], chosen, turns);
      }}
    >
      {readings.map(({ typeId, starts: reads, text }) => (
        <option key={readingId(typeId, reads)} value={readingId(typeId, reads)}>
          {text}
        </option>
      ))}
    </select>
  );
}

function readingId(typeId: LinkTypeId, starts: boolean): string {
  return `${typeId} ${starts ? 'from' : 'to'}`;
}
