import { normalisePublished } from '../article/published-date.ts';

/** From a moment up to another, which is not in it: milliseconds since 1970 in UTC. */
export interface PublishedRange {
  readonly from: number;
  readonly to: number;
}

const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * The time that a date of whatever precision may mean (rule S7): of `2024-02` the whole of February. A date without a
 * zone is taken as UTC. `null` for what is no date.
 */
export function publishedRange(published: string): PublishedRange | null {
  const normal = normalisePublished(published);
  const match = normal === null ? null : parts.exec(normal);
  if (match === null) return null;
  const [year = 0, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const start: [number, number, number, number, number, number] = [
    year,
    (month ?? 1) - 1,
    day ?? 1,
    hour ?? 0,
    minute ?? 0,
    second ?? 0,
  ];
  const end: typeof start = [...start];
  // The last part that is known counts one on; Date.UTC carries over.
  const last = [year, month, day, hour === undefined ? undefined : minute, second].findLastIndex(
    (part) => part !== undefined,
  );
  const place = last >= 3 ? last + 1 : last;
  end[place] = (end[place] ?? 0) + 1;
  const shift = zoneMilliseconds(match[7] ?? 'Z');
  return { from: Date.UTC(...start) - shift, to: Date.UTC(...end) - shift };
}

function zoneMilliseconds(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
