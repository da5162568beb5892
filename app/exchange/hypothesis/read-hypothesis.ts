import type { RichTextNode } from '../../record/rich-text.ts';
import {
  ExchangeFault,
  type ExchangeReader,
  type ImportContext,
  type ImportInput,
} from '../exchange-format.ts';
import type { ArticleTarget, DraftSelector, ImportDraft } from '../import-draft.ts';
import { joinNotes } from '../notes/plain-note.ts';
import { readNoteMarkdown } from '../notes/read-note-markdown.ts';
import { itemPlace } from '../web-annotation/item-place.ts';
import { isObject, type JsonObject, listOfJson, textOf } from '../web-annotation/json.ts';
import { jsonItems } from '../web-annotation/json-items.ts';

/**
 * Reads what Hypothesis exports: the client's file (`{ export_date, annotations }`), answers of its interface for programs
 * (`{ total, rows }`, https://h.readthedocs.io/en/latest/api-reference/v1/), or a list of annotations. Replies become part of
 * the note that they answer, with who wrote them.
 */
export const hypothesisReader: ExchangeReader = {
  id: 'hypothesis',
  recognise({ text, names }) {
    if (names.length > 1 || !/^\s*[[{]/.test(text)) return 0;
    if (/"acct:[^"]*@[^"]*"/.test(text) && text.includes('"uri"')) return 0.9;
    if (text.includes('"export_date"') && text.includes('"annotations"')) return 0.9;
    return text.includes('"uri"') && text.includes('"selector"') ? 0.6 : 0;
  },
  read: (input, context) => read(input, context),
};

/** More replies than this are not kept at hand. */
const mostReplies = 100_000;

async function* read({ files }: ImportInput, context: ImportContext): AsyncGenerator<ImportDraft> {
  const [file] = files;
  if (file === undefined) return;
  const answers: JsonObject[] = [];
  const known = new Set<string>();
  let count = 0;
  // Replies may stand before what they answer: they are gathered first.
  for await (const part of jsonItems(file, () => undefined)) {
    if (part.kind !== 'item' || !isObject(part.item) || !isWhole(part.item)) continue;
    known.add(textOf(part.item.id) ?? '');
    if (isReply(part.item) && answers.length < mostReplies) answers.push(part.item);
  }
  const replies = new Map<string, JsonObject[]>();
  for (const reply of answers) {
    const parent = answered(reply, known);
    if (parent === null) continue;
    const others = replies.get(parent);
    if (others === undefined) replies.set(parent, [reply]);
    else others.push(reply);
  }
  for await (const part of jsonItems(file, context.progress)) {
    if (part.kind !== 'item') continue;
    count += 1;
    const where = itemPlace(part.item, count);
    if (isObject(part.item) && part.item.deleted === true) {
      context.report.refuse(where, 'It was deleted.');
      continue;
    }
    if (!isObject(part.item) || !isWhole(part.item)) {
      if (count === 1 && !isObject(part.item)) {
        throw new ExchangeFault(`“${file.name}” is no export of Hypothesis.`);
      }
      context.report.refuse(where, 'It does not say which page it is about.');
      continue;
    }
    if (!isReply(part.item)) yield annotation(part.item, { where, count }, replies, context);
    else if (answered(part.item, known) === null) {
      context.report.refuse(where, 'It answers an annotation that is not in the file.');
    }
  }
  if (count === 0) throw new ExchangeFault(`There are no annotations in “${file.name}”.`);
}

function annotation(
  item: JsonObject,
  { where, count }: { readonly where: string; readonly count: number },
  replies: ReadonlyMap<string, readonly JsonObject[]>,
  { report }: ImportContext,
): ImportDraft {
  const id = textOf(item.id) ?? `annotation ${count}`;
  const selector = selectorOf(item);
  const lose = (what: string, why: string): void => report.lose(what, why, where);
  if (item.hidden === true || item.flagged === true)
    lose('Moderation', 'There is no place for it here.');
  if (isObject(item.group) || (textOf(item.group) ?? '__world__') !== '__world__') {
    lose('Groups', 'There is no place for them here.');
  }
  if (isPrivate(item)) lose('Who may read annotations', 'There is no place for it here.');
  const quote = selector?.quote ?? '';
  return {
    kind: 'annotation',
    key: `hypothesis:${id}`,
    where,
    target: { ...targetOf(item), ...(quote === '' ? {} : { byQuote: true }) },
    selector,
    tags: listOfJson(item.tags).flatMap((tag) =>
      typeof tag === 'string' && tag.trim() !== '' ? [{ path: [tag] }] : [],
    ),
    note: joinNotes([readNoteMarkdown(textOf(item.text) ?? ''), ...thread(id, replies)]),
    author: authorOf(item),
    createdAt: textOf(item.created),
    modifiedAt: textOf(item.updated),
  };
}

/** What was answered to one, and what was answered to that, each headed by who wrote it and when. */
function thread(
  id: string,
  replies: ReadonlyMap<string, readonly JsonObject[]>,
): readonly RichTextNode[] {
  const answersTo = (one: string): readonly JsonObject[] =>
    [...(replies.get(one) ?? [])].sort((reply, other) =>
      (textOf(reply.created) ?? '') < (textOf(other.created) ?? '') ? -1 : 1,
    );
  const seen = new Set([id]);
  const quoted: RichTextNode[] = [];
  // Not by calling itself: a file may have answers to answers without end.
  const waiting = [...answersTo(id)].reverse();
  for (let reply = waiting.pop(); reply !== undefined; reply = waiting.pop()) {
    const own = textOf(reply.id) ?? '';
    if (seen.has(own)) continue;
    seen.add(own);
    quoted.push(quotedReply(reply));
    for (const answer of [...answersTo(own)].reverse()) waiting.push(answer);
  }
  return quoted;
}

function quotedReply(reply: JsonObject): RichTextNode {
  const when = textOf(reply.created)?.slice(0, 10);
  const who = [authorOf(reply) ?? 'Somebody', when].filter((one) => one !== undefined).join(', ');
  const content = readNoteMarkdown(textOf(reply.text) ?? '')?.content ?? [{ type: 'paragraph' }];
  const head = {
    type: 'paragraph',
    content: [{ type: 'text', text: `${who}:`, marks: [{ type: 'strong' }] }],
  };
  return { type: 'doc', content: [{ type: 'blockquote', content: [head, ...content] }] };
}

function targetOf(item: JsonObject): ArticleTarget {
  const document = isObject(item.document) ? item.document : {};
  const title = textOf(document.title);
  return {
    url: textOf(item.uri) ?? '',
    ...(title === null ? {} : { title }),
  };
}

/** `null`: a note on the page. */
function selectorOf(item: JsonObject): DraftSelector | null {
  const [target] = listOfJson(item.target).filter(isObject);
  const selectors = listOfJson(target?.selector).filter(isObject);
  const quote = selectors.find((one) => one.type === 'TextQuoteSelector');
  const exact = textOf(quote?.exact);
  if (quote === undefined || exact === null) return null;
  const position = selectors.find((one) => one.type === 'TextPositionSelector');
  const { start, end } = position ?? {};
  return {
    quote: exact,
    prefix: textOf(quote.prefix) ?? '',
    suffix: textOf(quote.suffix) ?? '',
    // Of the page as the browser had it: it tells no more than which of several places is nearer.
    ...(typeof start === 'number' && typeof end === 'number'
      ? { position: { start, end, unit: 'utf-16' as const } }
      : {}),
  };
}

/** Whether it is more than the mark of something that was deleted. */
function isWhole(item: JsonObject): boolean {
  return typeof item.uri === 'string' && item.deleted !== true;
}

function isReply(item: JsonObject): boolean {
  return listOfJson(item.references).some((one) => typeof one === 'string');
}

/** What a reply answers: the last of its references that is there; those between may have been deleted. */
function answered(reply: JsonObject, known: ReadonlySet<string>): string | null {
  const references = listOfJson(reply.references).filter((one) => typeof one === 'string');
  return references.findLast((one) => known.has(one)) ?? null;
}

/** Whether only who wrote it may read it. */
function isPrivate({ permissions }: JsonObject): boolean {
  const readers = isObject(permissions) ? listOfJson(permissions.read) : [];
  return readers.length > 0 && readers.every((one) => /^acct:/.test(String(one)));
}

function authorOf(item: JsonObject): string | null {
  const info = isObject(item.user_info) ? textOf(item.user_info.display_name) : null;
  const account = /^acct:([^@]+)@/.exec(textOf(item.user) ?? '')?.[1];
  return info ?? textOf(item.display_name) ?? account ?? null;
}
