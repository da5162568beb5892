import type { Maker } from '../base/maker.ts';
import type { Diff } from '../record/diff.ts';
import type { LinkId, LinkTypeId } from '../record/ids.ts';
import { nextRecord } from '../record/record-factory.ts';
import type { RecordSource } from '../record/record-source.ts';
import type { LinkRecord } from '../record/records.ts';

/** A link as it is, and as it is to be: same ends, maybe the other way round. The same object for one that stays. */
export type LinkWish = readonly [before: LinkRecord, after: LinkRecord];

/** What becomes of links. */
export interface SettledLinks {
  readonly diff: Diff;
  /** How many of them say something else than before. */
  readonly changed: number;
  /** How many were removed because another says the same. */
  readonly merged: number;
}

/**
 * Changes links so that none says what another says already (rule L3): of several, one that was not to be changed stays,
 * else the oldest, and takes a note if it has none. `wishes` names each link once. Cost: the links at their starts.
 */
export function settleLinks(
  maker: Maker,
  source: RecordSource,
  wishes: readonly LinkWish[],
  isSymmetric: (typeId: LinkTypeId) => boolean,
): SettledLinks {
  const wished = new Set<LinkId>(wishes.map(([{ id }]) => id));
  const now = new Map<LinkId, LinkRecord>(wishes.map(([{ id }, after]) => [id, after]));
  const before = new Map<LinkId, LinkRecord>(wishes.map(([link]) => [link.id, link]));
  const removed = new Map<LinkId, LinkRecord>();
  const between = new LinksBetween(source);
  // The youngest goes first, so that the oldest is what stays.
  const youngestFirst = wishes.map(([link]) => link).sort((a, b) => (a.id < b.id ? 1 : -1));
  for (const old of youngestFirst) {
    const link = now.get(old.id) ?? old;
    const twins = between
      .pairOf(old)
      .filter(({ id }) => id !== old.id && !removed.has(id))
      .filter((peer) => saySame(link, now.get(peer.id) ?? peer, isSymmetric(link.typeId)));
    const twin = twins.find(({ id }) => !wished.has(id)) ?? twins[0];
    if (twin === undefined) continue;
    removed.set(old.id, old);
    const staying = now.get(twin.id) ?? twin;
    if (link.note === undefined || staying.note !== undefined) continue;
    before.set(twin.id, before.get(twin.id) ?? twin);
    now.set(twin.id, { ...staying, note: link.note });
  }
  const updated = [...now].flatMap(([id, after]) => {
    const old = before.get(id);
    if (old === undefined || old === after || removed.has(id)) return [];
    return [[old, nextRecord(maker, after, {})] as const];
  });
  return {
    diff: { added: [], updated, removed: [...removed.values()] },
    changed: updated.filter(([{ id }]) => wished.has(id)).length,
    merged: removed.size,
  };
}

function saySame(one: LinkRecord, other: LinkRecord, symmetric: boolean): boolean {
  if (one.typeId !== other.typeId) return false;
  return symmetric || (one.from === other.from && one.to.id === other.to.id);
}

/** The links between two ends, whichever way they run. Each end's links are looked at once, however often one is asked. */
class LinksBetween {
  readonly #source: RecordSource;
  readonly #byEnd = new Map<string, ReadonlyMap<string, readonly LinkRecord[]>>();

  constructor(source: RecordSource) {
    this.#source = source;
  }

  pairOf({ from, to }: LinkRecord): readonly LinkRecord[] {
    let byOther = this.#byEnd.get(from);
    if (byOther === undefined) {
      const grouped = new Map<string, LinkRecord[]>();
      for (const link of this.#source.linksAt(from)) {
        const other = link.from === from ? link.to.id : link.from;
        const group = grouped.get(other);
        if (group === undefined) grouped.set(other, [link]);
        else group.push(link);
      }
      byOther = grouped;
      this.#byEnd.set(from, byOther);
    }
    return byOther.get(to.id) ?? [];
  }
}
