import { type ReactNode, useMemo } from 'react';
import type { Graph, GraphRelation } from '../../../app/link/graph.ts';
import type { LinkTypeRecord } from '../../../app/record/records.ts';
import { stanceDashes, stances, stanceTones } from '../../session/graph/graph-looks.ts';
import { changeGraphView, type GraphView } from '../../session/graph/graph-view.ts';
import { useRecords, useSession } from '../parts/session-context.ts';

/** What points and lines mean. A press on a link type takes its lines away or brings them back. */
export function GraphLegend(props: { readonly whole: Graph; readonly view: GraphView }): ReactNode {
  const { whole, view } = props;
  const session = useSession();
  const types = useRecords((records) => records.list('linkType'));
  const counts = useMemo(() => countRelations(whole), [whole]);
  const shown = types.filter(({ id }) => counts.has(id) || view.hiddenTypes.includes(id));
  const toggle = ({ id }: LinkTypeRecord): void => {
    const others = view.hiddenTypes.filter((other) => other !== id);
    const wasHidden = others.length < view.hiddenTypes.length;
    changeGraphView(session, { hiddenTypes: wasHidden ? others : [...others, id] });
  };
  const shownStances = stances.filter((stance) => counts.has(stance));
  return (
    <section className="graph-legend" aria-labelledby="graph-legend">
      <h3 id="graph-legend">Legend</h3>
      <ul aria-label="Points">
        {view.passages && <PointSample kind="annotation" title="Passage" />}
        {view.articles && <PointSample kind="article" title="Article" />}
        {view.claims && <PointSample kind="claim" title="Claim" />}
      </ul>
      {shown.length > 0 && (
        <ul aria-label="Link types">
          {shown.map((type) => (
            <li key={type.id}>
              <button
                type="button"
                className="graph-type"
                aria-pressed={!view.hiddenTypes.includes(type.id)}
                onClick={() => toggle(type)}
              >
                <LineSample
                  line={type.line ?? 'solid'}
                  color={type.color === undefined ? 'var(--soft)' : `var(--u${type.color})`}
                  hasArrow={!type.symmetric}
                />
                <span>{type.name}</span>
                <span className="graph-number">
                  {(counts.get(type.id) ?? 0).toLocaleString('en-GB')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {shownStances.length > 0 && (
        <ul aria-label="Stances of evidence">
          {shownStances.map((stance) => (
            <li key={stance} className="graph-stance">
              <LineSample
                line="solid"
                dashes={stanceDashes[stance]}
                color={`var(--${stanceTones[stance]})`}
                hasArrow={false}
              />
              <span>{stance}</span>
              <span className="graph-number">
                {(counts.get(stance) ?? 0).toLocaleString('en-GB')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** How many links or pieces of evidence there are of each sort, by `GraphRelation.key`. */
function countRelations({ edges }: Graph): ReadonlyMap<GraphRelation['key'], number> {
  const counts = new Map<string, number>();
  for (const { relation, count } of edges) {
    counts.set(relation.key, (counts.get(relation.key) ?? 0) + count);
  }
  return counts;
}

function PointSample(props: {
  readonly kind: 'article' | 'annotation' | 'claim';
  readonly title: string;
}): ReactNode {
  return (
    <li className="graph-stance">
      <svg width="28" height="14" viewBox="-14 -7 28 14" aria-hidden="true">
        {props.kind === 'article' && (
          <rect x="-5" y="-5" width="10" height="10" rx="1.5" fill="var(--soft)" />
        )}
        {props.kind === 'annotation' && (
          <circle r="5" fill="var(--t0)" stroke="var(--u0)" strokeWidth="1.5" />
        )}
        {props.kind === 'claim' && <polygon points="0,-7 7,0 0,7 -7,0" fill="var(--rubric)" />}
      </svg>
      <span>{props.title}</span>
    </li>
  );
}

function LineSample(props: {
  readonly line: 'solid' | 'dashed' | 'dotted' | 'double';
  /** Of a line that is none of a link. */
  readonly dashes?: readonly number[];
  readonly color: string;
  readonly hasArrow: boolean;
}): ReactNode {
  const { line, color } = props;
  const own = line === 'dashed' ? '7 4' : line === 'dotted' ? '2 3' : undefined;
  const dashes = props.dashes === undefined ? own : props.dashes.join(' ') || undefined;
  return (
    <svg width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">
      <path
        d={line === 'double' ? 'M1 5H22M1 9H22' : 'M1 7H22'}
        stroke={color}
        strokeWidth={line === 'double' ? 1.25 : 1.75}
        strokeDasharray={dashes}
        fill="none"
      />
      {props.hasArrow && <path d="M28 7L20 3.4V10.6Z" fill={color} />}
    </svg>
  );
}
