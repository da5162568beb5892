import { describe, expect, test } from 'vitest';
import { claimTree } from '../../../app/claim/claim-tree.ts';
import { mergeClaims } from '../../../app/claim/merge-claims.ts';
import { splitClaim } from '../../../app/claim/split-claim.ts';
import { addLink } from '../../../app/link/link-diffs.ts';
import { newRecord } from '../../../app/record/record-factory.ts';
import type { ClaimRecord, LinkEnd } from '../../../app/record/records.ts';
import { ClaimsProject, paragraph, words } from './claims-project.ts';

function end(claim: ClaimRecord): LinkEnd {
  return { kind: 'claim', id: claim.id };
}

describe('claims are merged', () => {
  test('Q8: evidence is united, the same passage once with the survivor’s stance; undo parts them', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const passages = [0, 1, 2].map((article) => project.annotate(article));
    const [survivor, gone, other] = ['A.', 'B.', 'C.'].map((text) => project.claim(text));
    if (!survivor || !gone || !other) throw new Error('No claims.');
    project.file(survivor, passages.slice(0, 1), 'asserts');
    project.file(gone, passages.slice(0, 2), 'denies');
    project.file(other, passages.slice(1, 3), 'reports');
    expect(project.actAndCheckUndo(mergeClaims(maker, records, survivor, [gone, other]))).toBe(
      true,
    );
    const stances = records.evidenceOf(survivor.id).map((item) => [item.annotationId, item.stance]);
    expect(new Map(stances as [string, string][])).toEqual(
      new Map([
        [passages[0]?.id, 'asserts'],
        [passages[1]?.id, 'denies'],
        [passages[2]?.id, 'reports'],
      ]),
    );
    expect(stances).toHaveLength(3);
    expect(records.list('claim').map(({ number }) => number)).toEqual([1]);
    expect(records.list('evidence')).toHaveLength(3);
  });

  test('Q8: silences follow, each article once; none stays of an article that has a passage', () => {
    const project = new ClaimsProject(4);
    const { maker, records } = project;
    const [survivor, gone] = [project.claim('A.'), project.claim('B.')];
    const articles = records.list('article');
    const silence = (claim: ClaimRecord, index: number) =>
      newRecord(maker, 'silence', {
        claimId: claim.id,
        articleId: articles[index]?.id ?? ('' as never),
        search: `words ${claim.number}`,
      });
    project.act({
      added: [silence(survivor, 0), silence(survivor, 1), silence(gone, 1), silence(gone, 2)],
      updated: [],
      removed: [],
    });
    project.file(gone, [project.annotate(0)], 'asserts');
    project.file(survivor, [project.annotate(3)], 'asserts');
    expect(project.actAndCheckUndo(mergeClaims(maker, records, survivor, [gone]))).toBe(true);
    const left = records.silencesOf(survivor.id).map((one) => [one.articleId, one.search]);
    expect(left.sort()).toEqual(
      [
        [articles[1]?.id, 'words 1'],
        [articles[2]?.id, 'words 2'],
      ].sort(),
    );
    expect(records.list('silence')).toHaveLength(2);
  });

  test('Q8: links follow; none links the survivor with itself or says what another one says', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const [survivor, gone, other] = ['A.', 'B.', 'C.'].map((text) => project.claim(text));
    if (!survivor || !gone || !other) throw new Error('No claims.');
    const [repeats, contradicts] = records.list('linkType');
    if (!repeats || !contradicts) throw new Error('No types.');
    const annotation = project.annotate();
    const link = (from: LinkEnd, to: LinkEnd, type = repeats): void => {
      const made = addLink(maker, records, from, to, type.id);
      if (!made.ok) throw new Error(made.error.message);
      project.act(made.value.diff);
    };
    link(end(survivor), end(gone));
    link(end(survivor), end(other), contradicts);
    link(end(other), end(gone), contradicts);
    link(end(other), end(gone));
    link({ kind: 'annotation', id: annotation.id }, end(gone));
    expect(project.actAndCheckUndo(mergeClaims(maker, records, survivor, [gone]))).toBe(true);
    const said = records
      .list('link')
      .map(({ typeId, from, to }) => [typeId, from, to.id].join(' '));
    expect(said.sort()).toEqual(
      [
        [contradicts.id, survivor.id, other.id].join(' '),
        [repeats.id, other.id, survivor.id].join(' '),
        [repeats.id, annotation.id, survivor.id].join(' '),
      ].sort(),
    );
  });

  test('L3: of two links that would say the same, the one that stays takes the other’s note if it has none', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const [survivor, first, second, other] = ['A.', 'B.', 'C.', 'D.'].map((text) =>
      project.claim(text),
    );
    if (!survivor || !first || !second || !other) throw new Error('No claims.');
    const [repeats, contradicts] = records.list('linkType');
    if (!repeats || !contradicts) throw new Error('No types.');
    const link = (from: ClaimRecord, type = repeats, note: string | null = null): void => {
      const made = addLink(maker, records, end(from), end(other), type.id);
      if (!made.ok) throw new Error(made.error.message);
      const noted = note === null ? made.value.link : { ...made.value.link, note };
      project.act({ ...made.value.diff, added: [noted] });
    };
    link(survivor);
    link(first, repeats, 'of the first');
    link(second, repeats, 'of the second');
    link(first, contradicts);
    link(second, contradicts, 'also of the second');
    expect(project.actAndCheckUndo(mergeClaims(maker, records, survivor, [first, second]))).toBe(
      true,
    );
    expect(records.list('link').map(({ typeId, from, note }) => [typeId, from, note])).toEqual([
      [repeats.id, survivor.id, 'of the first'],
      [contradicts.id, survivor.id, 'also of the second'],
    ]);
  });

  test('Q8: claims below follow; the survivor and what is above it are not put below themselves', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const top = project.claim('Top.');
    const gone = project.claim('Gone.', { parentId: top.id });
    const between = project.claim('Between.', { parentId: gone.id });
    const survivor = project.claim('Survivor.', { parentId: between.id });
    const child = project.claim('Child.', { parentId: gone.id });
    const last = project.claim('Last.', { parentId: top.id });
    expect(project.actAndCheckUndo(mergeClaims(maker, records, survivor, [gone]))).toBe(true);
    const tree = claimTree(records.list('claim'));
    const wordings = (id: ClaimRecord['id'] | null) => tree.children(id).map((one) => one.wording);
    expect(wordings(top.id)).toEqual(['Between.', 'Last.']);
    expect(wordings(between.id)).toEqual(['Survivor.']);
    expect(wordings(survivor.id)).toEqual(['Child.']);
    expect([child.id, last.id].every((id) => tree.items.has(id))).toBe(true);
  });

  test('Q8: mentions in notes and citations in briefs follow; the other wording is kept in the note', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const survivor = project.claim('A.', { note: paragraph(words('mine')) });
    const gone = project.claim('B.', { note: paragraph(words('its')) });
    const reference = { type: 'reference', attrs: { kind: 'claim', id: gone.id } };
    project.claim('C.', { note: paragraph(words('see '), reference) });
    const brief = newRecord(maker, 'brief', {
      title: 'Brief',
      content: {
        type: 'doc',
        content: [{ type: 'claim_citation', attrs: { claimId: gone.id } }],
      },
    });
    project.act({ added: [brief], updated: [], removed: [] });
    expect(project.actAndCheckUndo(mergeClaims(maker, records, survivor, [gone]))).toBe(true);
    expect(records.mentionsOf(gone.id)).toEqual([]);
    expect(records.mentionsOf(survivor.id).map(({ kind }) => kind)).toEqual(['claim', 'brief']);
    const text = JSON.stringify(project.now(survivor.id).note);
    expect(text).toMatch(/mine.*C2, merged into this claim, said: B\..*its/);
  });

  test('Q8: the survivor’s own word counts; what it lacks comes from the others', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const survivor = project.claim('A.', { place: 'Moscow', questions: [ask('Why?', '')] });
    const gone = project.claim('B.', {
      speaker: 'Ansel',
      saidOn: '2024-02-08',
      saidUntil: '2024-02-09',
      place: 'Beijing',
      importance: 3,
      confidence: 0.4,
      status: 'disputed',
      questions: [ask('Why?', 'So.'), ask('When?', '')],
    });
    project.act(mergeClaims(maker, records, survivor, [gone]));
    expect(project.now(survivor.id)).toMatchObject({
      wording: 'A.',
      speaker: 'Ansel',
      saidOn: '2024-02-08',
      saidUntil: '2024-02-09',
      place: 'Moscow',
      importance: 3,
      confidence: 0.4,
      status: 'open',
      questions: [ask('Why?', 'So.'), ask('When?', '')],
    });
  });
});

function ask(question: string, answer: string) {
  return { question, answer };
}

describe('claims are split', () => {
  test('Q9: the evidence that was chosen goes over; the new claim stands right after the old one', () => {
    const project = new ClaimsProject();
    const { maker, records } = project;
    const claim = project.claim('Both.', { speaker: 'Ansel', place: 'Moscow', status: 'disputed' });
    project.claim('Next.');
    const passages = [0, 1, 2].map((article) => project.annotate(article));
    project.file(claim, passages, 'asserts');
    const chosen = records.evidenceOf(claim.id).slice(1);
    const ids = new Set(chosen.map(({ id }) => id));
    const split = splitClaim(maker, records, claim, ids, ' One. ');
    expect(project.actAndCheckUndo(split.diff)).toBe(true);
    expect(records.evidenceOf(claim.id)).toHaveLength(1);
    expect(records.evidenceOf(split.claim.id)).toHaveLength(2);
    const shown = claimTree(records.list('claim')).inOrder.map(({ wording }) => wording);
    expect(shown).toEqual(['Both.', 'One.', 'Next.']);
    expect(project.now(split.claim.id)).toMatchObject({
      number: 3,
      speaker: 'Ansel',
      place: 'Moscow',
      status: 'open',
    });
  });
});
