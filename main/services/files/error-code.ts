/** The system's code of a failed file operation (`ENOENT`, `ENOSPC` ...), or `null` for any other thrown value. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** Why a write failed and what to do, in a sentence. */
export function writeFailureSentence(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full. Free some space, then try again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'The project folder may not be written to. Check its permissions, then try again.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'The project folder is gone. Put it back, then try again.';
    default:
      return `The project folder could not be written (${errorCode(error) ?? 'unknown reason'}). Check the disk, then try again.`;
  }
}
