import type { ReactNode } from 'react';
import type { ChangePiece } from '../../../app/compare/passage-changes.ts';

/**
 * One of two passages with what differs from the other marked: by element, line and ground, and by a word for those who
 * hear it.
 */
export function ChangeSide(props: {
  readonly pieces: readonly ChangePiece[];
  readonly side: 'left' | 'right';
}): ReactNode {
  return props.pieces.map((piece, index) => {
    // The pieces of a pair never change their order.
    const key = `${index} ${piece.kind}`;
    return <Piece key={key} piece={piece} side={props.side} />;
  });
}

function Piece(props: { readonly piece: ChangePiece; readonly side: 'left' | 'right' }): ReactNode {
  const { piece, side } = props;
  const text = piece[side];
  if (text === '') return null;
  switch (piece.kind) {
    case 'same':
      return text;
    case 'slight':
      return <span className="change-slight">{said('written otherwise', text)}</span>;
    case 'moved':
      return (
        <span className="change-moved">
          {said(`moved ${piece.move}`, text)}
          <sup aria-hidden="true">{piece.move}</sup>
        </span>
      );
    case 'replaced':
      return side === 'left' ? (
        <del className="change-replaced">{said('replaced', text)}</del>
      ) : (
        <ins className="change-replaced">{said('in its place', text)}</ins>
      );
    case 'cut':
      return <del>{said('only here', text)}</del>;
    case 'inserted':
      return <ins>{said('only here', text)}</ins>;
  }
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
