import type { ReactNode } from 'react';
import { listArticle } from '../../session/article-list.ts';
import { askToFile } from '../../session/matrix/matrix-evidence.ts';
import {
  articlesOfSide,
  showFoundSentence,
  toggleFound,
} from '../../session/matrix/matrix-side.ts';
import type { MatrixFound, MatrixSide } from '../../session/matrix/matrix-state.ts';
import { useRecords, useSession } from '../parts/session-context.ts';
import { SideList } from './side-list.tsx';

/** The sentences that the search of a cell found: arrows show one in its text, Space chooses, Enter files. */
export function FoundList({ side }: { readonly side: MatrixSide }): ReactNode {
  const session = useSession();
  const found = side.searched?.found ?? [];
  const several = articlesOfSide(session, side).length > 1;
  const readOnly = session.store.project.readOnly !== null;
  return (
    <SideList
      label="Sentences found"
      count={found.length}
      keyOf={(index) => `${found[index]?.articleId} ${found[index]?.start}`}
      multiple
      isChosen={(index) => side.chosen.has(index)}
      onShow={(index) => {
        const one = found[index];
        if (one !== undefined) showFoundSentence(session, one);
      }}
      onChoose={(index) => {
        if (!readOnly) toggleFound(session, index);
      }}
      onEnter={(index) => {
        if (!readOnly) askToFile(session, index);
      }}
      onLeave={() => document.querySelector<HTMLElement>('.matrix-query input')?.focus()}
      empty={<span className="hint">Nothing is listed.</span>}
    >
      {(index) => {
        const one = found[index];
        return (
          <>
            <span className="found-check" aria-hidden="true">
              {side.chosen.has(index) ? '☑' : '☐'}
            </span>
            {one !== undefined && <Sentence found={one} several={several} />}
          </>
        );
      }}
    </SideList>
  );
}

function Sentence(props: { readonly found: MatrixFound; readonly several: boolean }): ReactNode {
  const { found } = props;
  return (
    <span className="found-words">
      {props.several && <Source found={found} />}
      {found.parts.map((part, place) =>
        part.isHit ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change
          <mark key={place}>{part.text}</mark>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}

function Source({ found }: { readonly found: MatrixFound }): ReactNode {
  const article = useRecords((records) => records.get('article', found.articleId));
  if (article === null) return null;
  const { metadata, date } = listArticle(article);
  return (
    <span className="found-source">
      {metadata.title}
      {date !== null && `, ${date}`}:{' '}
    </span>
  );
}
