/** Why the catalogue can't be written, by SQLite's or the system's code, and what to do. */
export function failureSentence(code: string): string {
  const rest = 'Everything else works; searching will again after the next change or opening.';
  if (/FULL|ENOSPC/.test(code)) {
    return `The disk is full, so the catalogue for searching can’t be written. Free some space. ${rest}`;
  }
  if (/READONLY|CANTOPEN|PERM|EACCES|EROFS/.test(code)) {
    return `The catalogue for searching can’t be written into the project folder. Check the folder’s permissions. ${rest}`;
  }
  return `The catalogue for searching could not be written (${code}). ${rest}`;
}
