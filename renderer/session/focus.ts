/** The areas in the order in which F6 goes through them; each has an element with `data-area`. */
const areas = ['library', 'desk', 'inspector', 'status'] as const;
export type Area = (typeof areas)[number];

/** Puts the focus on what was last used in an area, or on its first stop. After the next drawing. */
export function focusArea(area: Area): void {
  requestAnimationFrame(() => focusNow(area));
}

/** Goes to the next (1) or previous (-1) area that is shown. */
export function stepArea(direction: 1 | -1): void {
  const shown = areas.filter((area) => areaElement(area) !== null);
  const present = shown.findIndex((area) => areaElement(area)?.contains(document.activeElement));
  const next =
    shown[(Math.max(present, direction === 1 ? -1 : 0) + direction + shown.length) % shown.length];
  if (next !== undefined) focusNow(next);
}

/** How many frames an element may take to be drawn. */
const patience = 10;

/**
 * Puts the focus on the element with that `data-focus-name`, as soon as it is drawn. What is drawn in answer to a key
 * is there after a microtask, so that the next key, however quick, goes where the analyst means it.
 */
export function focusNamed(name: string): void {
  let frames = 0;
  const attempt = (): void => {
    const element = document.querySelector<HTMLElement>(`[data-focus-name="${name}"]`);
    const target = element?.querySelector<HTMLElement>('[contenteditable="true"]') ?? element;
    if (target !== null) target.focus();
    else if (frames < patience) {
      frames += 1;
      requestAnimationFrame(attempt);
    }
  };
  queueMicrotask(attempt);
}

function focusNow(area: Area): void {
  const element = areaElement(area);
  if (element === null) return;
  const stop = element.querySelector<HTMLElement>(
    '[role="document"], [role="listbox"], [role="textbox"], [tabindex="0"], button:not([disabled]), input',
  );
  (stop ?? element).focus();
}

function areaElement(area: Area): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-area="${area}"]`);
}
