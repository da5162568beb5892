import type { Result } from '../../../app/base/result.ts';
import type { BriefTemplate } from '../../../app/brief/template/brief-template.ts';
import { draftBrief } from '../../../app/brief/template/draft-brief.ts';
import type { TemplateData } from '../../../app/brief/template/template-fields.ts';
import type { RichTextNode } from '../../../app/record/rich-text.ts';

/** What the window asks of the thread that drafts. */
export interface DraftRequest {
  readonly template: BriefTemplate;
  readonly data: TemplateData;
}

/** What it answers. */
export type DraftAnswer = Result<readonly RichTextNode[]>;

globalThis.addEventListener('message', ({ data }: MessageEvent<DraftRequest>) => {
  const answer: DraftAnswer = draftBrief(data.template, data.data);
  globalThis.postMessage(answer);
});
