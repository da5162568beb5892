declare const brand: unique symbol;

/** A primitive that must not be mistaken for another of the same shape: an `ArticleId` is never a `TagId`. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name };

/** Date and time as ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = Brand<string, 'Instant'>;

/** Lower-case hexadecimal SHA-256 of a revision's canonical text in UTF-8. Names the text, wherever it is stored. */
export type RevisionHash = Brand<string, 'RevisionHash'>;

/** An offset in a revision's canonical text, in UTF-16 code units. Never a ProseMirror position. */
export type TextOffset = Brand<number, 'TextOffset'>;
