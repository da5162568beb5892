import type { Command } from '../command.ts';
import { annotateCommands } from './annotate-commands.ts';
import { projectCommands } from './project-commands.ts';
import { readCommands } from './read-commands.ts';
import { windowCommands } from './window-commands.ts';

/** Every command there is, in the order of the palette and of the list of keys. */
export const commands: readonly Command[] = [
  ...annotateCommands,
  ...readCommands,
  ...projectCommands,
  ...windowCommands,
];
