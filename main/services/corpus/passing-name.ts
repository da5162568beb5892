// Word's and LibreOffice's locks, downloads under way, what editors and copying programs put beside a file.
const passing =
  /^(?:~\$|~|\.|#)|(?:~|\.(?:tmp|temp|part|partial|crdownload|download|opdownload|swp|swx|bak|lock|filepart|!ut))$/i;
const system = new Set(['thumbs.db', 'desktop.ini', 'ehthumbs.db', 'icon\r']);

/** Whether a file's name is of those that come and go while other programs work: no articles. */
export function isPassingName(name: string): boolean {
  return passing.test(name) || system.has(name.toLowerCase());
}
