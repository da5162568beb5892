import {
  type Context,
  type Emitter,
  Liquid,
  LiquidError,
  Tag,
  type TagToken,
  type TopLevelToken,
  Value,
} from 'liquidjs';
import { failure, type Result, success } from '../../base/result.ts';
import type { RichTextNode } from '../../record/rich-text.ts';
import { exportDate } from '../describe-source.ts';
import { type BriefTemplate, hasOpenHead, templateBody } from './brief-template.ts';
import { citationMark, type MarkForm, withoutMarks } from './citation-marks.ts';
import { markdownNodes } from './markdown-nodes.ts';
import type { TemplateArticle, TemplateData } from './template-fields.ts';

/** Limits of one template: code units read, milliseconds, values made, code units written. */
const longestTemplate = 200_000;
const longestRun = 1_500;
const mostMemory = 20_000_000;
const longestDraft = 4_000_000;

/**
 * The blocks of a brief by a template (rules Y30 to Y33). The same template and data give the same blocks: a template has
 * no clock, no chance and no files. Fails with a sentence that names file and line: `template` for what the template says
 * wrongly, `limit` for one that runs away, `empty` for one that gives nothing. Cost: the template's; it is ended after
 * a second and a half.
 */
export function draftBrief(
  template: BriefTemplate,
  data: TemplateData,
): Result<readonly RichTextNode[], 'template' | 'limit' | 'empty'> {
  const wrong = fileProblem(template);
  if (wrong !== null) return failure('template', wrong);
  const engine = makeEngine();
  let markdown: string;
  try {
    const parsed = engine.parse(templateBody(template), template.fileName);
    markdown = String(engine.renderSync(parsed, { ...data }));
  } catch (error) {
    return failed(template, error);
  }
  if (markdown.length > longestDraft) {
    return failure(
      'limit',
      `“${template.fileName}” writes too much: more than ${longestDraft} characters.`,
    );
  }
  let blocks: readonly RichTextNode[];
  try {
    blocks = markdownNodes(markdown);
  } catch (error) {
    // Quotations or lists thousands deep: the reader of Markdown has no limit but the stack.
    if (!(error instanceof RangeError)) throw error;
    return failure(
      'limit',
      `“${template.fileName}” nests quotations or lists too deep: nobody could read that.`,
    );
  }
  return blocks.length === 0
    ? failure(
        'empty',
        `“${template.title}” gives nothing for what was chosen. Choose other claims or another template.`,
      )
    : success(blocks);
}

/** What is wrong with a template before anything of it is read; `null`: nothing. */
function fileProblem(template: BriefTemplate): string | null {
  if (template.problem !== undefined) return template.problem;
  if (hasOpenHead(template)) {
    return `“${template.fileName}”, line 1: its head has no end. Write a line of three hyphens below title and description.`;
  }
  return templateBody(template).trim() === ''
    ? `“${template.fileName}” is empty. Write below its head what the brief is to say, or copy another template.`
    : null;
}

function makeEngine(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    parseLimit: longestTemplate,
    renderLimit: longestRun,
    memoryLimit: mostMemory,
    // No files: nothing can be included.
    templates: {},
    outputEscape: asMarkdown,
    cache: false,
  });
  for (const form of ['cite', 'quote', 'claim', 'article'] as const) {
    engine.registerTag(form, citationTag(form));
  }
  engine.registerTag('source', SourceTag);
  // "now" is no day of a record's.
  engine.registerFilter('date', (value: unknown) =>
    /^\d{4}/u.test(textOf(value)) ? (exportDate(textOf(value)) ?? '') : '',
  );
  // What is a sentence of its own ends as one.
  engine.registerFilter('stopped', (value: unknown) => {
    const words = textOf(value).trimEnd();
    return words === '' || /[.!?…。！？]["”’»)\]]*$/u.test(words) ? words : `${words}.`;
  });
  // What stands in the midst of a sentence has no full stop.
  engine.registerFilter('unstopped', (value: unknown) => textOf(value).replace(/[.。]\s*$/u, ''));
  // What has a clock or chance, or reaches beyond the data.
  for (const name of [
    'sample',
    'date_to_xmlschema',
    'date_to_rfc822',
    'date_to_string',
    'date_to_long_string',
  ]) {
    delete engine.filters[name];
  }
  for (const name of ['include', 'render', 'layout', 'block']) delete engine.tags[name];
  return engine;
}

type CitationForm = Exclude<MarkForm, 'mention'>;

