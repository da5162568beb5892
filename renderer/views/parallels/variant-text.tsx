import type { ReactNode } from 'react';
import type { ChangePiece } from '../../../app/compare/passage-changes.ts';

/** Of a long stretch that both have, so many words at either end are shown. */
const wordsKept = 14;

/**
 * A passage as it differs from another one, in one text: what it cuts struck out, what it adds set off; long stretches that
 * both have are shortened. By element, line and ground, and by a word for those who hear it.
 */
export function VariantText({ pieces }: { readonly pieces: readonly ChangePiece[] }): ReactNode {
  return pieces.map((piece, index) => {
    // The pieces of a passage never change their order.
    const key = `${index} ${piece.kind}`;
    switch (piece.kind) {
      case 'same':
        return shortened(piece.right);
      case 'slight':
        return (
          <span key={key} className="change-slight">
            {said('written otherwise', piece.right)}
          </span>
        );
      case 'cut':
        return <del key={key}>{said('cut', piece.left)}</del>;
      case 'inserted':
        return <ins key={key}>{said('added', piece.right)}</ins>;
      case 'replaced':
        return (
          <span key={key}>
            <del className="change-replaced">{said('replaced', piece.left.trimEnd())}</del>{' '}
            <ins className="change-replaced">{said('by', piece.right)}</ins>
          </span>
        );
      case 'moved':
        // Where it stood in the other one is told by its standing here.
        return piece.right === '' ? null : (
          <span key={key} className="change-moved">
            {said('moved', piece.right)}
          </span>
        );
    }
    return null;
  });
}

function said(what: string, text: string): ReactNode {
  return (
    <>
      <span className="visually-hidden">[{what}: </span>
      {text}
      <span className="visually-hidden">]</span>
    </>
  );
}

/** A passage that is not read against another one, without its middle where it is long; the Inspector has all of it. */
export function shortQuote(quote: string): string {
  return shortened(quote, 3 * wordsKept, 2 * wordsKept);
}

function shortened(text: string, atStart = wordsKept, atEnd = wordsKept): string {
  const words = text.split(/(?<=\s)/u);
  if (words.length <= 2 * (atStart + atEnd)) return text;
  return `${words.slice(0, atStart).join('')}… ${words.slice(-atEnd).join('')}`;
}
