import { type ReactNode, useEffect, useState } from 'react';
import { countOf } from '../../session/article-list.ts';
import type { BriefWords } from '../../session/writing/open-brief.ts';
import { useSession } from '../parts/session-context.ts';

/** After a pause in writing of so many milliseconds the words are counted anew. */
const pause = 300;

/** How many words the brief has, the writer's own and those that are quoted apart, and how many are selected. */
export function WordCount(): ReactNode {
  const { openBrief } = useSession();
  const [words, setWords] = useState<{ all: BriefWords; selected: BriefWords | null } | null>(null);
  useEffect(() => {
    const count = (): void => setWords(openBrief.editor?.writing?.words() ?? null);
    let timer = setTimeout(count);
    const stop = openBrief.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(count, pause);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [openBrief]);
  if (words === null) return null;
  const { all, selected } = words;
  return (
    <span className="brief-words" title="Words of your own, and of the passages that are quoted">
      {selected === null ? said(all) : `${said(selected)} selected`}
    </span>
  );
}

function said({ own, quoted }: BriefWords): string {
  const words = countOf(own, 'word');
  return quoted === 0 ? words : `${words} + ${quoted.toLocaleString('en-GB')} quoted`;
}
