import type { Maker } from '../base/maker.ts';
import type { Result } from '../base/result.ts';
import { failure, success } from '../base/result.ts';
import type { Diff } from '../record/diff.ts';
import { emptyDiff } from '../record/diff.ts';
import type { LinkTypeId } from '../record/ids.ts';
import { newRecord, nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { LinkEnd, LinkRecord, LinkTypeRecord } from '../record/records.ts';

/** Why a link can't be made or changed: one thing with itself, or there already. */
export type LinkFault = 'same' | 'known';

/**
 * Links two ends, each an annotation or a claim (rules L1 and L2); a record may stand for its end. Fails with `same` for
 * one thing with itself, `known` for a link that is there. Cost: the links at `from`.
 */
export function addLink(
  maker: Maker,
  source: RecordSource,
  from: LinkEnd,
  to: LinkEnd,
  typeId: LinkTypeId,
): Result<{ readonly link: LinkRecord; readonly diff: Diff }, LinkFault> {
  const what = from.kind === 'claim' ? 'claim' : 'passage';
  if (from.id === to.id) {
    return failure('same', `A ${what} cannot be linked with itself. Choose another ${what}.`);
  }
  if (findLink(source, from.id, to.id, typeId) !== null) {
    const both = from.kind === to.kind ? `These two ${what}s` : 'This passage and this claim';
    return failure('known', `${both} are linked in this way already.`);
  }
  const link = newRecord(maker, 'link', {
    typeId,
    from: from.id,
    ...(from.kind === 'claim' && { fromKind: 'claim' }),
    // Not the record itself, which may have been given for its end.
    to: { kind: to.kind, id: to.id } as LinkEnd,
  });
  return success({ link, diff: { added: [link], updated: [], removed: [] } });
}

/** The link of a type between two ends in that direction, or in either if the type is symmetric; `null`: none. */
function findLink(
  source: RecordSource,
  from: LinkEnd['id'],
  to: LinkEnd['id'],
  typeId: LinkTypeId,
): LinkRecord | null {
  const symmetric = source.get('linkType', typeId)?.symmetric === true;
  const isIt = (link: LinkRecord): boolean =>
    link.typeId === typeId &&
    ((link.from === from && link.to.id === to) ||
      (symmetric && link.from === to && link.to.id === from));
  return source.linksAt(from).find(isIt) ?? null;
}

/** Writes down why a link is there; only spaces: nothing is written. The same words are no change. */
export function setLinkNote(maker: Maker, link: LinkRecord, text: string): Diff {
  const note = text.trim();
  if (note === (link.note ?? '')) return emptyDiff;
  const { note: _before, ...bare } = link;
  const next = nextRecord<LinkRecord>(maker, bare, note === '' ? {} : { note });
  return { added: [], updated: [[link, next]], removed: [] };
}

/** How a link reads from its start or from its end. */
export function relationName(type: LinkTypeRecord | null, starts: boolean): string {
  if (type === null) return 'is linked with';
  return starts || type.symmetric ? type.name : type.inverseName;
}
