/** Also what can't be taken: it is better refused with a sentence than dropped without one. */
const pictureName = /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|heic|heif|tiff?)$/i;

/**
 * The pictures that are pasted or dropped: all of the files, if nothing but pictures and their names came along. A word
 * processor's clipboard holds a picture of the words beside them: that is none. A page's copied picture comes with its element.
 */
export function offeredPictures(data: DataTransfer | null): readonly File[] {
  if (data === null) return [];
  const files = [...data.files];
  const isPicture = ({ type, name }: File): boolean =>
    type.startsWith('image/') || pictureName.test(name);
  if (files.length === 0 || !files.every(isPicture)) return [];
  const { body } = new DOMParser().parseFromString(data.getData('text/html'), 'text/html');
  for (const silent of body.querySelectorAll('style, script, title')) silent.remove();
  if ((body.textContent ?? '').trim() !== '') return [];
  const names = new Set(files.map(({ name }) => name));
  const lines = data
    .getData('text/plain')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  // Of files the system tells names, paths or addresses.
  const isName = (line: string): boolean =>
    names.has(nameIn(line)) || (files.length === 1 && /^(?:https?|file|data):\S+$/i.test(line));
  return lines.every(isName) ? files : [];
}

function nameIn(line: string): string {
  const last = line.trim().split(/[\\/]/).at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    // A percent sign of the name itself.
    return last;
  }
}
