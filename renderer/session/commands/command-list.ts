import type { Command } from '../command.ts';
import { annotateCommands } from './annotate-commands.ts';
import { appearanceCommands } from './appearance-commands.ts';
import { briefCheckCommands } from './brief-check-commands.ts';
import { briefInsertCommands } from './brief-insert-commands.ts';
import { briefWritingCommands } from './brief-writing-commands.ts';
import { carryOverCommands } from './carry-over-commands.ts';
import { claimCommands } from './claim-commands.ts';
import { codebookCommands } from './codebook-commands.ts';
import { compareCommands } from './compare-commands.ts';
import { corpusCommands } from './corpus-commands.ts';
import { exchangeCommands } from './exchange-commands.ts';
import { graphCommands } from './graph-commands.ts';
import { historyCommands } from './history-commands.ts';
import { libraryCommands } from './library-commands.ts';
import { linkCommands } from './link-commands.ts';
import { matrixCommands } from './matrix-commands.ts';
import { matrixExportCommands } from './matrix-export-commands.ts';
import { parallelsCommands } from './parallels-commands.ts';
import { projectCommands } from './project-commands.ts';
import { readCommands } from './read-commands.ts';
import { reviewCommands } from './review-commands.ts';
import { searchCommands } from './search-commands.ts';
import { windowCommands } from './window-commands.ts';

/** Every command there is, in the order of the palette and of the list of keys. */
export const commands: readonly Command[] = [
  ...annotateCommands,
  ...readCommands,
  ...parallelsCommands,
  ...reviewCommands,
  ...claimCommands,
  ...briefWritingCommands,
  ...briefInsertCommands,
  ...briefCheckCommands,
  ...matrixCommands,
  ...matrixExportCommands,
  ...compareCommands,
  ...carryOverCommands,
  ...linkCommands,
  ...graphCommands,
  ...searchCommands,
  ...libraryCommands,
  ...codebookCommands,
  ...projectCommands,
  ...corpusCommands,
  ...exchangeCommands,
  ...appearanceCommands,
  ...historyCommands,
  ...windowCommands,
];

const byId: ReadonlyMap<string, Command> = new Map(
  commands.map((command) => [command.id, command]),
);

/** The command of an id; `null`: there is none. */
export function commandById(id: string): Command | null {
  return byId.get(id) ?? null;
}
