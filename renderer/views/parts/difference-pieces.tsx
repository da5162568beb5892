import type { ReactNode } from 'react';
import type { DifferencePiece } from '../../../app/compare/word-differences.ts';

/** Stretches as what they are, told by element, line and ground, and to those who hear them by a word. */
export function DifferencePieces(props: {
  readonly pieces: readonly DifferencePiece[];
}): ReactNode {
  return props.pieces.map((piece, index) => {
    // The stretches of a row never change their order.
    const key = `${index} ${piece.kind}`;
    if (piece.kind === 'same') return <span key={key}>{piece.text}</span>;
    return piece.kind === 'cut' ? (
      <del key={key}>
        <span className="visually-hidden">[cut: </span>
        {piece.text}
        <span className="visually-hidden">]</span>
      </del>
    ) : (
      <ins key={key}>
        <span className="visually-hidden">[inserted: </span>
        {piece.text}
        <span className="visually-hidden">]</span>
      </ins>
    );
  });
}
