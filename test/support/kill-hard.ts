import type { LaunchedVariorum } from './launch.ts';

/** Ends main as a crash does, with nothing saved on the way out. Answers when the process is gone. */
export async function killHard({ app }: LaunchedVariorum): Promise<void> {
  const child = app.process();
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
