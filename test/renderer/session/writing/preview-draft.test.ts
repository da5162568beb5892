import { expect, test } from 'vitest';
import { builtInTemplates } from '../../../../app/brief/template/built-in-templates.ts';
import { draftBrief } from '../../../../app/brief/template/draft-brief.ts';
import { draftMaterial } from '../../../../app/brief/template/draft-material.ts';
import { templateData } from '../../../../app/brief/template/template-data.ts';
import { nextRecord } from '../../../../app/record/record-factory.ts';
import type { RecordSource } from '../../../../app/record/record-source.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { previewLines } from '../../../../renderer/session/writing/preview-draft.ts';
import type { ClaimsProject } from '../../../app/claim/claims-project.ts';
import { briefWindow } from './brief-window.ts';

/** Quotations with marks of their own, a title that is one, no outlet, every stance. */
function fill(project: ClaimsProject): void {
  const [article] = project.records.list('article');
  if (article === undefined) throw new Error('There is no article.');
  const corrected = { outlet: null, title: '“Who pays?” asks *the* [port]', published: null };
  const titled = nextRecord(project.maker, article, { corrected });
  project.act({ added: [], updated: [[article, titled]], removed: [] });
  const quotes = ['“It rose to 4.2 billion.”', 'He said “no” twice', 'plain words of the port'];
  const passages = quotes.map((quote, index) => {
    const made = project.annotate(0, 10 + index * 40);
    const passage = { ...made.passage, quote };
    const next = nextRecord(project.maker, made, { passage });
    project.act({ added: [], updated: [[made, next]], removed: [] });
    return next;
  });
  const claim = project.claim('The bill rose.', { status: 'disputed', saidOn: '2031-05-12' });
  project.file(claim, passages.slice(0, 1), 'asserts');
  project.file(claim, passages.slice(1, 2), 'denies');
  const other = project.claim('The port is open.', { status: 'corroborated' });
  project.file(other, passages.slice(2), 'reports');
  project.claim('Nobody says so.', {});
}

function drafted(records: RecordSource, id: string): readonly RichTextNode[] {
  const template = builtInTemplates.find((one) => one.id === id);
  if (template === undefined) throw new RangeError(`There is no template “${id}”.`);
  const claimIds = records.list('claim').map((claim) => claim.id);
  const material = draftMaterial(records, { kind: 'claims', claimIds });
  const made = draftBrief(
    template,
    templateData(records, material, 'Brief', () => null),
  );
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}

/** Words without what a preview has not (numbers), and without what holds them apart. */
function plain(words: string): string {
  return words.replace(/[\s·|\u2068\u2069]+/gu, '');
}

test.each(builtInTemplates.map(({ id }) => id))(
  'Y38 the preview of %s says what the brief says that is made of it',
  async (id) => {
    let blocks: readonly RichTextNode[] = [];
    const { session, dom } = await briefWindow((project) => {
      fill(project);
      blocks = drafted(project.records, id);
      return { type: 'doc', content: blocks };
    });
    const shown = dom.cloneNode(true) as HTMLElement;
    for (const number of shown.querySelectorAll(
      '.citation-number, em .reference-label, .ProseMirror-trailingBreak',
    )) {
      number.remove();
    }
    const lines = previewLines(session, blocks);
    expect(lines.length).toBeGreaterThan(1);
    const said = plain(lines.flatMap(({ texts }) => texts).join(' '));
    expect(said).toBe(plain(shown.textContent ?? ''));
    expect(said).not.toContain('““');
    for (const { texts, runs } of lines) {
      expect(runs.map((own) => own.map(({ text }) => text).join(''))).toEqual(texts);
    }
    const slanted = lines.flatMap(({ runs }) => runs.flat()).filter(({ italic }) => italic);
    expect(slanted.map(({ text }) => plain(text))).toEqual(
      [...shown.querySelectorAll('em')].map(({ textContent }) => plain(textContent ?? '')),
    );
  },
);
