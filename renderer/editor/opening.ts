let opens = false;

/** Runs what draws a document for the first time. */
export function opening<Made>(draw: () => Made): Made {
  opens = true;
  try {
    return draw();
  } finally {
    opens = false;
  }
}

/** Whether what is drawn now is a document for the first time. */
export function isOpening(): boolean {
  return opens;
}
