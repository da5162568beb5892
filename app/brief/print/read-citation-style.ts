import { failure, type Result, success } from '../../base/result.ts';
import { type CslElement, elementsOf, readCsl, textOf } from './read-csl.ts';

/** What a style file says of itself. */
export interface StyleFacts {
  readonly title: string;
  /** Whether citations are notes, or stand in the text. */
  readonly inNotes: boolean;
  /** What citations in the text are by; of notes `note`. */
  readonly format: 'note' | 'author-date' | 'author' | 'numeric' | 'label';
  readonly hasBibliography: boolean;
  /** The language that the style insists on, as CSL names it; `null`: any. */
  readonly language: string | null;
  /** The file in citeproc's form. */
  readonly tree: CslElement;
}

/** The elements that macros may come to when each is put where it is called; the largest published style has 8,000. */
const mostExpanded = 200_000;

/**
 * Reads a CSL style and checks that it can be used: that it is a style and no locale, that it says itself how to cite (a
 * dependent style only names another), that its macros exist, do not call themselves and do not grow without bound. Fails
 * with a sentence that says what to do. Whether citeproc takes it, `tryCitationStyle` tells. Linear.
 */
export function readCitationStyle(xml: string): Result<StyleFacts, 'unusable-style'> {
  const read = readCsl(xml);
  if (!read.ok) return failure('unusable-style', read.error.message);
  const tree = read.value;
  if (tree.name !== 'style') {
    return failure(
      'unusable-style',
      'This file is no citation style: it does not begin with <style>. Choose a file that ends in .csl.',
    );
  }
  const [info] = elementsOf(tree, 'info');
  const title = textOf(info && elementsOf(info, 'title')[0]);
  const [citation] = elementsOf(tree, 'citation');
  const parent =
    info && elementsOf(info, 'link').find(({ attrs }) => attrs.rel === 'independent-parent');
  if (parent !== undefined) {
    const name = (parent.attrs.href ?? '').split('/').at(-1) ?? '';
    return failure(
      'unusable-style',
      `“${title}” only says that it is the same as the style “${name}”. Add the file ${name}.csl instead.`,
    );
  }
  if (citation === undefined || elementsOf(citation, 'layout').length === 0) {
    return failure(
      'unusable-style',
      'This style does not say how to cite (it has no citation with a layout). Choose another file.',
    );
  }
  const fault = macroFault(tree);
  if (fault !== null) return failure('unusable-style', fault);
  const inNotes = tree.attrs.class === 'note';
  return success({
    title: title === '' ? 'Style without a title' : title.slice(0, 300),
    inNotes,
    format: formatOf(info, inNotes),
    hasBibliography: elementsOf(tree, 'bibliography').length > 0,
    language: tree.attrs['default-locale'] ?? null,
    tree,
  });
}

const formats = ['author-date', 'author', 'numeric', 'label'] as const;

function formatOf(info: CslElement | undefined, inNotes: boolean): StyleFacts['format'] {
  if (inNotes) return 'note';
  const stated = info && elementsOf(info, 'category').map(({ attrs }) => attrs['citation-format']);
  return formats.find((format) => stated?.includes(format)) ?? 'author-date';
}

/** What is wrong with a style's macros, or `null`. Each is measured once, however often it is called. */
function macroFault(tree: CslElement): string | null {
  const macros = new Map(
    elementsOf(tree, 'macro').map((macro) => [macro.attrs.name ?? '', macro] as const),
  );
  const sizes = new Map<string, number>();
  const open = new Set<string>();
  const sizeOf = (element: CslElement): number => {
    let size = 1;
    for (const child of elementsOf(element)) size += sizeOf(child);
    const called = element.name === 'macro' ? undefined : element.attrs.macro;
    return called === undefined ? size : size + macroSize(called);
  };
  const macroSize = (name: string): number => {
    const known = sizes.get(name);
    if (known !== undefined) return known;
    const macro = macros.get(name);
    if (macro === undefined)
      throw new MacroFault(`calls the macro “${name}”, which it does not have`);
    if (open.has(name)) throw new MacroFault(`has a macro “${name}” that calls itself`);
    if (open.size >= deepestCalls)
      throw new MacroFault('has macros that call one another too deeply');
    open.add(name);
    const size = Math.min(sizeOf(macro), mostExpanded + 1);
    open.delete(name);
    sizes.set(name, size);
    return size;
  };
  try {
    let size = 0;
    for (const element of elementsOf(tree)) {
      if (element.name === 'macro') macroSize(element.attrs.name ?? '');
      else size += sizeOf(element);
    }
    if (size > mostExpanded) throw new MacroFault('has macros that grow without bound');
  } catch (error) {
    if (!(error instanceof MacroFault)) throw error;
    return `This style ${error.message}. Choose another file, or ask its maker to put it right.`;
  }
  return null;
}

const deepestCalls = 60;

class MacroFault extends Error {}
