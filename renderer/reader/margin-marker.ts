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
 * claims, always in the same corner. With a sign the dots share the first corner.
 */
export function fillMarker(button: HTMLElement, note: MarginNote): void {
  const { colors, hasNote, hasLinks, hasClaims } = note;
  const names = (['note', 'link', 'claim'] as const).filter(
    (name) => ({ note: hasNote, link: hasLinks, claim: hasClaims })[name],
  );
  button.setAttribute('aria-label', note.label);
  button.toggleAttribute('data-signs', names.length > 0);
  const dots = colors.slice(0, dotCount).map((color) => dotOf(button.ownerDocument, color));
  const tags = button.ownerDocument.createElement('span');
  tags.className = 'reader-marker-tags';
  tags.append(...(dots.length === 0 ? [dotOf(button.ownerDocument, 0)] : dots));
  button.replaceChildren(tags, ...names.map((name) => signOf(button.ownerDocument, name)));
}

/** More tags than these are told by name alone. */
const dotCount = 4;

function dotOf(document: Document, color: LayerColor): HTMLElement {
  const dot = document.createElement('span');
  dot.className = color === 0 ? 'reader-dot reader-dot-none' : 'reader-dot';
  if (color !== 0) dot.style.setProperty('--dot', `var(--u${color})`);
  return dot;
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
