import type { LayerColor } from './reader-span.ts';

/** What is told of an annotation beside the text. */
export interface MarginNote {
  /** How it is called: `3:10 figure, has a note, 2 links`. */
  readonly label: string;
  readonly colors: readonly LayerColor[];
  readonly hasNote: boolean;
  readonly hasLinks: boolean;
  readonly hasClaims: boolean;
}

/** Whether two markers would look and be called the same. */
export function sameNote(left: MarginNote, right: MarginNote): boolean {
  return (
    left.label === right.label &&
    left.hasNote === right.hasNote &&
    left.hasLinks === right.hasLinks &&
    left.hasClaims === right.hasClaims &&
    left.colors.join() === right.colors.join()
  );
}

/** Outlines of the signs, in a square of ten: a sheet with lines, two ends joined, a flag. */
const signs = {
  note: 'M1.5 1.5h7v7h-7zM3.2 4h3.6M3.2 6.2h3.6',
  link: 'M2.9 4.4a1.5 1.5 0 1 1 0-3a1.5 1.5 0 1 1 0 3zM7.1 8.6a1.5 1.5 0 1 1 0-3a1.5 1.5 0 1 1 0 3zM4 4L6 6',
  claim: 'M2.2 9.3V.9M2.2 1.3h6L6.4 3.4l1.8 2.1h-6',
} as const;

const namespace = 'http://www.w3.org/2000/svg';

/**
 * Fills a marker's button: a dot for each tag's colour, a ring where there is none, and a sign each for note, links and
 * claims, always in the same corner. With a sign the dots share the first corner; without one they are the button's own
 * picture, since most markers have none and each element more is found its style and place while the text is scrolled.
 */
export function fillMarker(button: HTMLElement, note: MarginNote): void {
  const { hasNote, hasLinks, hasClaims } = note;
  const names = (['note', 'link', 'claim'] as const).filter(
    (name) => ({ note: hasNote, link: hasLinks, claim: hasClaims })[name],
  );
  const dots = dotsOf(note.colors);
  button.setAttribute('aria-label', note.label);
  if (names.length === 0) {
    button.className = `reader-marker ${dots}`;
    button.replaceChildren();
    return;
  }
  const corner = button.ownerDocument.createElement('span');
  corner.className = dots;
  button.className = 'reader-marker';
  button.replaceChildren(corner, ...names.map((name) => signOf(button.ownerDocument, name)));
}

/** More tags than these are told by name alone. */
const dotCount = 4;

/** The classes of dots, which have their colours in the places of underlines (`palette.css`). */
function dotsOf(colors: readonly LayerColor[]): string {
  const shown = colors.slice(0, dotCount).filter((color) => color !== 0);
  if (shown.length === 0) return 'reader-dots reader-dots-none';
  const places = shown.map((color, index) => `reader-l${index + 1}-${color}`);
  return `reader-dots reader-dots-${shown.length} ${places.join(' ')}`;
}

function signOf(document: Document, name: keyof typeof signs): SVGElement {
  const sign = document.createElementNS(namespace, 'svg');
  sign.setAttribute('class', `reader-sign reader-sign-${name}`);
  sign.setAttribute('viewBox', '0 0 10 10');
  sign.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', signs[name]);
  sign.append(path);
  return sign;
}
