/** A sign that XML can't hold, as workbooks write it (ST_Xstring): `_x000D_`. */
const escapedSign = /_x([0-9A-Fa-f]{4})_/g;

/** Words of a cell as they were meant: signs that are written as `_x000D_` become those. */
export function cellWords(written: string): string {
  if (!written.includes('_x')) return written;
  return written.replace(escapedSign, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
