import type { Maker } from '../base/maker.ts';
import type { LinkTypeId } from '../record/ids.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { LinkRecord } from '../record/records.ts';
import { linkStart } from './link-ends.ts';
import { type SettledLinks, settleLinks } from './settle-links.ts';

/** What becomes of links that are changed together. */
export interface LinksEdit {
  /** Absent: the type stays. */
  readonly typeId?: LinkTypeId;
  /** Whether they run the other way afterwards. Absent: no. */
  readonly reverse?: boolean;
}

/**
 * Gives links another type, another direction, or both; what would then be said twice is said once (rule L3). `links` names
 * each once. A link whose type says the same from both ends is not turned round. One diff.
 */
export function editLinks(
  maker: Maker,
  source: RecordSource,
  links: readonly LinkRecord[],
  edit: LinksEdit,
): SettledLinks {
  const isSymmetric = (id: LinkTypeId): boolean => source.get('linkType', id)?.symmetric === true;
  const wishes = links.map((link) => {
    const typeId = edit.typeId ?? link.typeId;
    const turns = edit.reverse === true && !isSymmetric(typeId);
    const typed = typeId === link.typeId ? link : { ...link, typeId };
    return [link, turns ? reversed(typed) : typed] as const;
  });
  return settleLinks(maker, source, wishes, isSymmetric);
}

/** A link that runs the other way, otherwise the same. */
export function reversed(link: LinkRecord): LinkRecord {
  const { fromKind: _before, ...bare } = link;
  const start = link.to.kind === 'claim' ? ({ fromKind: 'claim' } as const) : {};
  return { ...bare, ...start, from: link.to.id, to: linkStart(link) };
}
