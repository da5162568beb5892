import { type TagFilter, tagFilter } from '../../session/codebook/tag-filter.ts';
import { useRecords, useSession, useSessionState } from './session-context.ts';

/** The tag filter as it is now; draws anew when it, or what its tags are called, changes. `null`: there is none. */
export function useTagFilter(): TagFilter | null {
  const session = useSession();
  useSessionState((state) => state.tagFilter);
  useRecords((records) => records.list('tag'));
  return tagFilter(session);
}