const kinds: Readonly<Record<CitationForm, readonly string[]>> = {
  cite: ['passage', 'saying'],
  quote: ['passage', 'saying'],
  claim: ['claim'],
  article: ['article', 'passage', 'saying'],
};

/** `{% cite p %}`: what it is given must be a passage (or what a passage says), a claim or an article of the data. */
function citationTag(form: CitationForm) {
  return class extends Tag {
    readonly #value: Value;

    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
      super(token, rest, liquid);
      if (token.args.trim() === '')
        throw new Error(`“${form}” wants to know what: {% ${form} p %}`);
      this.#value = new Value(token.args, liquid);
    }

    *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const given = yield this.#value.value(context, false);
      const id = citedId(form, given);
      if (id === null) {
        const wanted =
          form === 'claim' ? 'a claim' : form === 'article' ? 'an article' : 'a passage';
        throw new Error(
          `{% ${form} ${this.#value.toString() === '' ? '' : '…'} %} wants ${wanted}, and got something else`,
        );
      }
      emitter.write(citationMark(form, id));
    }
  };
}

/** `{% source s %}`: the outlet of a passage, a saying or an article, told if it is guessed; where that is not known a mention of it in italics, which shows its title. */
class SourceTag extends Tag {
  readonly #value: Value;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    if (token.args.trim() === '') throw new Error('“source” wants to know whose: {% source p %}');
    this.#value = new Value(token.args, liquid);
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const article = articleOf(yield this.#value.value(context, false));
    if (article === null) {
      throw new Error('{% source … %} wants a passage or an article, and got something else');
    }
    // A title may be a sentence or a quotation itself: it is the article's, and no words of the brief.
    emitter.write(
      article.has_outlet
        ? `${asMarkdown(article.outlet)}${article.guessed.includes('outlet') ? ' (guessed)' : ''}`
        : `*${citationMark('mention', article.id)}*`,
    );
  }
}

function articleOf(given: unknown): TemplateArticle | null {
  if (typeof given !== 'object' || given === null) return null;
  if ('kind' in given && given.kind === 'article') return given as TemplateArticle;
  if ('passage' in given) return articleOf(given.passage);
  return 'article' in given ? articleOf(given.article) : null;
}

function citedId(form: CitationForm, given: unknown): string | null {
  if (typeof given !== 'object' || given === null) return null;
  const thing = 'passage' in given ? given.passage : given;
  if (typeof thing !== 'object' || thing === null || !('kind' in thing)) return null;
  const cited = form === 'article' && 'article' in thing ? thing.article : thing;
  if (typeof cited !== 'object' || cited === null || !('kind' in cited) || !('id' in cited))
    return null;
  const isRight = kinds[form].includes(String(cited.kind));
  return isRight && typeof cited.id === 'string' ? cited.id : null;
}

/** What records say is no Markdown: its signs are written as they are. */
function asMarkdown(value: unknown): string {
  return withoutMarks(textOf(value))
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&:@$]/gu, '\\$&');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map(textOf).join(', ') : String(value);
}

function failed(
  template: BriefTemplate,
  error: unknown,
): Result<never, 'template' | 'limit' | 'empty'> {
  if (!(error instanceof Error)) throw error;
  const [line = 0, column = 0] = LiquidError.is(error) ? error.token.getPosition() : [0, 0];
  const where = line > 0 ? `, line ${line}, column ${column}` : '';
  const what = error.message
    .replace(/, (?:file:[^,]*, )?line:\d+, col:\d+$/u, '')
    .replace(/\s+/gu, ' ')
    .replace(
      /^tag "end(\w+)" not found$/u,
      '“end$1” closes nothing: there is no “$1” open above it',
    )
    .replace(
      /^tag "(\w+)" not found$/u,
      'there is no tag “$1” (README.md in the folder templates lists those of its own, others are Liquid’s)',
    )
    .replace(/^(?:tag|output|raw) (.+) not closed$/u, '$1 is not closed')
    .replace(
      /^undefined variable: (.+)$/u,
      'there is nothing called “$1” (README.md in the folder templates lists what there is)',
    )
    .replace(
      /^undefined filter: (.+)$/u,
      'there is no filter “$1” (README.md in the folder templates lists those of its own, others are Liquid’s)',
    );
  const isLimit = /limit exceeded|template render limit|parse length limit|memory alloc/iu.test(
    what,
  );
  return isLimit
    ? failure(
        'limit',
        `“${template.fileName}”${where}: the template takes too long or too much memory, and was ended.`,
      )
    : failure('template', `“${template.fileName}”${where}: ${what}.`);
}
