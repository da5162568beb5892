import { isObject, type Json, type JsonObject, listOfJson, textOf } from './json.ts';

const longest = 60;

/**
 * Where an annotation stands, for people: its number in the file, and what it can be told by: the first words that it quotes, else
 * those of what it says; the title or address of its article; else its own id. Annotations of Hypothesis, too. Never throws, whatever the item is.
 */
export function itemPlace(item: Json, count: number): string {
  const place = `annotation ${count}`;
  if (!isObject(item)) return place;
  const targets = listOfJson(item.target);
  const quote = targets.map(quoteIn).find((one) => one !== null);
  const words =
    quote ??
    listOfJson(item.body)
      .map(wordsOf)
      .find((one) => one !== null) ??
    null;
  const articles = [...targets.map(articleIn), named(textOf(item.uri) ?? '')];
  const article = articles.find((one) => one !== null) ?? null;
  const about = [
    ...(words === null ? [] : [`“${shortened(words)}”`]),
    ...(article === null ? [] : [`in ${shortened(article)}`]),
  ].join(' ');
  if (about !== '') return `${place}: ${about}`;
  const id = textOf(item.id);
  return id === null ? place : `${place} (${shortened(id)})`;
}

/** The words that a target, or the first part of one, quotes. */
function quoteIn(target: Json): string | null {
  if (!isObject(target)) return null;
  for (const selector of listOfJson(target.selector)) {
    const quote = exactIn(selector, 0);
    if (quote !== null) return quote;
  }
  const [first] = listOfJson(target.items);
  return isObject(first) && first.items === undefined ? quoteIn(first) : null;
}

function exactIn(selector: Json | undefined, depth: number): string | null {
  if (!isObject(selector) || depth > 5) return null;
  const exact = textOf(selector.exact);
  if (exact !== null && exact.trim() !== '') return exact;
  return exactIn(listOfJson(selector.refinedBy)[0], depth + 1);
}

function wordsOf(body: Json): string | null {
  const value = isObject(body) ? textOf(body.value) : null;
  return value === null || value.trim() === '' ? null : value;
}

function articleIn(target: Json): string | null {
  if (typeof target === 'string') return named(target);
  if (!isObject(target)) return null;
  const { source } = target;
  const about: JsonObject = isObject(source) ? source : {};
  const title = textOf(about['dcterms:title']) ?? textOf(about['dc:title']) ?? textOf(about.title);
  if (title !== null && title.trim() !== '') return `“${title.trim()}”`;
  return named(textOf(source) ?? textOf(about.id) ?? textOf(target.id) ?? '');
}

/** An address that says something to people; names that programs give say nothing. */
function named(address: string): string | null {
  return /^(?:https?|file|doi):/i.test(address) ? address : null;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const signs = [...line.slice(0, 2 * longest)];
  return signs.length <= longest ? line : `${signs.slice(0, longest - 1).join('')}…`;
}
