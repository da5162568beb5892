/** JSON as it was read: of a shape that nobody has looked at. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON-LD writes one value without its list. */
export function listOfJson(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value as Json];
}

/** The first text of a property; `null`: it has none. */
export function textOf(value: Json | undefined): string | null {
  const text = listOfJson(value).find((one) => typeof one === 'string');
  return typeof text === 'string' ? text : null;
}

/** Whether values are nested deeper than that: no annotation is, and who walks through one needs no more than so many steps down. */
export function isNestedDeeper(value: Json, most: number): boolean {
  let level: readonly Json[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > most) return true;
    level = level.flatMap((one): readonly Json[] =>
      typeof one === 'object' && one !== null ? (Object.values(one) as readonly Json[]) : [],
    );
  }
  return false;
}
