/**
 * A failure that the person at the keyboard can do something about: shown without a stack, always
 * with what to do next. Anything else that is thrown is a bug in the tooling and keeps its stack.
 */
export class SetupError extends Error {
  /**
   * @param {string} failed what went wrong, in one sentence
   * @param {string} remedy what to do now; may hold a command on a line of its own
   * @param {{cause?: unknown}} [options]
   */
  constructor(failed, remedy, options) {
    super(failed, options);
    this.name = 'SetupError';
    this.remedy = remedy;
  }
}

/**
 * Runs the body of a command-line script and makes its result the exit code of this process.
 * @param {() => Promise<number>} body resolves to the exit code
 */
export async function runScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (error instanceof SetupError) {
      console.error(`\n${error.message}\n${error.remedy}`);
      if (error.cause) console.error(`Cause: ${describeCause(error.cause)}`);
    } else {
      console.error(error);
    }
    process.exitCode = 1;
  }
}

/** @param {unknown} cause */
function describeCause(cause) {
  return cause instanceof Error ? cause.message : String(cause);
}
