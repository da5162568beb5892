import { readPath } from '../../annotation/tag-paths.ts';
import { relationLine, tagLine } from './type-names.ts';

/** What `annotation.conf` says of types. */
export interface BratConfiguration {
  /** Paths of tags by the names of types: our own names where the file has them, else types under those above them. */
  readonly tags: ReadonlyMap<string, readonly string[]>;
  readonly relations: ReadonlyMap<string, string>;
  readonly symmetric: ReadonlySet<string>;
  /** Whether this program wrote it. */
  readonly isOurs: boolean;
}

/** Reads an `annotation.conf`; what it does not know is passed over, since it only adds names. */
export function readConfiguration(content: string): BratConfiguration {
  const tags = new Map<string, readonly string[]>();
  const own = new Map<string, readonly string[]>();
  const relations = new Map<string, string>();
  const symmetric = new Set<string>();
  let section = '';
  let above: string[] = [];
  for (const line of content.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const named = /^(# (?:tag|relation): )(\S+) = (.*)$/.exec(line);
    if (named !== null) {
      const [, kind, type = '', name = ''] = named;
      if (kind === tagLine) own.set(type, readPath(name));
      if (kind === relationLine) relations.set(type, name.trim());
      continue;
    }
    if (/^\s*(?:#.*)?$/.test(line)) continue;
    const heading = /^\[(\w+)\]/.exec(line)?.[1];
    if (heading !== undefined) {
      section = heading;
      above = [];
      continue;
    }
    const depth = /^\t*/.exec(line)?.[0].length ?? 0;
    const type = line.trim().split(/[\s|]/)[0]?.replace(/^!/, '') ?? '';
    if (type === '' || type.startsWith('<')) continue;
    if (section === 'relations' && /<REL-TYPE>\s*:\s*symmetric/.test(line)) symmetric.add(type);
    if (section === 'entities' || section === 'spans') {
      above = [...above.slice(0, depth), type];
      tags.set(type, above);
    }
  }
  const isOurs = own.size + relations.size > 0;
  return { tags: isOurs ? own : tags, relations, symmetric, isOurs };
}

/** Of a folder without an `annotation.conf`. */
export const noConfiguration: BratConfiguration = {
  tags: new Map(),
  relations: new Map(),
  symmetric: new Set(),
  isOurs: false,
};
