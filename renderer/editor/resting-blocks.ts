/**
 * Blocks that are drawn when a document is opened are marked: those out of view are then neither laid out nor painted
 * (`content-visibility` in brief-editor.css), so that a key costs the same in a long brief. A block that is made while
 * writing is not: until its first frame Chromium (130) would take it for hidden, put the caret before it, and type into the
 * block above.
 */
let isOpening = false;

/** Runs what draws a document for the first time. */
export function opening<Made>(draw: () => Made): Made {
  isOpening = true;
  try {
    return draw();
  } finally {
    isOpening = false;
  }
}

/** The attributes of a block that is drawn now. */
export function restingAttributes(): Readonly<Record<string, string>> {
  return isOpening ? { class: 'at-rest' } : {};
}
