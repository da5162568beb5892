/** The words of a command line are not what its command takes. The message says which, and what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
