import type { HostMethod } from '../../app/host/host-api.ts';
import type { Change } from '../../app/record/change.ts';
import type { ProjectRecord } from '../../app/record/records.ts';
import { hostMethodSchemas } from '../../app/schema/host-schemas.ts';
import { z } from '../../app/schema/zod.ts';

type Checked = z.ZodSafeParseResult<unknown>;
type AppendArgument = z.output<(typeof hostMethodSchemas)['appendChange']['argument']>;

/** How many states of records are checked before others get their turn: some 5 ms. */
const sliceSize = 200;

/**
 * Checks what a method was given against its schema. A change of many records (a project restored, a tag taken off
 * everything) is checked in slices, so that it holds up nothing else in main. Never rejects.
 */
export async function checkArgument(method: HostMethod, argument: unknown): Promise<Checked> {
  const { argument: schema } = hostMethodSchemas[method];
  const parts = method === 'appendChange' ? largeDiff(argument) : null;
  return parts === null ? schema.safeParse(argument) : checkInSlices(parts);
}

interface LargeDiff {
  /** The argument with another diff. */
  with(diff: unknown): unknown;
  readonly lists: Readonly<Record<'added' | 'updated' | 'removed', readonly unknown[]>>;
  readonly rest: object;
}

/** Takes the diff of a change apart, if it is a large one and has the form of a diff: else `null`. */
function largeDiff(argument: unknown): LargeDiff | null {
  const change = fieldOf(argument, 'change');
  const diff = fieldOf(change, 'diff');
  if (typeof argument !== 'object' || typeof change !== 'object' || typeof diff !== 'object') {
    return null;
  }
  const { added, updated, removed, ...rest } = (diff ?? {}) as Record<string, unknown>;
  if (!Array.isArray(added) || !Array.isArray(updated) || !Array.isArray(removed)) return null;
  if (added.length + updated.length * 2 + removed.length <= sliceSize) return null;
  return {
    with: (other) => ({ ...argument, change: { ...change, diff: other } }),
    lists: { added, updated, removed },
    rest,
  };
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

async function checkInSlices(parts: LargeDiff): Promise<Checked> {
  const { argument: schema } = hostMethodSchemas.appendChange;
  const checked = { added: [], updated: [], removed: [] } as Lists;
  const none = { added: [], updated: [], removed: [] };
  let whole: AppendArgument | null = null;
  for (const name of ['added', 'updated', 'removed'] as const) {
    const list = parts.lists[name];
    const step = name === 'updated' ? sliceSize / 2 : sliceSize;
    for (let start = 0; start < list.length; start += step) {
      const slice = { ...parts.rest, ...none, [name]: list.slice(start, start + step) };
      const result = schema.safeParse(parts.with(slice));
      if (!result.success) return result;
      whole = result.data;
      checked[name].push(...(result.data.change.diff[name] as never[]));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const diff: Change['diff'] = checked;
  if (whole === null || !namesEachOnce(checked)) {
    return z.never({ error: 'A record stands in the diff twice.' }).safeParse(null);
  }
  return { success: true, data: { ...whole, change: { ...whole.change, diff } } };
}

interface Lists {
  readonly added: ProjectRecord[];
  readonly updated: (readonly [ProjectRecord, ProjectRecord])[];
  readonly removed: ProjectRecord[];
}

/** Rule D1, over all slices. */
function namesEachOnce({ added, updated, removed }: Lists): boolean {
  const ids = new Set<string>();
  for (const { id } of added) ids.add(id);
  for (const [{ id }] of updated) ids.add(id);
  for (const { id } of removed) ids.add(id);
  return ids.size === added.length + updated.length + removed.length;
}
