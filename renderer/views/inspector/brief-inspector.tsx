import { type ReactNode, useMemo, useState } from 'react';
import type { AnnotationRecord, ClaimRecord } from '../../../app/record/records.ts';
import { speakerName } from '../../session/claims/claim.ts';
import { cite } from '../../session/writing/brief.ts';
import { claimsToCite, countToCite, passagesToCite } from '../../session/writing/to-cite.ts';
import { ArticlesToCite } from '../brief/articles-to-cite.tsx';
import { BriefComments } from '../brief/brief-comments.tsx';
import { CitationInspector } from '../brief/citation-inspector.tsx';
import { FigureInspector } from '../brief/figure-inspector.tsx';
import { LeftOut } from '../brief/left-out.tsx';
import { NothingToCite } from '../brief/nothing-to-cite.tsx';
import { AnnotationCard } from '../parts/annotation-card.tsx';
import { useRecords, useSession } from '../parts/session-context.ts';
import { Section } from './section.tsx';

/** How many claims, and how many passages, are offered at once; the filter finds the others. */
const offered = 60;

/** Beside a brief: the claims and passages that can be cited at the caret. */
export function BriefInspector(): ReactNode {
  const claims = useRecords((records) => records.list('claim'));
  const annotations = useRecords((records) => records.list('annotation'));
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const { records } = useSession().store;
  const articles = useRecords((source) => source.list('article'));
  const speakers = useRecords((source) => source.list('speaker'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: passages are found by what their articles are called
  const passages = useMemo(
    () => passagesToCite(records, annotations, wanted),
    [records, annotations, articles, wanted],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: claims are found by who makes them
  const shownClaims = useMemo(
    () => claimsToCite(records, claims, wanted),
    [records, claims, speakers, wanted],
  );
  const matching = passages.matching;
  const matchingClaims = shownClaims.matching;
  return (
    <>
      <CitationInspector />
      <LeftOut />
      <FigureInspector />
      <BriefComments />
      <input
        type="search"
        aria-label="Filter evidence to cite"
        placeholder="Filter evidence to cite"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <Section title="Claims" aside={<span className="count">{countToCite(shownClaims)}</span>}>
        <NothingToCite found={shownClaims} none="Claims you make can be cited here." />
        {matchingClaims.slice(0, offered).map((claim) => (
          <ClaimToCite key={claim.id} claim={claim} />
        ))}
        {matchingClaims.length > offered && (
          <p className="hint">
            {matchingClaims.length - offered} more; narrow them with the filter.
          </p>
        )}
      </Section>
      <Section
        title="Evidence to cite"
        aside={<span className="count">{countToCite(passages)}</span>}
      >
        <NothingToCite
          found={passages}
          none="Highlights you make can be cited here, word for word."
        />
        {matching.slice(0, offered).map((annotation) => (
          <PassageToCite key={annotation.id} annotation={annotation} />
        ))}
        {matching.length > offered && (
          <p className="hint">{matching.length - offered} more; narrow them with the filter.</p>
        )}
      </Section>
      <ArticlesToCite wanted={wanted} />
    </>
  );
}

function ClaimToCite({ claim }: { readonly claim: ClaimRecord }): ReactNode {
  const session = useSession();
  const speaker = useRecords((records) => speakerName(records, claim));
  return (
    <div className="card">
      <div className="card-head">
        <span className="claim-status" data-status={claim.status}>
          {claim.status}
        </span>
        <span className="card-source">{speaker}</span>
        <span className="card-number">C{claim.number}</span>
      </div>
      <p className="card-text" dir="auto">
        {claim.wording}
      </p>
      <div className="card-actions">
        <button
          type="button"
          className="button"
          aria-label={`Cite claim C${claim.number}: ${claim.wording}`}
          onClick={() => cite(session, { kind: 'claim', id: claim.id })}
        >
          Cite
        </button>
      </div>
    </div>
  );
}

function PassageToCite({ annotation }: { readonly annotation: AnnotationRecord }): ReactNode {
  const session = useSession();
  const { quote } = annotation.passage;
  return (
    <AnnotationCard
      id={annotation.id}
      onOpen={() => session.panes.openAnnotation(annotation)}
      openLabel="Open passage"
    >
      <button
        type="button"
        className="button"
        aria-label={`Cite in the sentence: ${quote}`}
        onClick={() => cite(session, { kind: 'inline', id: annotation.id })}
      >
        In the sentence
      </button>
      <button
        type="button"
        className="button"
        aria-label={`Cite as a quotation: ${quote}`}
        onClick={() => cite(session, { kind: 'quotation', id: annotation.id })}
      >
        As a quotation
      </button>
    </AnnotationCard>
  );
}
