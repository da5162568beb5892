/** A promise that somebody else settles, and whether that has been done. */
export interface Deferred {
  readonly promise: Promise<void>;
  readonly isDone: boolean;
  done(): void;
}

export function deferred(): Deferred {
  let resolve: () => void = () => undefined;
  let isDone = false;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return {
    promise,
    get isDone() {
      return isDone;
    },
    done() {
      isDone = true;
      resolve();
    },
  };
}
