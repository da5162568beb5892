// What browsers call the folder beside a page that they save "complete": `_files` nearly always, and what Internet
// Explorer wrote in other languages.
const companionName =
  /^(.+?)(?:[_.-]files|-Dateien|_fichiers|_archivos|_arquivos|_ficheiros|_bestanden|_filer|_soubory|_pliki|_elemei|_datoteke|-filer|_file)$/i;

/**
 * Whether a folder holds the pictures, scripts and frames of a web page that was saved "complete" beside it, and so no
 * articles: `Story_files` beside `Story.html`. `siblings` are the names in the folder that it lies in.
 */
export function isCompanionFolder(folderName: string, siblings: Iterable<string>): boolean {
  const page = companionName.exec(folderName)?.[1]?.toLowerCase();
  if (page === undefined) return false;
  for (const sibling of siblings) {
    const name = sibling.toLowerCase();
    if (name === `${page}.html` || name === `${page}.htm` || name === `${page}.xhtml`) return true;
  }
  return false;
}
