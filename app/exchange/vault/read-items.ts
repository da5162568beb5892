import { readUuid } from '../../base/derived-id.ts';
import { stances } from '../../claim/claim-diffs.ts';
import type { Stance } from '../../record/records.ts';
import type { DraftLinkEnd, LinkDraft } from '../import-draft.ts';
import { splitLines, unescapeMarkdown } from './markdown-text.ts';

/** An annotation as an item of its article's note has it. */
export interface AnnotationItem {
  readonly id: string;
  readonly number: number | null;
  readonly tags: readonly string[];
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly createdAt: string;
  readonly author: string;
}

const annotation =
  /^- \[\[[^\]]*#\^[\w-]+\|\d+:(\d{1,9})\]\]((?: #[^\s#“]+)*) “(.*)” %%(\S+) (\d{1,15}) (\d{1,15}) (\S+) (.*)%%\s*$/;
const link =
  /^ {4}- ([→↔]) (.*) \[\[[^\]]*\]\](?: “(.*)”)? %%(\S+) (annotation|claim) (\S+) (annotation|claim) (\S+)%%\s*$/;
const evidence = /^- (\w+) \[\[[^\]]*\]\] “.*” %%(\S+) (\S+)%%\s*$/;

/** The annotation of a line; `null`: it is none, or somebody changed what ties it to the text. */
export function annotationItem(line: string): AnnotationItem | null {
  const found = annotation.exec(line);
  if (found === null) return null;
  const [
    ,
    number = '',
    tags = '',
    quote = '',
    id = '',
    start = '',
    end = '',
    createdAt = '',
    author = '',
  ] = found;
  if (readUuid(id) === null) return null;
  return {
    id,
    number: Number(number),
    tags: tags
      .split(' ')
      .filter((tag) => tag !== '')
      .map((tag) => tag.slice(1)),
    quote: splitLines(quote),
    start: Number(start),
    end: Number(end),
    createdAt,
    author: unescapeMarkdown(author),
  };
}

/** The link of a line below an annotation or in a claim's note. */
export function linkItem(line: string, where: string): LinkDraft | null {
  const found = link.exec(line);
  if (found === null) return null;
  const [, arrow, name = '', note, key = '', fromKind, from = '', toKind, to = ''] = found;
  const end = (kind: string | undefined, id: string): DraftLinkEnd => ({
    kind: kind === 'claim' ? 'claim' : 'annotation',
    key: id,
  });
  return {
    kind: 'link',
    key,
    where,
    type: { name: unescapeMarkdown(name), symmetric: arrow === '↔' },
    from: end(fromKind, from),
    to: end(toKind, to),
    note: note === undefined ? null : splitLines(note),
  };
}

/** What a line files under a claim. */
export function evidenceItem(
  line: string,
): { readonly id: string; readonly annotationId: string; readonly stance: Stance } | null {
  const [, name, id = '', annotationId = ''] = evidence.exec(line) ?? [];
  const stance = stances.find((one) => one === name);
  return stance === undefined ? null : { id, annotationId, stance };
}
