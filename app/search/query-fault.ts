/** A place in a query: half-open, in UTF-16 code units. */
export interface QueryPlace {
  readonly start: number;
  readonly end: number;
}

/** Why a query can't be understood, thrown from inside the parser and caught at its door. */
export class QueryFault extends Error {
  readonly problem: QueryPlace & { readonly message: string };

  constructor(message: string, { start, end }: QueryPlace) {
    super(message);
    this.problem = { message, start, end };
  }
}
