/** The coding of a text in units of two or four bytes without a mark; `null`: it is not one. */
export function wideCoding(_bytes: Uint8Array): string | null {
  return null;
}
