/** How long a frame may take to come, in milliseconds: a window that nobody sees draws none. */
const longest = 1_000;

/** Resolves when the window has drawn what was changed until now, or does not draw. */
export function afterFrame(): Promise<void> {
  if (document.visibilityState === 'hidden') return new Promise((resolve) => setTimeout(resolve));
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longest);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // The frame is drawn when its callbacks have run.
      setTimeout(resolve);
    });
  });
}
