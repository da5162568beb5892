import { cdp } from 'vitest/browser';

/** The bits that the engine's protocol gives the keys that are held. */
export const held = { none: 0, alt: 1, control: 2, meta: 4, shift: 8 } as const;

const keyCodes: Record<string, number> = {
  Backspace: 8,
  Enter: 13,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
};

/** Presses a key as a person does, `times` times. Letters are named by themselves: `press('v', held.control)`. */
export async function press(key: string, modifiers: number = held.none, times = 1): Promise<void> {
  const code = key.length === 1 ? key.toUpperCase().charCodeAt(0) : keyCodes[key];
  const types = key.length === 1 && modifiers === held.none;
  const event = {
    key,
    code: key.length === 1 ? `Key${key.toUpperCase()}` : key,
    windowsVirtualKeyCode: code,
    modifiers,
    ...(types ? { text: key } : {}),
    ...(key === 'Enter' ? { text: '\r' } : {}),
  };
  for (let count = 0; count < times; count += 1) {
    await cdp().send('Input.dispatchKeyEvent', {
      type: types || key === 'Enter' ? 'keyDown' : 'rawKeyDown',
      ...event,
    });
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  }
  await settled();
}

/** Clicks at a place of this document as a person does. */
export async function click(
  x: number,
  y: number,
  options: { readonly clickCount?: number; readonly modifiers?: number } = {},
): Promise<void> {
  await pointer('mousePressed', x, y, options);
  await pointer('mouseReleased', x, y, options);
  await settled();
}

/** Clicks in the middle of an element's first line, as soon as it has been laid out: what was just drawn may still move. */
export async function clickOn(
  element: Element,
  options: { readonly clickCount?: number; readonly modifiers?: number } = {},
): Promise<void> {
  await settled();
  await click(...middleOf(element), options);
}

/** Presses the button at one place of this document and lets go of it at another. */
export async function drag(fromX: number, fromY: number, toX: number, toY: number): Promise<void> {
  await pointer('mousePressed', fromX, fromY);
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await pointer('mouseMoved', fromX + (toX - fromX) * part, fromY + (toY - fromY) * part);
  }
  await pointer('mouseReleased', toX, toY);
  await settled();
}

/** The middle of the first line of an element. */
export function middleOf(element: Element): readonly [number, number] {
  const { left, top, width, height } =
    element.getClientRects()[0] ?? element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

/** Lets the page take in what has happened: two frames, in which selection and mutations are told. */
export async function settled(): Promise<void> {
  for (let frame = 0; frame < 2; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** A place of this document in the window: the tests run in a frame, which may be scaled. */
export function inWindow(x: number, y: number): { readonly x: number; readonly y: number } {
  const frame = window.frameElement;
  if (frame === null) {
    return { x, y };
  }
  const box = frame.getBoundingClientRect();
  return {
    x: box.left + (x * box.width) / window.innerWidth,
    y: box.top + (y * box.height) / window.innerHeight,
  };
}

async function pointer(
  type: string,
  x: number,
  y: number,
  options: { readonly clickCount?: number; readonly modifiers?: number } = {},
): Promise<void> {
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    ...inWindow(x, y),
    button: 'left',
    buttons: type === 'mouseReleased' ? 0 : 1,
    clickCount: options.clickCount ?? 1,
    modifiers: options.modifiers ?? held.none,
  });
}
