/** What of other programs a JSON text holds in place of articles. */
export type ExchangeContent = 'annotations' | 'references';

/** So many of a list's items are looked at. */
const lookedAt = 5;

const annotationTypes = new Set(['Annotation', 'AnnotationPage', 'AnnotationCollection']);

/**
 * Whether parsed JSON is a file of annotations (Web Annotation, https://www.w3.org/TR/annotation-model/; Hypothesis) or of
 * references (CSL JSON) and no table of articles; `null`: neither. References with a text of their own are articles. Never
 * throws. Cost: the first items.
 */
export function exchangeContent(value: unknown): ExchangeContent | null {
  const items = Array.isArray(value) ? value : isObject(value) ? (listIn(value) ?? [value]) : [];
  const first = items.slice(0, lookedAt);
  if (isWebAnnotation(value) || first.some((item) => isWebAnnotation(item) || isHypothesis(item))) {
    return 'annotations';
  }
  return first.length > 0 && first.every(isReference) ? 'references' : null;
}

function listIn({ rows, annotations, items }: Record<string, unknown>): readonly unknown[] | null {
  return [rows, annotations, items].find(Array.isArray) ?? null;
}

function isWebAnnotation(item: unknown): boolean {
  if (!isObject(item)) return false;
  const contexts = listed(item['@context']);
  if (contexts.some((one) => typeof one === 'string' && /w3\.org\/ns\/anno\b/.test(one)))
    return true;
  const isOne = listed(item.type ?? item['@type']).some(
    (type) => typeof type === 'string' && annotationTypes.has(type.replace(/^oa:/, '')),
  );
  return isOne && ['target', 'items', 'first'].some((name) => name in item);
}

/** `{ "uri": …, "target": [{ "selector": … }] }`, with who wrote it; a note on a whole page has no selector. */
function isHypothesis(item: unknown): boolean {
  if (!isObject(item) || typeof item.uri !== 'string') return false;
  const isTarget = listed(item.target).some((one) => isObject(one) && 'selector' in one);
  return isTarget || (typeof item.user === 'string' && item.user.startsWith('acct:'));
}

/** A date in parts is said by no one else. */
function isReference(item: unknown): boolean {
  if (!isObject(item) || typeof item.type !== 'string' || typeof item.title !== 'string')
    return false;
  if (['text', 'content', 'body'].some((name) => name in item)) return false;
  const isDated = isObject(item.issued) && ('date-parts' in item.issued || 'raw' in item.issued);
  return isDated || listed(item.author).some((one) => isObject(one) && 'family' in one);
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
