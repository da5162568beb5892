import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Band, type BandMark, bandsBetween } from '../../session/comparing/bands.ts';
import { choosePair, lightPair } from '../../session/comparing/choose-pair.ts';
import { letterOf } from '../../session/comparing/compare-panes.ts';
import { comparedReaders } from '../../session/comparing/compared-readers.ts';
import type { ComparedPair } from '../../session/comparing/comparing-state.ts';
import { pairInWords } from '../../session/comparing/pair-words.ts';
import { shownPairs } from '../../session/comparing/shown-pairs.ts';
import type { Pane } from '../../session/session-state.ts';
import { useSession, useSessionState } from '../parts/session-context.ts';

/** Of the gap between two panes, in pixels; `comparing.css` makes it as wide. */
const width = 46;

/** The bands in the gap between two panes: drawn for what is in view, told apart by colour and pattern. */
export function PairBands(props: { readonly left: Pane; readonly right: Pane }): ReactNode {
  const session = useSession();
  const readers = comparedReaders(session);
  useSyncExternalStore(readers.subscribe, readers.version);
  const comparing = useSessionState((state) => state.comparing);
  const gap = useRef<HTMLElement>(null);
  const [top, setTop] = useState<number | null>(null);
  // Where the gap stands is known once it is there, and changes when something above it comes or goes.
  useLayoutEffect(() => {
    const now = gap.current?.getBoundingClientRect().top ?? null;
    if (now !== top) setTop(now);
  });
  const pattern = useId();
  const [left, right] = [props.left.id, props.right.id];
  const { bands, marks } =
    top === null
      ? { bands: [], marks: [] }
      : bandsBetween(readers, shownPairs(comparing), left, right, top);
  const set = comparing.lit ?? comparing.at;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...(gap.current?.querySelectorAll<HTMLElement>('[role="button"]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
  };
  const shown = [...bands, ...marks];
  const stop = shown.find(({ pair }) => pair.key === comparing.at) ?? shown[0];
  const label = `Pairs of ${letterOf(session, left)} and ${letterOf(session, right)}`;
  return (
    <section ref={gap} className="compare-gap" aria-label={label} onKeyDown={onKeyDown}>
      <svg className="compare-bands" width={width} height="100%" aria-label={label}>
        <defs>
          <pattern
            id={pattern}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect className="band-hatch-ground" width="6" height="6" />
            <rect className="band-hatch" width="2.5" height="6" />
          </pattern>
        </defs>
        {/* The one that is set off lies over the others. */}
        {[...bands]
          .sort((one, other) => order(one, set) - order(other, set))
          .map((band) => (
            <BandShape
              key={band.pair.key}
              band={band}
              pattern={pattern}
              isSet={band.pair.key === set}
              isStop={band === stop}
            />
          ))}
        {marks.map((mark) => (
          <MarkShape
            key={`${mark.pair.key} ${mark.side}`}
            mark={mark}
            isSet={mark.pair.key === set}
            isStop={mark === stop}
          />
        ))}
      </svg>
    </section>
  );
}

function order({ pair }: Band, set: string | null): number {
  return pair.key === set ? 1 : 0;
}

function BandShape(props: {
  readonly band: Band;
  readonly pattern: string;
  readonly isSet: boolean;
  readonly isStop: boolean;
}): ReactNode {
  const { pair, left, right } = props.band;
  const half = width / 2;
  const bottom = (extent: Band['left']): number => Math.max(extent.top + 1, extent.bottom);
  const upper = `M0 ${left.top}C${half} ${left.top} ${half} ${right.top} ${width} ${right.top}`;
  const [lowLeft, lowRight] = [bottom(left), bottom(right)];
  const lower = `L${width} ${lowRight}C${half} ${lowRight} ${half} ${lowLeft} 0 ${lowLeft}Z`;
  const isReworded = pair.link === null && !pair.verbatim;
  return (
    <PairButton pair={pair} isSet={props.isSet} isStop={props.isStop}>
      <path
        className="band"
        d={upper + lower}
        style={isReworded ? { fill: `url(#${props.pattern})` } : undefined}
      />
      {pair.type?.line === 'double' && <path className="band-inner" d={upper + lower} />}
    </PairButton>
  );
}

function MarkShape(props: {
  readonly mark: BandMark;
  readonly isSet: boolean;
  readonly isStop: boolean;
}): ReactNode {
  const session = useSession();
  const { pair, side, top, beside, other } = props.mark;
  const x = side === 'left' ? beside * 14 : width - 16 - beside * 14;
  const tip = side === 'left' ? 'M0 0h11l5 8-5 8H0Z' : 'M16 0H5L0 8l5 8h11Z';
  return (
    <PairButton pair={pair} isSet={props.isSet} isStop={props.isStop}>
      <g transform={`translate(${x} ${top})`}>
        <path className="band" d={tip} />
        <text className="band-letter" x={side === 'left' ? 6 : 10} y="11.5" textAnchor="middle">
          {letterOf(session, other)}
        </text>
      </g>
    </PairButton>
  );
}

/** A pair as something to press: both its ends come into view. */
function PairButton(props: {
  readonly pair: ComparedPair;
  readonly isSet: boolean;
  readonly isStop: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const session = useSession();
  const { pair, isSet } = props;
  const { key, type, link } = pair;
  const isChosen = useSessionState(({ comparing }) => comparing.at === key);
  // What is taken away under the pointer or the keyboard hears of neither leaving.
  useEffect(
    () => () => {
      if (session.get().comparing.lit === key) lightPair(session, null);
    },
    [session, key],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing has no buttons of its own
    <g
      role="button"
      tabIndex={props.isStop ? 0 : -1}
      aria-label={pairInWords(session, pair)}
      aria-pressed={isChosen}
      className="band-button"
      data-kind={link !== null ? 'link' : pair.verbatim ? 'verbatim' : 'reworded'}
      data-color={type?.color}
      data-line={type?.line}
      data-set={isSet || undefined}
      onClick={() => choosePair(session, key)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        choosePair(session, key);
      }}
      onPointerEnter={() => lightPair(session, key)}
      onPointerLeave={() => lightPair(session, null)}
      onFocus={() => lightPair(session, key)}
      onBlur={() => lightPair(session, null)}
    >
      {props.children}
    </g>
  );
}
