import { isObject, type Json, type JsonObject, listOfJson } from './json.ts';

const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** Properties of which a resource has one at most, as text (Web Annotation Data Model, sections 3 and 4). */
const single = ['id', 'bodyValue', 'value', 'exact', 'prefix', 'suffix', 'source', 'conformsTo'];
const selectorTypes = [
  'FragmentSelector',
  'CssSelector',
  'XPathSelector',
  'TextQuoteSelector',
  'TextPositionSelector',
  'DataPositionSelector',
  'SvgSelector',
  'RangeSelector',
];
const setTypes = ['Choice', 'Composite', 'List', 'Independents'];
// xsd:dateTime.
const dateTime = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;
const iri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]*$/i;

/** Whether a value of `@context` names the context of Web Annotations. */
export function hasAnnotationContext(context: Json | undefined): boolean {
  return listOfJson(context).some(
    (one) => typeof one === 'string' && one.replace(/^https:/, 'http:') === annotationContext,
  );
}

/** Whether something says that it is an Annotation. */
function isAnnotation(value: Json | undefined): value is JsonObject {
  return isObject(value) && listOfJson(value.type).includes('Annotation');
}

/**
 * What is wrong with an annotation by the normative parts of the Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/), in sentences; none: it conforms. The context is looked at where it stands: an
 * annotation in a page has that of the page.
 */
export function annotationFaults(annotation: JsonObject): readonly string[] {
  const faults: string[] = [];
  const say = (fault: string): void => {
    faults.push(fault);
  };
  if (annotation['@context'] !== undefined && !hasAnnotationContext(annotation['@context'])) {
    say(`Its @context is not ${annotationContext}.`);
  }
  if (!isAnnotation(annotation)) say('Its type is not Annotation.');
  checkId(annotation.id, 'An annotation', true, say);
  const targets = listOfJson(annotation.target);
  if (targets.length === 0) say('It has no target.');
  for (const target of targets) checkResource(target, 'target', say);
  for (const body of listOfJson(annotation.body)) checkResource(body, 'body', say);
  if (annotation.bodyValue !== undefined) {
    if (typeof annotation.bodyValue !== 'string') say('Its bodyValue is no text.');
    if (annotation.body !== undefined) say('It has both a body and a bodyValue.');
  }
  checkTexts(annotation, ['motivation', 'rights', 'canonical', 'via'], say);
  checkTimes(annotation, say);
  for (const agent of [...listOfJson(annotation.creator), ...listOfJson(annotation.generator)]) {
    if (typeof agent !== 'string' && !isObject(agent)) say('Its creator is no resource.');
  }
  return faults;
}

type Say = (fault: string) => void;

function checkId(id: Json | undefined, what: string, isWanted: boolean, say: Say): void {
  if (id === undefined) {
    if (isWanted) say(`${what} has no id.`);
    return;
  }
  if (typeof id !== 'string') say(`${what} has one id, which is text.`);
  else if (!iri.test(id)) say(`The id “${id.slice(0, 80)}” is no IRI.`);
}

function checkResource(resource: Json, role: 'body' | 'target', say: Say): void {
  if (typeof resource === 'string') {
    if (!iri.test(resource)) say(`Its ${role} “${resource.slice(0, 80)}” is no IRI.`);
    return;
  }
  if (!isObject(resource)) {
    say(`Its ${role} is neither an IRI nor a resource.`);
    return;
  }
  const types = listOfJson(resource.type);
  for (const name of single) {
    if (Array.isArray(resource[name])) say(`Its ${role} has several values of ${name}.`);
  }
  checkTimes(resource, say);
  checkTexts(resource, ['purpose', 'language', 'format', 'rights', 'styleClass'], say);
  if (types.some((type) => setTypes.includes(String(type))) || resource.items !== undefined) {
    const items = listOfJson(resource.items);
    if (items.length === 0) say(`Its ${role} is a set without items.`);
    for (const item of items) checkResource(item, role, say);
  } else if (types.includes('TextualBody') || 'value' in resource) {
    if (typeof resource.value !== 'string') say('A TextualBody has one value, which is text.');
  } else if (types.includes('SpecificResource') || 'source' in resource) {
    checkSpecific(resource, role, say);
  } else checkId(resource.id, `A ${role} that is described`, true, say);
}

function checkSpecific(resource: JsonObject, role: string, say: Say): void {
  const { source } = resource;
  if (isObject(source)) checkId(source.id, 'A source that is described', true, say);
  else if (typeof source !== 'string' || !iri.test(source)) {
    say(`Its ${role} is a SpecificResource without a source.`);
  }
  for (const selector of listOfJson(resource.selector)) checkSelector(selector, say);
  for (const state of listOfJson(resource.state)) {
    if (typeof state !== 'string' && !isObject(state)) say('A state is a resource.');
    else if (isObject(state)) {
      for (const name of ['sourceDate', 'sourceDateStart', 'sourceDateEnd']) {
        checkTime(state[name], name, say);
      }
    }
  }
}

function checkSelector(selector: Json, say: Say): void {
  if (typeof selector === 'string') return;
  if (!isObject(selector)) {
    say('A selector is a resource.');
    return;
  }
  const type = listOfJson(selector.type).find((one) => selectorTypes.includes(String(one)));
  if (type === undefined && !listOfJson(selector.type).includes('Choice')) {
    say('A selector is of none of the types of the model.');
  }
  const wantText = (name: string): void => {
    if (typeof selector[name] !== 'string')
      say(`A ${String(type)} has one ${name}, which is text.`);
  };
  const wantCount = (name: string): void => {
    const value = selector[name];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
      say(`A ${String(type)} has one ${name}, which is a whole number.`);
    }
  };
  switch (type) {
    case 'TextQuoteSelector':
      wantText('exact');
      for (const name of ['prefix', 'suffix']) if (name in selector) wantText(name);
      break;
    case 'TextPositionSelector':
    case 'DataPositionSelector':
      wantCount('start');
      wantCount('end');
      break;
    case 'FragmentSelector':
    case 'CssSelector':
    case 'XPathSelector':
      wantText('value');
      break;
    case 'RangeSelector':
      for (const name of ['startSelector', 'endSelector']) {
        const end = selector[name];
        if (end === undefined) say(`A RangeSelector has one ${name}.`);
        else checkSelector(end, say);
      }
      break;
    default:
  }
  for (const inner of listOfJson(selector.refinedBy)) checkSelector(inner, say);
}

function checkTexts(resource: JsonObject, names: readonly string[], say: Say): void {
  for (const name of names) {
    if (listOfJson(resource[name]).some((one) => typeof one !== 'string' && !isObject(one))) {
      say(`A value of ${name} is no text.`);
    }
  }
}

function checkTimes(resource: JsonObject, say: Say): void {
  for (const name of ['created', 'modified', 'generated']) checkTime(resource[name], name, say);
}

function checkTime(value: Json | undefined, name: string, say: Say): void {
  if (value === undefined) return;
  if (typeof value !== 'string' || !dateTime.test(value)) say(`Its ${name} is no xsd:dateTime.`);
}
