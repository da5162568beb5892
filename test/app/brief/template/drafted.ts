import { checkBrief } from '../../../../app/brief/check/check-brief.ts';
import type { CheckItem } from '../../../../app/brief/check/check-item.ts';
import { recordSourceOf } from '../../../../app/brief/record-source-of.ts';
import type { BriefTemplate } from '../../../../app/brief/template/brief-template.ts';
import { builtInTemplates } from '../../../../app/brief/template/built-in-templates.ts';
import { draftBrief } from '../../../../app/brief/template/draft-brief.ts';
import { type DraftChoice, draftMaterial } from '../../../../app/brief/template/draft-material.ts';
import { templateData } from '../../../../app/brief/template/template-data.ts';
import type { ProjectRecord } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import type { BriefFixture } from '../brief-fixture.ts';

export function builtIn(id: string): BriefTemplate {
  const template = builtInTemplates.find((one) => one.id === id);
  if (template === undefined) throw new RangeError(`There is no template “${id}”.`);
  return template;
}

/** The blocks that a template gives for a choice, by itself all claims. */
export function drafted(
  template: BriefTemplate,
  fixture: BriefFixture,
  more: readonly ProjectRecord[] = [],
  choice?: DraftChoice,
): readonly RichTextNode[] {
  const source = sourceOf(fixture, more);
  const claimIds = fixture.claims.map(({ id }) => id);
  const material = draftMaterial(source, choice ?? { kind: 'claims', claimIds });
  const result = draftBrief(
    template,
    templateData(source, material, 'Brief', () => null),
  );
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** What the check finds in a draft. */
export function checkedDraft(
  fixture: BriefFixture,
  content: readonly RichTextNode[],
): readonly CheckItem[] {
  const document = { type: 'doc', content };
  const source = sourceOf(fixture, []);
  return checkBrief({ document, source, texts: fixture.texts, clusterOf: () => null }).items;
}

function sourceOf(fixture: BriefFixture, more: readonly ProjectRecord[]) {
  const { annotations, articles, revisions, claims, evidence } = fixture;
  return recordSourceOf([
    ...articles,
    ...revisions,
    ...annotations,
    ...claims,
    ...evidence,
    ...more,
  ]);
}

/** A line for each text block: `#` before a heading, `|` between cells, `-` before an item, citations as `[annotation-1]`, references as `@article-1`. */
export function linesOf(blocks: readonly RichTextNode[]): readonly string[] {
  return blocks.flatMap((block) => {
    const { annotationId, claimId, articleId } = block.attrs ?? {};
    if (block.type === 'heading') return [`# ${wordsOf(block)}`];
    if (block.type === 'table') {
      return (block.content ?? []).map((row) => (row.content ?? []).map(wordsOf).join(' | '));
    }
    if (block.type === 'bullet_list') {
      return (block.content ?? []).map((item) => `- ${wordsOf(item)}`);
    }
    const id = annotationId ?? claimId ?? articleId;
    return [typeof id === 'string' ? `[${id}]` : wordsOf(block)];
  });
}

function wordsOf(node: RichTextNode): string {
  const { annotationId, claimId, articleId } = node.attrs ?? {};
  const id = annotationId ?? claimId ?? articleId;
  if (typeof id === 'string') return `[${id}]`;
  const isItalic = (node.marks ?? []).some(({ type }) => type === 'em');
  if (node.type === 'reference') return `${isItalic ? '*' : ''}@${node.attrs?.id}`;
  if (node.type !== 'text') return (node.content ?? []).map(wordsOf).join('');
  return isItalic ? `*${node.text}*` : (node.text ?? '');
}
