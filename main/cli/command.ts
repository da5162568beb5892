import type { CliContext } from './cli-context.ts';
import type { CliOutput } from './cli-output.ts';

/** What a command runs with. */
export interface CommandWorld {
  readonly output: CliOutput;
  /** From which relative paths are meant. */
  readonly folder: string;
  /** What `-` names: standard input. Read once, when a command wants it. */
  readonly input: AsyncIterable<Uint8Array>;
  context(author: string | null): Promise<CliContext>;
  /** Aborted when somebody wants it to stop: what was done by then stays, and the project is closed properly. */
  readonly signal: AbortSignal;
}

/**
 * Does what is asked and answers with the exit code. Throws `UsageError`, or `CodedError` for what stands in the way.
 *
 * @param words those behind the command's name
 */
export type Command = (words: readonly string[], world: CommandWorld) => Promise<number>;
