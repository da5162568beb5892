import { type CheckInput, checkBrief } from '../../../../app/brief/check/check-brief.ts';
import type { CheckItem, CheckKind, CheckReport } from '../../../../app/brief/check/check-item.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { ProjectRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import type { BriefFixture } from '../brief-fixture.ts';

/** The check of a document of these blocks; records of `changed` take the place of the fixture's. */
export function check(
  fixture: BriefFixture,
  content: readonly RichTextNode[],
  changed: readonly ProjectRecord[] = [],
  more: Partial<CheckInput> = {},
): CheckReport {
  const { annotations, articles, revisions, claims, evidence, texts } = fixture;
  const records = [...annotations, ...articles, ...revisions, ...claims, ...evidence, ...changed];
  return checkBrief({
    document: { type: 'doc', content },
    source: recordSourceOf(records),
    texts,
    clusterOf: () => null,
    ...more,
  });
}

/** What a check finds of one kind. */
export function findings(
  kind: CheckKind,
  ...checked: Parameters<typeof check>
): readonly CheckItem[] {
  return check(...checked).items.filter((item) => item.kind === kind);
}

/** The same as sentences. */
export function sentences(
  kind: CheckKind,
  ...checked: Parameters<typeof check>
): readonly string[] {
  return findings(kind, ...checked).map(({ sentence }) => sentence);
}
