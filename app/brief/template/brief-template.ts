/** A template of a brief: Liquid that writes Markdown with citations. */
export interface BriefTemplate {
  /** Of a built-in one its name, `event-summary`; of a file `file:` and its name. */
  readonly id: string;
  readonly title: string;
  /** What it gives, in a sentence. */
  readonly description: string;
  /** What errors name: the file's name, or the title. */
  readonly fileName: string;
  /** With its head, so that lines are those of the file. */
  readonly text: string;
  /** Why its file can't be read as a template; its text is empty then. */
  readonly problem?: string;
}

const head = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/**
 * A template as it stands in a file: between two lines of three hyphens its `title:` and `description:`, then the text. Both
 * may be missing.
 */
export function readTemplate(id: string, fileName: string, text: string): BriefTemplate {
  const found = head.exec(text.replace(/^\uFEFF/u, ''))?.[1] ?? '';
  const field = (name: string): string | null =>
    new RegExp(`^${name}:[ \\t]*(.+)$`, 'mu')
      .exec(found)?.[1]
      ?.trim()
      .replace(/^["']|["']$/gu, '') ?? null;
  return {
    id,
    title: field('title') ?? fileName.replace(/\.md$/iu, ''),
    description: field('description') ?? '',
    fileName,
    text: text.replace(/^\uFEFF/u, ''),
  };
}

/** Whether its head begins and has no end: all of it would be taken for text. */
export function hasOpenHead({ text }: Pick<BriefTemplate, 'text'>): boolean {
  return /^---[ \t]*\r?\n[ \t]*(?:title|description):/u.test(text) && !head.test(text);
}

/** The template's own text, behind its head, with an empty line for each line of the head: errors count from the file's first. */
export function templateBody({ text }: Pick<BriefTemplate, 'text'>): string {
  const found = head.exec(text)?.[0] ?? '';
  return '\n'.repeat(found.split('\n').length - 1) + text.slice(found.length);
}
