import type { ReactNode } from 'react';
import {
  type KindExplained,
  kindsExplained,
  measuredWords,
} from '../../session/review/how-suggestions-work.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useSession } from '../parts/session-context.ts';

/** What each kind of suggestion is, what it misses, and how good it was found to be. */
export function HowSuggestionsWorkDialog(): ReactNode {
  const session = useSession();
  return (
    <Dialog wide closeButton title="How suggestions work" onClose={() => session.closeDialog()}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard */}
      <section className="how-kinds" tabIndex={0} aria-label="Kinds of suggestions">
        <p>
          The program only proposes. Nothing that it finds is a highlight, a link, a claim or a
          silence until you accept it, and nothing leaves this computer. What you dismiss is not
          proposed again as long as the texts have the same words. When an article gets another
          revision, its suggestions go and are looked for again.
        </p>
        {kindsExplained.map((kind) => (
          <Kind key={kind.title} kind={kind} />
        ))}
      </section>
    </Dialog>
  );
}

function Kind({ kind }: { readonly kind: KindExplained }): ReactNode {
  const { title, how, misses, score, measurement } = kind;
  return (
    <article>
      <h3>{title}</h3>
      <p>{how}</p>
      <p>
        <b>What it misses.</b> {misses}
      </p>
      <p>
        <b>Its score.</b> {score}
      </p>
      {measurement === null ? (
        <p className="hint">Its precision and recall have not been measured yet.</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">Measured</th>
                <th scope="col">Precision</th>
                <th scope="col">Recall</th>
              </tr>
            </thead>
            <tbody>
              {measurement.figures.map(({ what, precision, recall }) => (
                <tr key={what}>
                  <td>{what}</td>
                  <td>{measuredWords(precision)}</td>
                  <td>{measuredWords(recall)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="hint">
            {measurement.material} Measured on {measurement.on} with{' '}
            <code>{measurement.command}</code>. Precision: of what is proposed, how much is right.
            Recall: of what is there, how much is proposed.
          </p>
        </>
      )}
    </article>
  );
}
