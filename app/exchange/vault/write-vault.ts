import { tagTree } from '../../annotation/tag-tree.ts';
import { effectiveMetadata } from '../../article/article-metadata.ts';
import { claimTree } from '../../claim/claim-tree.ts';
import { ExchangeFault, type ExchangeWriter, type ExportContext } from '../exchange-format.ts';
import { type PlannedSource, planExport } from '../export-plan.ts';
import { loseOf, tellEarlierPlaces, tellLostKinds, tellLostRelations } from '../lost-kinds.ts';
import { tintOf } from '../tag-colors.ts';
import { writeZip, type ZippedText } from '../zip/write-zip.ts';
import { articleNote } from './article-note.ts';
import { claimNote } from './claim-note.ts';
import { frontMatter } from './front-matter.ts';
import { escapeMarkdown, joinLines } from './markdown-text.ts';
import { VaultParts } from './vault-parts.ts';
import { VaultPlaces } from './vault-places.ts';

/** Where the codebook is in a vault. */
const codebookNote = 'Codebook.md';

/**
 * Writes a vault of Markdown notes (as a ZIP) by rule J17, for programs such as Obsidian: a note for each article and claim, one
 * for the codebook, an index.
 */
export const vaultWriter: ExchangeWriter = {
  id: 'markdown-vault',
  async *write(context) {
    const { records } = context;
    if (records.count('article') + records.count('claim') === 0) {
      throw new ExchangeFault('There are no articles or claims to export.');
    }
    yield* writeZip(notes(context));
    tellLost(context);
  },
};

async function* notes(context: ExportContext): AsyncGenerator<ZippedText> {
  const { records, report } = context;
  const places = new VaultPlaces();
  const plan = await planExport(context, (source, text) => {
    places.add(source, text);
    const isPaged = text.blocks.some(({ page }) => page !== undefined);
    if (isPaged)
      report.lose('Page numbers', 'Notes have no pages.', effectiveMetadata(source.article).title);
  });
  const parts = new VaultParts(context, places);
  const claims = claimTree(records.list('claim')).inOrder;
  yield { path: 'Index.md', content: indexNote(context, plan.sources, parts) };
  yield { path: codebookNote, content: codebook(context, parts) };
  const total = plan.sources.length;
  for (const [index, source] of plan.sources.entries()) {
    context.progress(total + index, total * 2);
    const text = await context.texts.read(source.revision.hash);
    if (text === null) {
      throw new ExchangeFault(
        'A text went missing during the export. Check the project, and try again.',
      );
    }
    const content = articleNote(context, parts, source, text);
    yield { path: `Articles/${parts.places.noteOf(source)}.md`, content };
    if (source.isPresent) report.carry('article');
    report.carry('annotation', source.annotations.length);
  }
  for (const claim of claims) {
    yield {
      path: `Claims/${parts.claimNote(claim.id)}.md`,
      content: claimNote(context, parts, claim),
    };
  }
}

function* indexNote(
  { records, title }: ExportContext,
  sources: readonly PlannedSource[],
  parts: VaultParts,
): Generator<string> {
  yield `# ${joinLines(title)}\n\n[[Codebook]]\n`;
  if (sources.length > 0) yield '\n## Articles\n\n';
  for (const source of sources) {
    const { title: name, outlet, published } = effectiveMetadata(source.article);
    const said = [outlet, published].filter((one) => one !== null).map(escapeMarkdown);
    const where = said.length === 0 ? '' : ` (${said.join(', ')})`;
    const shown =
      name
        .replace(/[[\]|]/g, ' ')
        .replace(/\s+/gu, ' ')
        .trim() || parts.places.noteOf(source);
    yield `- [[${parts.places.noteOf(source)}|${shown}]]${where}\n`;
  }
  const tree = claimTree(records.list('claim'));
  if (tree.inOrder.length > 0) yield '\n## Claims\n\n';
  for (const claim of tree.inOrder) {
    const indent = '    '.repeat(Math.max(0, tree.path(claim.id).length - 1));
    yield `${indent}- ${parts.claimLink(claim.id)} ${joinLines(claim.wording)} (${claim.status})\n`;
  }
}

function* codebook({ records, report }: ExportContext, parts: VaultParts): Generator<string> {
  const tree = tagTree(records.list('tag'));
  const entries = tree.inOrder.map(({ id, name, parentId, color, description }) => ({
    tag: parts.tags.get(id) ?? '',
    id,
    name,
    ...(parentId === null ? {} : { parent: parentId }),
    color: tintOf(color).name,
    ...(description === '' ? {} : { description }),
  }));
  report.carry('tag', entries.length);
  yield frontMatter({ variorum: 'codebook', codebook: entries });
  yield '\n# Codebook\n';
  if (entries.length > 0) yield '\n';
  for (const { id, name, description } of tree.inOrder) {
    const indent = '    '.repeat(Math.max(0, tree.path(id).length - 1));
    const said = description === '' ? '' : `: ${joinLines(description)}`;
    yield `${indent}- #${parts.tags.get(id)} ${escapeMarkdown(name)}${said}\n`;
  }
}

function tellLost(context: ExportContext): void {
  const why = 'Notes have no place for it.';
  loseOf(context, ['Keys of tags', why], 'tag', ({ key }) => key !== null);
  loseOf(
    context,
    ['Colours of types of links', why],
    'linkType',
    ({ color }) => color !== undefined,
  );
  tellLostRelations(context, why);
  tellLostKinds(context, why);
  tellEarlierPlaces(context, why);
}
