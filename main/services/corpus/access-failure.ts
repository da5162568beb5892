import { errorCode } from '../files/error-code.ts';

/** Why a file or folder could not be looked at, in a sentence with what to do. */
export function accessFailureSentence(error: unknown): string {
  switch (errorCode(error)) {
    case 'EACCES':
    case 'EPERM':
      return 'You may not read it. Change its permissions, then import it again.';
    case 'ENOENT':
      return 'It is not there (any more). If it is a link, what it leads to is missing.';
    case 'ELOOP':
      return 'It is a link that leads back to itself. Import the file that was meant.';
    case 'ENAMETOOLONG':
      return 'Its name is too long for this system. Give it a shorter one, then import it again.';
    default:
      return `It could not be read (${errorCode(error) ?? 'unknown reason'}). Check the disk it is on, then import it again.`;
  }
}
