import { jsonrepair } from 'jsonrepair';

/** What the JSON-LD scripts of a page hold. */
export interface ParsedLinkedData {
  readonly values: readonly unknown[];
  /** Whether any of them is no JSON and was put right. */
  readonly repaired: boolean;
}

// jsonrepair's cost grows with the square of the quotation marks that stand where none may: some 70 ms for this length.
const longestRepair = 100_000;

/**
 * Parses JSON-LD scripts. One that is no JSON is put right if its mistake is a usual one: a comma too many, a line break
 * or quotation marks in a string, comments, several objects in a row. What is beyond that is passed over, as search
 * engines do. Linear but for 100,000 code units of broken ones.
 */
export function parseLinkedData(scripts: Iterable<string>): ParsedLinkedData {
  const values: unknown[] = [];
  let repaired = false;
  let left = longestRepair;
  for (const script of scripts) {
    // Old habits: the script wrapped in a comment or a CDATA section.
    const json = script
      .trim()
      .replace(/^(?:\/\/\s*|\/\*\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?/, '')
      .replace(/(?:\/\/\s*|\/\*\s*)?(?:\]\]>|-->)(?:\s*\*\/)?$/, '');
    const parsed = attempt(() => JSON.parse(json));
    if (parsed !== undefined) {
      values.push(parsed);
      continue;
    }
    // Beginning as JSON does: jsonrepair makes a string of any text.
    if (json.length > left || !/^(?:\/\*[\s\S]*?\*\/\s*)?[[{]/.test(json)) continue;
    left -= json.length;
    const value = attempt(() => JSON.parse(jsonrepair(separated(json))));
    if (value === undefined) continue;
    values.push(value);
    repaired = true;
  }
  return { values, repaired };
}

/** With the comma that jsonrepair wants between two objects, and without the semicolon of a program's statement. */
function separated(json: string): string {
  return json.replace(/\}\s*(?=\{)/g, '},').replace(/[;,\s]+$/, '');
}

/** `undefined` for what is no JSON, cannot be put right, or is nested deeper than the stack goes. */
function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}
