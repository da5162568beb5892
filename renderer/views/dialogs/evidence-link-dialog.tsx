import { type ReactNode, useState } from 'react';
import type { AnnotationId, LinkTypeId } from '../../../app/record/ids.ts';
import { countOf } from '../../session/article-list.ts';
import { linkAnnotations } from '../../session/evidence/evidence-batch.ts';
import { findAnnotations } from '../../session/evidence/find-annotations.ts';
import { type ChoiceItem, ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession, useSessionState } from '../parts/session-context.ts';

/** More are reached by typing. */
const offered = 40;

/** Links several annotations to one: how they relate, then which one. */
export function EvidenceLinkDialog(props: {
  readonly annotationIds: readonly AnnotationId[];
}): ReactNode {
  const session = useSession();
  const { annotationIds } = props;
  const types = useRecords((records) => records.list('linkType'));
  const linkFrom = useSessionState((state) => state.linkFrom);
  const usual = types.find(({ name }) => name === 'repeats') ?? types[0];
  const [typeId, setTypeId] = useState<LinkTypeId | null>(usual?.id ?? null);
  const begun = linkFrom === null ? [] : [linkFrom];
  // One passage is not linked to itself.
  const [only = null, ...more] = annotationIds;
  const self = more.length === 0 ? only : null;
  const items = (typed: string): readonly ChoiceItem[] =>
    findAnnotations(session.store.records, typed, offered, begun, self).map(
      ({ annotation, source }) => ({
        id: annotation.id,
        text: `${source.listed.number}:${annotation.number} ${annotation.passage.quote.slice(0, 200).toWellFormed()}`,
        detail: [source.listed.outlet, source.listed.date].filter(Boolean).join(' · '),
      }),
    );
  return (
    <Dialog
      closeButton
      title={`Link ${countOf(annotationIds.length, 'annotation')}`}
      onClose={() => session.closeDialog()}
    >
      <label className="field">
        <span>{annotationIds.length === 1 ? 'It' : 'Each of them'}</span>
        <select
          value={typeId ?? ''}
          onChange={(event) => setTypeId(event.target.value as LinkTypeId)}
        >
          {types.map((type) => (
            <option key={type.id} value={type.id}>
              {type.name}
            </option>
          ))}
        </select>
      </label>
      <ChoiceList
        label="The other passage"
        placeholder="Number (3:10) or words of the other passage"
        items={items}
        empty="No annotation has these words."
        onChoose={(id) => {
          session.closeDialog();
          if (typeId !== null) linkAnnotations(session, annotationIds, id as AnnotationId, typeId);
        }}
      />
    </Dialog>
  );
}
