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

/** What an error that a system threw while a file was written where somebody chose means to them, with what to do. */
export function fileFailureSentence(error: unknown): string {
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'The disk is full. Free some space, then try again.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'No file may be written there. Choose another place, or check its permissions.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'The folder for the file is not there. Make it, or choose another place.';
    case 'EISDIR':
    case 'EEXIST':
    case 'ENOTEMPTY':
      return 'There is a folder of that name. Choose another name for the file.';
    case 'ENAMETOOLONG':
      return 'The name of the file is too long. Choose a shorter one.';
    default:
      return `The file could not be written (${errorCode(error) ?? 'unknown reason'}). Choose another place, or try again.`;
  }
}
