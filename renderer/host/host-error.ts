/** A call that the host refused. `message` says to people what is wrong and what to do. */
export class HostError extends Error {
  /** Stable, for programs: `read-only`, `disk`, `locked`, `missing`, `no-project` ... */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'HostError';
    this.code = code;
  }
}
