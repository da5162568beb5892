import type { ReactNode } from 'react';
import { locale } from '../../session/article-list.ts';
import type { Screen } from '../../session/session-state.ts';

type Progress = (Screen & { readonly kind: 'opening' })['progress'];

/** While a project is being opened; of a large one that this window has no database of, how far that is. */
export function OpeningScreen({ progress }: { readonly progress: Progress }): ReactNode {
  if (progress === null) return <p className="opening">Opening…</p>;
  const { done, total } = progress;
  const records = done.toLocaleString(locale);
  return (
    <div className="opening">
      <p role="status">
        Opening… What this computer keeps of the project is being made from its journal. That is
        done once.
      </p>
      <progress
        aria-label="Opening the project"
        {...(total === null ? {} : { value: done, max: total })}
      />
      <p>
        {total === null
          ? `${records} records read`
          : `${records} of ${total.toLocaleString(locale)} records`}
      </p>
    </div>
  );
}
