import { createElement, Fragment, type ReactNode } from 'react';
import type { PrintedRun } from '../../../app/brief/print/printed-brief.ts';
import type { TriedStyle } from '../../../app/brief/print/try-citation-style.ts';
import '../styles/citations.css';

/** What is known of how a style cites. */
export type Preview =
  | { readonly kind: 'working' }
  | { readonly kind: 'tried'; readonly tried: TriedStyle }
  | { readonly kind: 'fault'; readonly reason: string };

/** What a style makes of one article: its citation, the same again, and its entry. */
export function CitationStylePreview(props: {
  readonly preview: Preview;
  readonly withEntry: boolean;
}): ReactNode {
  const { preview, withEntry } = props;
  if (preview.kind === 'fault') {
    return (
      <p role="alert" className="objection">
        {preview.reason}
      </p>
    );
  }
  const tried = preview.kind === 'tried' ? preview.tried : null;
  const entry = withEntry ? (tried?.entry ?? null) : null;
  return (
    <section className="citation-preview" aria-label="Preview" aria-busy={tried === null}>
      <dl>
        <dt>{tried?.inNotes === false ? 'In the text' : 'First note'}</dt>
        <dd dir="auto">{tried === null ? '…' : <Runs runs={tried.citation} />}</dd>
        <dt>Again</dt>
        <dd dir="auto">{tried === null ? '…' : <Runs runs={tried.again} />}</dd>
        {entry !== null && (
          <>
            <dt>Bibliography</dt>
            <dd dir="auto">
              <Runs runs={entry} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** A preview is drawn anew as a whole: its pieces need no keys. */
function Runs(props: { readonly runs: readonly PrintedRun[] }): ReactNode {
  return createElement(Fragment, null, ...props.runs.map(drawRun));
}

function drawRun(run: PrintedRun): ReactNode {
  if (run.kind === 'break') return <br />;
  if (run.kind !== 'text') return null;
  let words: ReactNode = run.text;
  if (run.superscript === true) words = <sup>{words}</sup>;
  if (run.subscript === true) words = <sub>{words}</sub>;
  if (run.smallCaps === true) words = <span className="small-caps">{words}</span>;
  if (run.emphasis === true) words = <em>{words}</em>;
  if (run.strong === true) words = <strong>{words}</strong>;
  return words;
}
