import { briefContentIn } from '../../../app/brief/brief-content.ts';
import { checkTitle } from '../../../app/brief/check/check-titles.ts';
import { citationState } from '../../../app/brief/live/citation-state.ts';
import type { RecordSource } from '../../../app/record/record-source.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';
import { countOf } from '../article-list.ts';
import { focusNamed } from '../focus.ts';
import { showOutline } from '../left-area.ts';
import type { Session } from '../session.ts';
import { checkGroups } from './check-list.ts';
import type { BriefCheckState } from './check-state.ts';

/** What is known of a brief's faults before it is exported. */
export interface OpenFindings {
  /** "3 findings of the check are open", "This brief has not been checked yet". */
  readonly summary: string;
  /** "2 quotations not verbatim": by kind, gravest first. */
  readonly kinds: readonly string[];
  /** Whether one of them is a fault, no mere question. */
  readonly isFault: boolean;
}

/**
 * What the last check of a brief left open, without what is ignored; of a brief that was not checked what its citations say
 * by themselves: which changed, and which lost their source. Cost: the findings, or one walk over the brief.
 */
export function openFindings(
  records: RecordSource,
  brief: BriefRecord,
  check: BriefCheckState,
  ignored: ReadonlySet<string>,
): OpenFindings {
  if (check.report === null || check.briefId !== brief.id) return unchecked(records, brief);
  const groups = checkGroups(check.report, ignored);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  const open = `${countOf(count, 'finding')} of the check ${count === 1 ? 'is' : 'are'} open`;
  const stale = check.isStale ? '; what was changed since is being checked' : '';
  return {
    summary: `${count === 0 ? 'The check left nothing open' : open}${stale}`,
    kinds: groups.map(({ title }) => title),
    isFault: groups.some((group) => group.isFault),
  };
}

function unchecked(records: RecordSource, brief: BriefRecord): OpenFindings {
  const counts = { missing: 0, changed: 0 };
  const walk = (node: RichTextNode): void => {
    const kind = citationState(records, node)?.kind;
    if (kind === 'missing' || kind === 'changed') counts[kind] += 1;
    for (const child of node.content ?? []) walk(child);
  };
  walk(briefContentIn(records, brief));
  const kinds = (['missing', 'changed'] as const).flatMap((kind) =>
    counts[kind] === 0 ? [] : [checkTitle(kind, counts[kind])],
  );
  const summary = 'This brief has not been checked yet';
  return { summary, kinds, isFault: kinds.length > 0 };
}

/** Shows a brief with its check, which begins by itself where there was none. */
export function showCheck(session: Session, brief: BriefRecord): void {
  session.set({ briefId: brief.id });
  // The check stands below the outline.
  showOutline(session, { focus: false });
  focusNamed('check-list');
}
