import { JSONParser } from '@streamparser/json';
import { decodeText } from '../decode-text.ts';
import { ExchangeFault, type ImportFile } from '../exchange-format.ts';
import { JsonDepth, tooDeep } from '../json-depth.ts';
import { isObject, type Json, type JsonObject, listOfJson } from './json.ts';

/** Files up to this are read whole, whatever their shape; larger ones piece by piece. */
const readWhole = 32_000_000;

/** Where lists of annotations stand: collections, pages, graphs, exports of Hypothesis, bare lists. */
const listPaths = [
  '$.first.items.*',
  '$.items.*',
  '$.@graph.*',
  '$.annotations.*',
  '$.rows.*',
  '$.@context',
  '$.next',
  '$.first.next',
];

/** A first line longer than this is none of a file of lines. */
const longestFirstLine = 262_144;

/** What a file holds: its head (a collection's or page's own properties), then each item. */
export type JsonPart =
  | { readonly kind: 'head'; readonly head: JsonObject }
  | { readonly kind: 'item'; readonly item: Json };

/**
 * The items of a JSON file: of a list, a collection, a page, a graph, or the one object that it is; or a JSON value each line.
 * A large file is never held whole; its heads then hold its context and where it goes on, alone. Throws `ExchangeFault` for what is no JSON.
 *
 * @param largest the size in bytes from which a file counts as large
 */
export async function* jsonItems(
  file: ImportFile,
  progress: (done: number, total: number) => void,
  largest = readWhole,
): AsyncGenerator<JsonPart> {
  if (file.size <= largest) yield* whole(parsed(file.name, await file.bytes()));
  else if (await isOfLines(file)) yield* lines(file, progress);
  else yield* streamed(file, progress);
}

function* whole(value: Json): Generator<JsonPart> {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) yield { kind: 'item', item };
    return;
  }
  if (!isObject(value)) {
    yield { kind: 'item', item: value };
    return;
  }
  const lists = itemLists(value);
  if (lists.length === 0) {
    yield { kind: 'item', item: value };
    return;
  }
  yield { kind: 'head', head: value };
  for (const list of lists) for (const item of list) yield { kind: 'item', item };
}

/** The lists of a collection or page, and of the pages that stand in it as its first and next ones. */
function itemLists(value: JsonObject): readonly (readonly Json[])[] {
  const lists = [...pagesFrom(value.first), ...pagesFrom(value)].map(itemsOfPage);
  return [...lists, value['@graph'], value.annotations, value.rows].filter((list) =>
    Array.isArray(list),
  );
}

function* pagesFrom(first: Json | undefined): Generator<JsonObject> {
  for (let page = first; isObject(page); page = page.next) yield page;
}

/** JSON-LD may write the only item of a list without the list. */
function itemsOfPage({ type, items }: JsonObject): Json | undefined {
  const isPage = listOfJson(type).includes('AnnotationPage');
  return isPage && (isObject(items) || typeof items === 'string') ? [items] : items;
}

function parsed(name: string, bytes: Uint8Array): Json {
  const text = decodeText(bytes).text.replace(/^\ufeff/, '');
  if (new JsonDepth().isTooDeep(text)) throw notJson(name, new Error(tooDeep));
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length > 1) {
      try {
        return lines.map((line) => JSON.parse(line) as Json);
      } catch {
        // Neither: the first fault tells more.
      }
    }
    throw notJson(name, error);
  }
}

/** What a page holds that stands in another. */
function* pageParts(page: JsonObject): Generator<JsonPart> {
  for (const list of itemLists(page)) for (const item of list) yield { kind: 'item', item };
}

/** Whether the first line is a JSON value of its own, and more comes behind it. */
async function isOfLines(file: ImportFile): Promise<boolean> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of file.chunks()) {
    text = (text + decoder.decode(chunk, { stream: true })).trimStart();
    const end = text.indexOf('\n');
    if (end !== -1) return isJson(text.slice(0, end)) && end + 1 < file.size - 1;
    if (text.length > longestFirstLine) return false;
  }
  return false;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A JSON value each line, one after the other. */
async function* lines(
  file: ImportFile,
  progress: (done: number, total: number) => void,
): AsyncGenerator<JsonPart> {
  const decoder = new TextDecoder();
  const depth = new JsonDepth();
  let rest = '';
  let done = 0;
  for await (const chunk of file.chunks()) {
    if (depth.isTooDeep(chunk)) throw notJson(file.name, new Error(tooDeep));
    const whole = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = whole.pop() ?? '';
    for (const line of whole) yield* lineItem(file.name, line);
    done += chunk.length;
    progress(done, file.size);
  }
  yield* lineItem(file.name, rest + decoder.decode());
}

function* lineItem(name: string, line: string): Generator<JsonPart> {
  if (line.trim() === '') return;
  try {
    yield { kind: 'item', item: JSON.parse(line) as Json };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw notJson(name, error);
  }
}

async function* streamed(
  file: ImportFile,
  progress: (done: number, total: number) => void,
): AsyncGenerator<JsonPart> {
  let waiting: JsonPart[] = [];
  let fault: Error | null = null;
  let parser: JSONParser | null = null;
  const depth = new JsonDepth();
  let done = 0;
  for await (const chunk of file.chunks()) {
    if (depth.isTooDeep(chunk)) throw notJson(file.name, new Error(tooDeep));
    if (parser === null) {
      if ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff)) {
        throw new ExchangeFault(
          `“${file.name}” is coded in UTF-16, which so large a file can't be read in. Save it in UTF-8.`,
        );
      }
      const isList = new TextDecoder()
        .decode(chunk)
        .trimStart()
        .replace(/^\ufeff/, '')
        .startsWith('[');
      parser = new JSONParser({ paths: isList ? ['$.*'] : listPaths, keepStack: false });
      parser.onValue = ({ value, key }) => {
        if (key === '@context') waiting.push({ kind: 'head', head: { '@context': value as Json } });
        else if (key === 'next') {
          waiting.push({ kind: 'head', head: { next: value as Json } });
          if (isObject(value as Json)) waiting.push(...pageParts(value as JsonObject));
        } else waiting.push({ kind: 'item', item: value as Json });
      };
      parser.onError = (error) => {
        fault ??= error;
      };
    }
    try {
      parser.write(chunk);
    } catch (error) {
      fault ??= error as Error;
    }
    if (fault !== null) throw notJson(file.name, fault);
    done += chunk.length;
    progress(done, file.size);
    yield* waiting;
    waiting = [];
  }
  if (parser === null || !parser.isEnded) {
    throw notJson(file.name, new Error('it ends in the middle'));
  }
}

function notJson(name: string, error: unknown): ExchangeFault {
  const reason = error instanceof Error ? error.message.slice(0, 200) : '';
  return new ExchangeFault(
    `“${name}” is no JSON (${reason}). Export it again where it comes from.`,
  );
}
