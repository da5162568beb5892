/** What the program answers with when it ends. Scripts rely on these: they never change their meaning. */
export const exitCodes = {
  ok: 0,
  /**
   * It ran to its end, and the answer is no: a quotation that is not verbatim, damage, a file that was refused, or a search
   * that found nothing.
   */
  problems: 1,
  usage: 2,
  /** The project is open elsewhere, or may only be read. */
  locked: 3,
  /** No project, one of a newer program, or one that is damaged so that nothing could be done. */
  damaged: 4,
  /** A file could not be read or written, or something else stood in the way. */
  failed: 5,
  /** Somebody stopped it, as shells say it. */
  stopped: 130,
} as const;

const byCode: Readonly<Record<string, number>> = {
  locked: exitCodes.locked,
  'read-only': exitCodes.locked,
  damaged: exitCodes.damaged,
  newer: exitCodes.damaged,
  missing: exitCodes.damaged,
  'not-a-project': exitCodes.damaged,
  usage: exitCodes.usage,
  cancelled: exitCodes.stopped,
};

/** The exit code that stands for the code of an expected failure. */
export function exitCodeOf(code: string): number {
  return byCode[code] ?? exitCodes.failed;
}
