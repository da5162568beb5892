/** What of a document is not in its text, counted. */
export interface LeftOut {
  deletions: number;
  insertions: number;
  comments: number;
  hidden: number;
}

/** Nothing left out yet. */
export function nothingLeftOut(): LeftOut {
  return { deletions: 0, insertions: 0, comments: 0, hidden: 0 };
}

/** What the analyst has to know of it, in sentences. */
export function leftOutRemarks({ deletions, insertions, comments, hidden }: LeftOut): string[] {
  const remarks: string[] = [];
  if (deletions + insertions > 0) {
    remarks.push(
      'The document holds tracked changes. What was deleted was left out, what was inserted is part of the text.',
    );
  }
  if (comments > 0) remarks.push('The document’s comments were left out.');
  if (hidden > 0) remarks.push('Text that the document hides was left out.');
  return remarks;
}
