import { foldTagName } from '../../../app/annotation/fold-tag-name.ts';
import { comparePublished } from '../../../app/article/published-date.ts';
import { claimStatuses } from '../../../app/claim/claim-diffs.ts';
import { claimTree } from '../../../app/claim/claim-tree.ts';
import { presentEvidence } from '../../../app/claim/present-evidence.ts';
import { speakerName } from '../../../app/claim/speakers.ts';
import type { ClaimId } from '../../../app/record/ids.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { ClaimRecord } from '../../../app/record/records.ts';
import { type ClaimsFilter, isFiltered } from './claims-state.ts';
import type { ClaimsListView, ClaimsSort } from './claims-view-setting.ts';

/** One line of the list of claims. */
export interface ClaimLine {
  readonly claim: ClaimRecord;
  /** 1 at the top. */
  readonly level: number;
  /** Whether the claims below it are listed; `null`: there are none. */
  readonly isOpen: boolean | null;
  /** Its place among those listed below one parent, from 1, and their number. */
  readonly place: number;
  readonly siblings: number;
  /** `false`: it is only the way to claims below it that the filter lets through. */
  readonly isFound: boolean;
}

/** The lines, and how many claims the filter lets through. */
export interface ClaimLines {
  readonly lines: readonly ClaimLine[];
  readonly found: number;
}

/**
 * The claims as a tree of lines (rule Q12). A filter opens what is folded up. Cost: all claims; with a sort, O(n log n). Asked
 * anew when claims, speakers, filter or view are others, never per key in a field elsewhere.
 */
export function claimLines(
  records: RecordSource,
  filter: ClaimsFilter,
  view: ClaimsListView,
): ClaimLines {
  const claims = records.list('claim');
  const tree = claimTree(claims);
  const narrowed = isFiltered(filter);
  const lets = narrowed ? claimFilter(records, filter) : () => true;
  const found = new Set<ClaimId>();
  const shown = new Set<ClaimId>();
  for (const claim of claims) {
    if (!lets(claim)) continue;
    found.add(claim.id);
    if (!narrowed) continue;
    for (let at: ClaimRecord | null = claim; at !== null && !shown.has(at.id); ) {
      shown.add(at.id);
      at = tree.parent(at.id);
    }
  }
  const collapsed = new Set(view.collapsed);
  const compare = claimOrder(records, view.sort);
  const listed = (parentId: ClaimId | null): readonly ClaimRecord[] => {
    const all = tree.children(parentId);
    const some = narrowed ? all.filter(({ id }) => shown.has(id)) : all;
    const sorted = compare === null ? some : [...some].sort(compare);
    return view.descending ? sorted.toReversed() : sorted;
  };
  const lines: ClaimLine[] = [];
  // A stack of its own: claims may be nested deeper than calls can be.
  const waiting: { claim: ClaimRecord; level: number; place: number; siblings: number }[] = [];
  const push = (siblings: readonly ClaimRecord[], level: number): void => {
    for (let index = siblings.length - 1; index >= 0; index -= 1) {
      const claim = siblings[index];
      if (claim === undefined) continue;
      waiting.push({ claim, level, place: index + 1, siblings: siblings.length });
    }
  };
  push(listed(null), 1);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { claim, level } = next;
    const below = listed(claim.id);
    const isOpen = below.length === 0 ? null : narrowed || !collapsed.has(claim.id);
    lines.push({ ...next, isOpen, isFound: found.has(claim.id) });
    if (isOpen === true) push(below, level + 1);
  }
  return { lines, found: found.size };
}

/** Whether a claim is let through by a filter. */
function claimFilter(records: RecordSource, filter: ClaimsFilter): (claim: ClaimRecord) => boolean {
  const words = foldTagName(filter.text).split(' ').filter(Boolean);
  const { status, speaker, tagId, importance } = filter;
  const wantedName = speaker !== null && 'text' in speaker ? foldTagName(speaker.text) : '';
  // Many claims are of few speakers.
  const names = new Map<string, string>();
  const folded = (name: string): string => {
    const known = names.get(name) ?? foldTagName(name);
    names.set(name, known);
    return known;
  };
  const isBy = (claim: ClaimRecord): boolean => {
    if (speaker === null) return true;
    if ('id' in speaker) return claim.speakerId === speaker.id;
    return !claim.speakerId && folded(claim.speaker ?? '') === wantedName;
  };
  return (claim) => {
    if (status !== null && claim.status !== status) return false;
    if (importance !== null && (claim.importance ?? 0) < importance) return false;
    if (tagId !== null && !claim.tagIds.includes(tagId)) return false;
    if (!isBy(claim)) return false;
    if (words.length === 0) return true;
    const own = ownWords(claim);
    const by = folded(speakerName(records, claim) ?? '');
    return words.every((word) => own.includes(word) || by.includes(word));
  };
}

const wordsOf = new WeakMap<ClaimRecord, string>();

/** What a claim says of itself, folded: once for each claim, as folding thousands of them for each key takes too long. */
function ownWords(claim: ClaimRecord): string {
  const known =
    wordsOf.get(claim) ??
    foldTagName([`C${claim.number}`, claim.wording, claim.place ?? ''].join(' '));
  wordsOf.set(claim, known);
  return known;
}

const collator = new Intl.Collator('en', { numeric: true });

/** What comes first; `null`: the claims' own order. Of equals, and of what is not there, the lower number; what is not there last. */
function claimOrder(
  records: RecordSource,
  sort: ClaimsSort,
): ((one: ClaimRecord, other: ClaimRecord) => number) | null {
  const byNumber = (one: ClaimRecord, other: ClaimRecord): number => one.number - other.number;
  const by =
    (compare: (one: ClaimRecord, other: ClaimRecord) => number) =>
    (one: ClaimRecord, other: ClaimRecord): number =>
      compare(one, other) || byNumber(one, other);
  switch (sort) {
    case 'order':
      return null;
    case 'number':
      return byNumber;
    case 'wording':
      return by((one, other) => collator.compare(one.wording, other.wording));
    case 'speaker': {
      const names = new Map<ClaimRecord, string>();
      const name = (claim: ClaimRecord): string => {
        const known = names.get(claim) ?? speakerName(records, claim) ?? '\uffff';
        names.set(claim, known);
        return known;
      };
      return by((one, other) => collator.compare(name(one), name(other)));
    }
    case 'said on':
      return by((one, other) => comparePublished(one.saidOn, other.saidOn));
    case 'status':
      return by(
        (one, other) => claimStatuses.indexOf(one.status) - claimStatuses.indexOf(other.status),
      );
    case 'importance':
      return by((one, other) => (other.importance ?? 0) - (one.importance ?? 0));
    case 'passages': {
      const counts = new Map<ClaimId, number>();
      const count = ({ id }: ClaimRecord): number => {
        const known = counts.get(id) ?? presentEvidence(records, id).length;
        counts.set(id, known);
        return known;
      };
      return by((one, other) => count(other) - count(one));
    }
  }
}
