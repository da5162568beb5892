import { characterClass, classOf } from './character-class.ts';
import { foldPlain } from './fold-words.ts';

/** The words of a text, folded, in order (rules S1 and S2). */
export function foldedWords(text: string): string[] {
  const plain = foldPlain(text);
  const words: string[] = [];
  let word = '';
  for (const character of plain) {
    const kind = classOf(character.codePointAt(0) ?? 0);
    if (kind === characterClass.word) {
      word += character;
      continue;
    }
    if (word !== '') words.push(word);
    word = '';
    if (kind === characterClass.alone) words.push(character);
    if (kind === characterClass.mark) words.push((words.pop() ?? '') + character);
  }
  if (word !== '') words.push(word);
  return words;
}
