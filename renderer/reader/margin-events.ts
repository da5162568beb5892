/** What pointer and keyboard mean on the markers beside a text, each named by its key. */
export interface MarginActions {
  /** The marker that an element is in; `null`: none. */
  keyOf(element: EventTarget | null): string | null;
  press(key: string): void;
  focused(key: string): void;
  /** `null`: the pointer left the markers. */
  pointed(key: string | null): void;
  step(key: string, direction: 1 | -1): void;
  goToEnd(end: 'first' | 'last'): void;
  leave(): void;
  /** A key that means nothing on a marker; true: handled. */
  otherKey(event: KeyboardEvent): boolean;
}

/** Listens to what happens on the markers in `host`. Returns what ends it. */
export function listenToMargin(host: HTMLElement, actions: MarginActions): () => void {
  const abort = new AbortController();
  const { signal } = abort;
  host.addEventListener(
    'click',
    ({ target }) => {
      const key = actions.keyOf(target);
      if (key !== null) actions.press(key);
    },
    { signal },
  );
  host.addEventListener(
    'focusin',
    ({ target }) => {
      const key = actions.keyOf(target);
      if (key !== null) actions.focused(key);
    },
    { signal },
  );
  host.addEventListener('pointerover', ({ target }) => actions.pointed(actions.keyOf(target)), {
    signal,
  });
  host.addEventListener('pointerleave', () => actions.pointed(null), { signal });
  host.addEventListener(
    'keydown',
    (event) => {
      const key = actions.keyOf(event.target);
      if (key === null || event.isComposing) return;
      if (handleKey(event, key, actions) || actions.otherKey(event)) {
        event.preventDefault();
        event.stopPropagation();
      }
    },
    { signal },
  );
  return () => abort.abort();
}

function handleKey(event: KeyboardEvent, key: string, actions: MarginActions): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowRight':
      actions.step(key, 1);
      return true;
    case 'ArrowUp':
    case 'ArrowLeft':
      actions.step(key, -1);
      return true;
    case 'Home':
      actions.goToEnd('first');
      return true;
    case 'End':
      actions.goToEnd('last');
      return true;
    case 'Escape':
      actions.leave();
      return true;
    // A button is pressed by them; nothing else may hear of it.
    case 'Enter':
    case ' ':
      actions.press(key);
      return true;
    default:
      return false;
  }
}
