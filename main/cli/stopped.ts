import { CodedError } from '../services/coded-error.ts';

/** Throws `CodedError` `cancelled` when somebody wants the command to stop. */
export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

/** Does something, and rejects with `CodedError` `cancelled` as soon as somebody wants it to stop; what it began, the caller ends. */
export async function stopped<Value>(
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<Value> {
  stopIfAsked(signal);
  let stop = (): void => undefined;
  const asked = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work(), asked]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function cancelled(): CodedError {
  return new CodedError('cancelled', 'Stopped before the end. Nothing is half done.');
}
