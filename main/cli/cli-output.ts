import { errorCode } from '../services/files/error-code.ts';

/** Where a command says what it has to say. Nobody has to read it: what can't be written is left out. */
export interface CliOutput {
  /** Whether somebody looks at what was asked for. */
  readonly isTerminal: boolean;
  /** What was asked for, on standard output. A line feed is added; signs that would steer a terminal become spaces. */
  say(text: string): void;
  /** What was asked for as one JSON value, sorted as it was made: over several lines, or on one. */
  json(value: unknown, isOneLine?: boolean): void;
  /** The bytes of a file, on standard output. Resolves when they are taken. */
  bytes(chunk: string | Uint8Array): Promise<void>;
  /** What is to be known besides, on standard error. */
  note(text: string): void;
  /** How far it is, on standard error: one line that is written over on a terminal; else, if asked for, a line now and then. */
  progress(text: string): void;
}

/** A stream to write to, as far as it is used here. */
export interface TextStream {
  readonly isTTY?: boolean;
  write(chunk: string | Uint8Array, callback?: (error?: Error | null) => void): boolean;
}

/** Whether progress is shown: `auto` on a terminal. */
export type ProgressWish = 'auto' | 'always' | 'never';

/** Milliseconds between two lines of progress that nobody watches. */
const seldom = 5_000;
const often = 100;

// Words of articles are anybody's: an escape sequence in them is no order to the analyst's terminal.
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** @param clock milliseconds that only grow */
export function cliOutput(
  out: TextStream,
  error: TextStream,
  wish: ProgressWish,
  clock: () => number,
): CliOutput {
  const isWatched = error.isTTY === true;
  const isShown = wish === 'always' || (wish === 'auto' && isWatched);
  let told = isWatched ? Number.NEGATIVE_INFINITY : clock();
  let isLineOpen = false;
  const endLine = (): void => {
    if (isLineOpen) error.write('\r\u001b[K');
    isLineOpen = false;
  };
  return {
    isTerminal: out.isTTY === true,
    say(text) {
      endLine();
      out.write(`${text.replace(steering, ' ')}\n`);
    },
    json(value, isOneLine = false) {
      endLine();
      out.write(`${JSON.stringify(value, null, isOneLine ? 0 : 2)}\n`);
    },
    bytes(chunk) {
      endLine();
      return new Promise((resolve, reject) => {
        // Whoever stopped reading has what was wanted.
        out.write(chunk, (failed) => {
          if (failed && !isGone(failed)) reject(failed);
          else resolve();
        });
      });
    },
    note(text) {
      endLine();
      error.write(`${text.replace(steering, ' ')}\n`);
    },
    progress(text) {
      if (!isShown || clock() - told < (isWatched ? often : seldom)) return;
      told = clock();
      if (isWatched) {
        error.write(`\r\u001b[K${text.replace(steering, ' ')}`);
        isLineOpen = true;
      } else error.write(`${text.replace(steering, ' ')}\n`);
    },
  };
}

/** Whether a failure of writing means that nobody reads any more. */
export function isGone(failure: unknown): boolean {
  const code = errorCode(failure);
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF';
}
