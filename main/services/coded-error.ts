import type { Failure } from '../../app/base/result.ts';

/**
 * An expected failure on its way through promises that answer with plain values, as those of `HostApi` do. The dispatch
 * turns it into a `Result`; code and message reach the analyst. Anything else that is thrown is a bug.
 */
export class CodedError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CodedError';
    this.code = code;
  }

  static of(failure: Failure): CodedError {
    return new CodedError(failure.code, failure.message);
  }
}
