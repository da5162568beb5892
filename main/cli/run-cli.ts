import { CodedError } from '../services/coded-error.ts';
import { errorCode, fileFailureSentence } from '../services/files/error-code.ts';
import type { CliContext } from './cli-context.ts';
import { type CommandName, commandHelp, commandNames, generalHelp } from './cli-help.ts';
import { type CliOutput, cliOutput, type TextStream } from './cli-output.ts';
import type { Command } from './command.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

/** What the command line runs in. */
export interface CliWorld {
  readonly out: TextStream;
  readonly error: TextStream;
  /** See `CommandWorld`. */
  readonly input: AsyncIterable<Uint8Array>;
  /** From which relative paths are meant. */
  readonly folder: string;
  readonly version: string;
  /** Makes what commands work with; asked for when a command needs it. */
  context(author: string | null): Promise<CliContext>;
  /** See `CommandWorld`. */
  readonly signal: AbortSignal;
  /** Milliseconds that only grow. */
  clock(): number;
}

/** Loaded when they are called, so that help is there at once. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  import: async () => (await import('./commands/import-command.ts')).importCommand,
  search: async () => (await import('./commands/search-command.ts')).searchCommand,
  export: async () => (await import('./commands/export-command.ts')).exportCommand,
  check: async () => (await import('./commands/check-command.ts')).checkCommand,
  verify: async () => (await import('./commands/verify-command.ts')).verifyCommand,
  snapshot: async () => (await import('./commands/snapshot-command.ts')).snapshotCommand,
  restore: async () => (await import('./commands/restore-command.ts')).restoreCommand,
};

/**
 * Does what a command line asks for and answers with the exit code. What stands in the way is said in a sentence on standard
 * error, and with `--json` as `{"ok":false,"error":{"code","message"}}` on standard output. Rejects only for a bug.
 */
export async function runCli(words: readonly string[], world: CliWorld): Promise<number> {
  const [first = '--help', ...rest] = words;
  const dashes = rest.indexOf('--');
  const options = new Set(dashes === -1 ? rest : rest.slice(0, dashes));
  const wish = options.has('--quiet') ? 'never' : options.has('--progress') ? 'always' : 'auto';
  const output = cliOutput(world.out, world.error, wish, world.clock);
  try {
    if (first === '--version' || first === '-V') {
      output.say(world.version);
      return exitCodes.ok;
    }
    if (first === '--help' || first === '-h' || first === 'help') {
      world.out.write(rest[0] === undefined ? generalHelp : commandHelp[commandOf(rest[0])]);
      return exitCodes.ok;
    }
    const name = commandOf(first);
    if (options.has('--help') || options.has('-h')) {
      world.out.write(commandHelp[name]);
      return exitCodes.ok;
    }
    const command = await commands[name]();
    const { folder, input, signal } = world;
    return await command(rest, { output, folder, input, signal, context: world.context });
  } catch (error) {
    const said = failureOf(error, first);
    if (said === null) throw error;
    tellFailure(said, options.has('--json'), output);
    return exitCodeOf(said.code);
  }
}

function commandOf(word: string): CommandName {
  const name = commandNames.find((one) => one === word);
  if (name !== undefined) return name;
  const what = word.startsWith('-') ? 'A command comes first, not' : 'There is no command';
  throw new UsageError(`${what} “${word}”. Commands: ${commandNames.join(', ')}.`);
}

interface SaidFailure {
  readonly code: string;
  readonly message: string;
}

function tellFailure(said: SaidFailure, asJson: boolean, output: CliOutput): void {
  if (asJson) output.json({ ok: false, error: said });
  output.note(said.message);
}

/** `null`: a bug. */
function failureOf(error: unknown, first: string): SaidFailure | null {
  if (error instanceof CodedError) return { code: error.code, message: error.message };
  if (error instanceof UsageError) {
    const help = commandNames.some((name) => name === first) ? `${first} --help` : '--help';
    return { code: 'usage', message: `${error.message} \`variorum ${help}\` says what it takes.` };
  }
  // What the system says of a file that nobody had in mind: a temporary folder on a full disk.
  if (errorCode(error) !== null && error instanceof Error && 'syscall' in error) {
    return { code: 'disk', message: `${fileFailureSentence(error)} (${error.message})` };
  }
  return null;
}
