/** Blocks of a revision by their indexes: from `from` to before `to`. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}
