import { readUuid } from '../../base/derived-id.ts';
import { claimStatuses, stances } from '../../claim/claim-diffs.ts';
import type { ClaimStatus, Stance } from '../../record/records.ts';
import {
  ExchangeFault,
  type ExchangeReader,
  type ImportContext,
  type ImportInput,
} from '../exchange-format.ts';
import type {
  DraftLinkEnd,
  DraftOrigin,
  DraftTagRef,
  ImportDraft,
  TagDraft,
} from '../import-draft.ts';
import { type AnnotationBodies, annotationBodies } from './annotation-bodies.ts';
import { type TargetDraft, targetDrafts } from './annotation-targets.ts';
import { annotationFaults, hasAnnotationContext } from './check-annotation.ts';
import { itemPlace } from './item-place.ts';
import {
  isNestedDeeper,
  isObject,
  type Json,
  type JsonObject,
  listOfJson,
  textOf,
} from './json.ts';
import { jsonItems } from './json-items.ts';

/** A tag below a hundred others has so many levels. */
const deepest = 200;

/**
 * Reads Web Annotations: one, a list, a page, a collection or a graph, each checked against the model (rule J5). One that does not
 * conform is refused with what is wrong; if the file is that one, the file is.
 */
export const webAnnotationReader: ExchangeReader = {
  id: 'web-annotation',
  recognise({ text, names }) {
    if (names.length > 1) return 0;
    if (text.includes('www.w3.org/ns/anno')) return 0.95;
    if (!/^\s*[[{]/.test(text)) return 0;
    return /"type"\s*:\s*\[?\s*"Annotation(?:Page|Collection)?"/.test(text) ? 0.6 : 0.05;
  },
  read: (input, context) => new WebAnnotations(context).read(input),
};

class WebAnnotations {
  readonly #context: ImportContext;
  readonly #tags = new Set<string>();
  readonly #claims = new Set<string>();
  #count = 0;

  constructor(context: ImportContext) {
    this.#context = context;
  }

  async *read({ files }: ImportInput): AsyncGenerator<ImportDraft> {
    const [file] = files;
    if (file === undefined) return;
    let hasHead = false;
    let hasContext = false;
    const { progress } = this.#context;
    for await (const part of jsonItems(file, progress)) {
      if (part.kind === 'head') {
        hasHead = true;
        hasContext ||= hasAnnotationContext(part.head['@context']);
        this.#tellNext(part.head, file.name);
        continue;
      }
      this.#count += 1;
      yield* this.#take(part.item, hasHead, hasContext, file.name);
    }
    if (this.#count === 0) throw new ExchangeFault(`There are no annotations in “${file.name}”.`);
  }

  /** A collection may go on in pages that are files of their own. */
  #tellNext(head: JsonObject, fileName: string): void {
    let page: Json | undefined = isObject(head.first) ? head.first : head;
    while (isObject(page) && isObject(page.next)) page = page.next;
    const next = isObject(page) ? page.next : undefined;
    if (typeof next !== 'string' || next === '') return;
    this.#context.report.remark(
      `“${fileName}” is one page of several: the next one is at ${next.slice(0, 200)}. Import it, too.`,
    );
  }

  *#take(
    item: Json,
    isListed: boolean,
    hasContext: boolean,
    fileName: string,
  ): Generator<ImportDraft> {
    const where = itemPlace(item, this.#count);
    const elsewhere = isListed ? null : pagesElsewhere(item);
    if (elsewhere !== null) {
      throw new ExchangeFault(
        `“${fileName}” only names the pages of a collection, and holds no annotations. Download the first page (${elsewhere.slice(0, 200)}) and those behind it, and import them.`,
      );
    }
    const faults = !isObject(item)
      ? [
          typeof item === 'string'
            ? `Only its address stands here (${item.slice(0, 200)}), not the annotation.`
            : 'It is no object.',
        ]
      : isNestedDeeper(item, deepest)
        ? ['It is nested deeper than any annotation.']
        : [
            ...(hasContext || item['@context'] !== undefined
              ? []
              : ['It has no @context of Web Annotations.']),
            ...annotationFaults(item),
          ];
    if (!isObject(item) || faults.length > 0) {
      if (!isListed && this.#count === 1) {
        throw new ExchangeFault(`“${fileName}” is no valid Web Annotation. ${faults.join(' ')}`);
      }
      this.#context.report.refuse(where, faults.join(' '));
      return;
    }
    yield* this.#drafts(item, where);
  }

  *#drafts(item: JsonObject, where: string): Generator<ImportDraft> {
    const bodies = annotationBodies(item);
    for (const { what, why } of bodies.lost) this.#context.report.lose(what, why, where);
    for (const tag of bodies.tags) yield* this.#tag(tag.above);
    const motivations = listOfJson(item.motivation);
    const key = textOf(item.id) ?? `annotation ${this.#count}`;
    const common = { key, where, ...originOf(item) };
    const number = numberIn(textOf(item['dcterms:identifier']));
    const targets = targetDrafts(item);
    const named = targets.flatMap(({ named }) => named ?? []);
    if (named.length === targets.length) {
      const draft = this.#ofNamed(motivations, bodies, named, common, number);
      if (draft === null) {
        this.#context.report.lose(
          'Annotations of annotations',
          'A note stands at a passage here, not at another note.',
          where,
        );
      } else yield draft;
      return;
    }
    yield* this.#passages(targets, bodies, common, number);
  }

  /** Claims, evidence and links as this program writes them: about other annotations, by their ids. */
  #ofNamed(
    motivations: readonly Json[],
    { classes, described, identified, tags, note, plain }: AnnotationBodies,
    named: readonly string[],
    common: DraftOrigin & { readonly key: string; readonly where: string },
    number: number | null,
  ): ImportDraft | null {
    const [first, second] = named;
    if (first === undefined) return null;
    if (motivations.includes('linking') && second !== undefined && named.length === 2) {
      const [type] = classes;
      const id = type?.id ?? null;
      return {
        kind: 'link',
        ...common,
        type: { name: type?.value ?? 'is linked with', ...(id === null ? {} : { key: id }) },
        from: this.#end(first),
        to: this.#end(second),
        note: plain,
      };
    }
    const stance = classes.find(({ purpose }) => purpose === 'assessing')?.value;
    if (motivations.includes('assessing') && identified !== null && isStance(stance)) {
      return { kind: 'evidence', ...common, claimKey: identified, annotationKey: first, stance };
    }
    if (motivations.includes('describing') && described !== null) {
      this.#claims.add(common.key);
      const status = classes.find(({ value }) => isStatus(value))?.value;
      const refs = tags.map(({ ref }) => ref);
      return {
        kind: 'claim',
        ...common,
        wording: described,
        tags: refs,
        note,
        ...(isStatus(status) ? { status } : {}),
        ...numbered(number),
      };
    }
    return null;
  }

  #end(key: string): DraftLinkEnd {
    const id = readUuid(key);
    const isClaim =
      this.#claims.has(key) || (id !== null && this.#context.records.get('claim', id) !== null);
    return { kind: isClaim ? 'claim' : 'annotation', key };
  }

  *#passages(
    targets: readonly TargetDraft[],
    { tags, note, described }: AnnotationBodies,
    common: DraftOrigin & { readonly key: string; readonly where: string },
    number: number | null,
  ): Generator<ImportDraft> {
    const refs: readonly DraftTagRef[] = tags.map(({ ref }) => ref);
    const words = described === null ? note : describedNote(note, described);
    for (const [index, { target, selector, fault }] of targets.entries()) {
      if (fault !== null) {
        this.#context.report.refuse(common.where, fault);
        continue;
      }
      const key = index === 0 ? common.key : `${common.key}#target-${index + 1}`;
      const passage = { target, selector, tags: refs, note: words };
      yield {
        kind: 'annotation',
        ...common,
        key,
        ...passage,
        ...numbered(index === 0 ? number : null),
      };
    }
  }

  /** The tags above one, from the top down, and itself, each once. */
  *#tag(path: readonly TagDraft[]): Generator<TagDraft> {
    for (const tag of path) {
      if (this.#tags.has(tag.key)) continue;
      this.#tags.add(tag.key);
      yield tag;
    }
  }
}

