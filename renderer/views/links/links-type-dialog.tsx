import type { ReactNode } from 'react';
import type { LinkId } from '../../../app/record/ids.ts';
import { countOf } from '../../session/article-list.ts';
import { retypeLinks } from '../../session/links/links-edit.ts';
import { relationReadings } from '../../session/links/relation-readings.ts';
import { type ChoiceItem, ChoiceList } from '../parts/choice-list.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { LinkLineSample } from './link-line-sample.tsx';

/** Asks which type links are to have; the reading from the other end turns them round. */
export function LinksTypeDialog({ linkIds }: { readonly linkIds: readonly LinkId[] }): ReactNode {
  const session = useSession();
  const types = useRecords((records) => records.list('linkType'));
  const readings = relationReadings(types);
  const items = (typed: string): readonly ChoiceItem[] =>
    readings.flatMap(({ typeId, starts, text }, index) => {
      if (!text.toLowerCase().includes(typed.trim().toLowerCase())) return [];
      const type = types.find(({ id }) => id === typeId) ?? null;
      const lead = <LinkLineSample key={text} type={type} />;
      const turned = starts ? {} : { detail: 'and turned round' };
      return [{ id: String(index), text, lead, ...turned }];
    });
  const what = linkIds.length === 1 ? 'the link' : countOf(linkIds.length, 'link');
  return (
    <Dialog closeButton title={`Change the type of ${what}`} onClose={() => session.closeDialog()}>
      <ChoiceList
        label="Type of link"
        placeholder="Name of the type"
        items={items}
        empty="No type is called so. Make one under “Types of links…”."
        onChoose={(id) => {
          session.closeDialog();
          const chosen = readings[Number(id)];
          if (chosen !== undefined) retypeLinks(session, linkIds, chosen, !chosen.starts);
        }}
      />
    </Dialog>
  );
}
