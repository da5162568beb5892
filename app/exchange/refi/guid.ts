const pattern =
  /^[{(]?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[})]?$/;

/**
 * A guid as REFI-QDA allows it, with or without braces, or as other forms of it are (no hyphens, round brackets), in one form:
 * lower case, hyphens, no braces. `null`: it is none.
 */
export function plainGuid(written: string | undefined): string | null {
  const parts = pattern.exec((written ?? '').trim().toLowerCase())?.slice(1);
  return parts?.join('-') ?? null;
}
