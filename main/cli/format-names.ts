/** What people call formats besides their names: the usual endings of files. */
const otherNames: Readonly<Record<string, string>> = {
  ...{ md: 'markdown', txt: 'text', htm: 'html', word: 'docx', excel: 'xlsx' },
  ...{ vault: 'markdown-vault', qdpx: 'refi-qda', refi: 'refi-qda', w3c: 'web-annotation' },
  ...{ json: 'csl-json', bib: 'bibtex', claimreview: 'claim-review' },
};

/**
 * The name of a format that a word means: itself, in whatever case, with or without a dot in front, or by the ending that its
 * files usually have (`md`, `.TXT`). A word that is none of the formats is answered as it stands, for the refusal to name.
 *
 * @param formats the names that there are
 * @param own what words mean here before they mean anything else
 */
export function formatNamed(
  word: string,
  formats: readonly string[],
  own: Readonly<Record<string, string>> = {},
): string {
  const plain = word.trim().replace(/^\./, '').toLowerCase();
  const meant = [own[plain], plain, otherNames[plain]].find(
    (name) => name !== undefined && formats.includes(name),
  );
  return meant ?? word;
}
