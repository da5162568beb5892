import type { RevisionHash } from '../../base/brand.ts';
import { readUuid } from '../../base/derived-id.ts';
import type { ArticleTarget, DraftSelector } from '../import-draft.ts';
import { isObject, type Json, type JsonObject, listOfJson, textOf } from './json.ts';
import { narrowedQuote } from './narrowed-quote.ts';

/** A target of an annotation. */
export interface TargetDraft {
  readonly target: ArticleTarget;
  /** `null`: the whole of it. */
  readonly selector: DraftSelector | null;
  /** It is another annotation or a claim, by its `urn:uuid:`. */
  readonly named: string | null;
  /** Why it can't be taken; `null`: it can. */
  readonly fault: string | null;
}

const sha256 = /^(?:urn:sha256:|urn:sha-256:)([0-9a-f]{64})$/i;

/** The targets of an annotation; each item of a set is one, of a choice the first. */
export function targetDrafts(item: JsonObject): readonly TargetDraft[] {
  return listOfJson(item.target).flatMap(targets);
}

function targets(target: Json): readonly TargetDraft[] {
  if (typeof target === 'string') return [whole(target, {})];
  if (!isObject(target)) return [];
  const items = listOfJson(target.items);
  if (items.length > 0) {
    const isChoice = listOfJson(target.type).includes('Choice');
    return (isChoice ? items.slice(0, 1) : items).flatMap(targets);
  }
  if (target.source === undefined) return [whole(textOf(target.id) ?? '', target)];
  const { source } = target;
  const about = isObject(source) ? source : {};
  const address = textOf(source) ?? textOf(about.id) ?? '';
  const { article, named } = targetOf(address, about, listOfJson(target.state));
  const selectors = listOfJson(target.selector);
  if (selectors.length === 0) return [{ target: article, selector: null, named, fault: null }];
  const selector = draftSelector(selectors);
  const fault =
    selector === null
      ? unknownSelector(selectors)
      : selector.quote === '' && selector.position === undefined
        ? 'It points at no words, or at none within those that it refines.'
        : null;
  const byQuote = (selector?.quote ?? '') !== '';
  return [{ target: byQuote ? { ...article, byQuote } : article, selector, named: null, fault }];
}

/** A target without a selector. One in a fragment of the address says no more than which page. */
function whole(address: string, about: JsonObject): TargetDraft {
  const { article, named } = targetOf(address, about, []);
  return { target: article, selector: null, named, fault: null };
}

function targetOf(
  address: string,
  about: JsonObject,
  states: readonly Json[],
): { readonly article: ArticleTarget; readonly named: string | null } {
  const copies = states.flatMap((state) => (isObject(state) ? listOfJson(state.cached) : []));
  const hash = [address, ...copies]
    .map((one) => (typeof one === 'string' ? sha256.exec(one)?.[1] : undefined))
    .find((one) => one !== undefined);
  const title = textOf(about['dcterms:title']) ?? textOf(about['dc:title']) ?? textOf(about.title);
  const outlet = textOf(about['dcterms:publisher']);
  const published = textOf(about['dcterms:issued']);
  const article: ArticleTarget = {
    ...(hash === undefined ? {} : { hash: hash.toLowerCase() as RevisionHash }),
    ...(/^https?:/i.test(address) ? { url: address } : {}),
    ...(title === null ? {} : { title }),
    ...(outlet === null ? {} : { outlet }),
    ...(published === null ? {} : { published }),
  };
  return { article, named: readUuid(address) === null ? null : address };
}

/** Quotation and position of the selectors, also of those that refine others; `null`: they tell of neither. */
function draftSelector(selectors: readonly Json[]): DraftSelector | null {
  const all = selectors.filter(isObject).flatMap(withRefined);
  const quote = selectors
    .filter(isObject)
    .map((one) => narrowedQuote(one, null))
    .findLast((one) => one !== null);
  const position = all.find(
    (one) => isType(one, 'TextPositionSelector') && typeof one.start === 'number',
  );
  const isRefining = all.length > selectors.length;
  if ((quote ?? null) === null && (position === undefined || isRefining)) return null;
  const { start, end } = position ?? {};
  return {
    ...quote,
    // A position within what another selector chose counts from there.
    ...(typeof start === 'number' && typeof end === 'number' && !isRefining
      ? { position: { start, end, unit: 'code-point' } as const }
      : {}),
  };
}

function withRefined(selector: JsonObject): readonly JsonObject[] {
  return [selector, ...listOfJson(selector.refinedBy).filter(isObject).flatMap(withRefined)];
}

function unknownSelector(selectors: readonly Json[]): string {
  const types = selectors.filter(isObject).flatMap(({ type }) => listOfJson(type).map(String));
  const names = [...new Set(types)].join(', ') || 'something';
  return `It points into its source by ${names}, which says nothing of words. Only quotations and positions in text can be found.`;
}

function isType({ type }: JsonObject, name: string): boolean {
  return listOfJson(type).includes(name);
}
