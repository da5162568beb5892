import type { ReactNode } from 'react';
import type { LinkLine, TagColor } from '../../../app/record/records.ts';

/** What of a type is drawn. */
interface LinkLook {
  readonly symmetric: boolean;
  readonly line?: LinkLine | undefined;
  readonly color?: TagColor | undefined;
}

/** How links of a type are drawn: their line and colour, with an arrowhead where they have a direction. */
export function LinkLineSample({ type }: { readonly type: LinkLook | null }): ReactNode {
  return (
    <svg
      className="link-line"
      data-line={type?.line ?? 'solid'}
      data-color={type?.color ?? 0}
      viewBox="0 0 30 10"
      width="30"
      height="10"
      aria-hidden="true"
    >
      {type?.line === 'double' ? (
        <path d="M1 3.5H24M1 6.5H24" />
      ) : (
        <path d={type?.symmetric === true ? 'M1 5H29' : 'M1 5H26'} />
      )}
      {type?.symmetric !== true && <path className="link-arrow" d="M23.5 1.5L29 5L23.5 8.5" />}
    </svg>
  );
}
