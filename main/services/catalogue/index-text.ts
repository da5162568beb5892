import { characterClass, classOf } from '../../../app/search/character-class.ts';
import { foldPlain } from '../../../app/search/fold-words.ts';

const beyondAscii = /[^\0-\x7f]/;
const run = /[^\0-\x7f]+/g;

/**
 * A text as the index takes it in: folded, each sign of a script without spaces set apart, every other sign that is no
 * part of a word a space. What is between words is then ASCII, and all else is words (rules S1 and S2).
 */
export function indexText(text: string): string {
  if (!beyondAscii.test(text)) return text;
  return foldPlain(text).replace(run, separated);
}

function separated(characters: string): string {
  let result = '';
  // Whether a word that is one sign stands last, which what follows must be kept apart from.
  let isOpen = false;
  for (const character of characters) {
    const kind = classOf(character.codePointAt(0) ?? 0);
    if (kind === characterClass.mark) result += character;
    else if (kind === characterClass.separator) result += ' ';
    else result += isOpen || kind === characterClass.alone ? ` ${character}` : character;
    isOpen = kind === characterClass.alone || (isOpen && kind === characterClass.mark);
  }
  return isOpen ? `${result} ` : result;
}