/** The address of the first page of a collection without any; `null`: it is no such thing. */
function pagesElsewhere(item: Json): string | null {
  if (!isObject(item) || !listOfJson(item.type).includes('AnnotationCollection')) return null;
  return typeof item.first === 'string' ? item.first : null;
}

function describedNote(
  note: AnnotationBodies['note'],
  described: string,
): AnnotationBodies['note'] {
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: described }] };
  return { type: 'doc', content: [paragraph, ...(note?.content ?? [])] };
}

/** The number in `3:10` or `C4`, as this program writes them; `null`: it is none of them. */
function numberIn(identifier: string | null): number | null {
  const number = /^(?:\d+:|C)(\d{1,9})$/.exec(identifier ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

function numbered(number: number | null): { readonly number?: number } {
  return number === null ? {} : { number };
}

function originOf(item: JsonObject): DraftOrigin {
  const [creator] = listOfJson(item.creator);
  const author = isObject(creator)
    ? (textOf(creator.name) ?? textOf(creator.nickname) ?? textOf(creator.id))
    : textOf(creator);
  return { author, createdAt: textOf(item.created), modifiedAt: textOf(item.modified) };
}

function isStance(value: string | undefined): value is Stance {
  return stances.some((stance) => stance === value);
}

function isStatus(value: string | undefined): value is ClaimStatus {
  return claimStatuses.some((status) => status === value);
}
