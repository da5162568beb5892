import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInTemplates } from '../../../../app/brief/template/built-in-templates.ts';
import type { SilenceId } from '../../../../app/record/ids.ts';
import type { ClaimRecord, SilenceRecord, Stance } from '../../../../app/record/records.ts';
import type { RichTextNode } from '../../../../app/record/rich-text.ts';
import { sharedCorpus } from '../../../support/shared-corpus.ts';
import { annotateWords, BriefFixture } from '../brief-fixture.ts';
import { builtIn, checkedDraft, drafted, linesOf } from './drafted.ts';

type Status = ClaimRecord['status'];

/** Adds a claim with a status and a speaker of its own. */
function addClaim(
  fixture: BriefFixture,
  wording: string,
  fields: Partial<ClaimRecord>,
  evidence: Parameters<BriefFixture['claim']>[1] = [],
): ClaimRecord {
  const claim = fixture.claim(wording, evidence);
  const made: ClaimRecord = { ...claim, speaker: null, saidOn: null, status: 'open', ...fields };
  fixture.claims[fixture.claims.length - 1] = made;
  return made;
}

function project() {
  const fixture = new BriefFixture();
  const times = fixture.article('The ferry sank at dawn. Nobody was hurt. It was insured.', {
    outlet: 'The Times',
  });
  const blog = fixture.article('The ferry went down early. Two were hurt. Some say it was old.', {
    outlet: null,
    title: 'What I saw at the quay',
    published: null,
  });
  const ledger = fixture.article('All were saved, the ministry says.', { outlet: 'The Ledger' });
  const at = (article: typeof times, words: string) => annotateWords(fixture, article, words);
  const dawn = at(times, 'The ferry sank at dawn.');
  const early = at(blog, 'The ferry went down early.');
  const nobody = at(times, 'Nobody was hurt.');
  const two = at(blog, 'Two were hurt.');
  const saved = at(ledger, 'All were saved, the ministry says.');
  const insured = at(times, 'It was insured.');
  const old = at(blog, 'Some say it was old.');
  addClaim(fixture, 'The ferry sank at dawn.', { status: 'corroborated' }, [
    [dawn, 'asserts'],
    [early, 'reports'],
  ]);
  addClaim(fixture, 'Nobody was hurt.', { status: 'corroborated', speaker: 'Mara Lund' }, [
    [saved, 'reports'],
    [two, 'denies'],
  ]);
  addClaim(fixture, 'The ferry was insured', { saidOn: '2024-05-10' }, [[insured, 'asserts']]);
  addClaim(fixture, 'The ferry was new!', { status: 'refuted' }, [[old, 'questions']]);
  addClaim(fixture, 'The captain slept.', { status: 'disputed', saidOn: '2024' }, []);
  addClaim(fixture, 'Was there a storm?', {}, [[nobody, 'denies']]);
  const [, , third] = fixture.claims;
  if (third === undefined) throw new Error('no claim');
  const silence = {
    ...third,
    kind: 'silence',
    id: 'silence-1' as SilenceId,
    claimId: third.id,
    articleId: ledger.id,
    search: 'insur*',
  } as unknown as SilenceRecord;
  return { fixture, silence };
}

function lines(id: string): readonly string[] {
  const { fixture, silence } = project();
  return linesOf(drafted(builtIn(id), fixture, [silence]));
}

describe('what the built-in templates write', () => {
  it('Y33 event summary: each claim stands once, a denied one among the disputed', () => {
    expect(lines('event-summary')).toEqual([
      '# What is corroborated',
      'The ferry sank at dawn (The Times: [annotation-1]; *@article-2 reports: [annotation-2]), 2 independent sources.',
      '# What is reported',
      'The ferry was insured (The Times: [annotation-6]), a single source.',
      '# What is disputed',
      'Corroborated, but denied (Mara Lund): Nobody was hurt. The Ledger reports it: [annotation-5]; *@article-2 denies it: [annotation-4].',
      'Refuted: The ferry was new! *@article-2 questions it: [annotation-7].',
      'Denied: Was there a storm? The Times denies it: [annotation-3].',
      '# What rests on no passage',
      'No passage is filed for what follows:',
      '[claim-5]',
    ]);
  });

  it('Y33 claim by claim: what supports a claim, and who is against it', () => {
    expect(lines('claim-by-claim').slice(0, 12)).toEqual([
      '# C1',
      '[claim-1]',
      'It rests on 2 independent sources: [article-1]; [article-2].',
      '# C2: Mara Lund',
      '[claim-2]',
      'It rests on a single source: [article-3].',
      'Against it: [article-2].',
      '# C3',
      '[claim-3]',
      'It rests on a single source: [article-1].',
      'Silent on it: [article-3].',
      '# C4',
    ]);
    expect(lines('claim-by-claim').slice(12)).toEqual([
      'No passage supports this claim:',
      '[claim-4]',
      '# C5',
      'No passage is filed for this claim:',
      '[claim-5]',
      '# C6',
      'No passage supports this claim:',
      '[claim-6]',
      'Against it: [article-1].',
    ]);
  });

  it('Y33 discrepancies: a table only where there is something in it', () => {
    expect(lines('discrepancies')).toEqual([
      '# C2 Nobody was hurt.',
      'Corroborated, said by Mara Lund:',
      'For it | Against it',
      'The Ledger reports: [annotation-5] | *@article-2: [annotation-4]',
      '# C4 The ferry was new!',
      'Refuted:',
      '- *@article-2 questions it: [annotation-7].',
      '# C5 The captain slept.',
      'Disputed, and no passage is filed for it:',
      '[claim-5]',
      '# C6 Was there a storm?',
      'Open:',
      'For it | Against it',
      ' | The Times: [annotation-3]',
    ]);
  });

  it('Y33 methods note: an article without an outlet is no outlet', () => {
    const [heading, says] = lines('methods-note');
    expect(heading).toBe('# Method and sources');
    expect(says).toContain(
      'draws on 3 articles of 2 outlets; of 1 of them the outlet is not known. It uses 7 passages of them, and 6 claims.',
    );
    expect(lines('methods-note').at(-1)).toBe(
      'Silence on C3 (The ferry was insured) was searched for in: [article-3].',
    );
  });

  it('Y33 chronology: claims without a passage are cited themselves', () => {
    expect(lines('chronology').slice(0, 5)).toEqual([
      '# 2024',
      'Said, but no passage is filed for it:',
      '[claim-5]',
      '# 10 May 2024',
      'The ferry was insured (The Times: [annotation-6]).',
    ]);
  });
});

describe('Y39 what is only guessed of an article', () => {
  function guessedProject(confidence: 'guessed' | 'likely') {
    const fixture = new BriefFixture();
    const article = fixture.article('Trade rose last year. In 2019 it fell. Nobody knows why.', {
      outlet: 'CNN',
      byline: 'Mara Lund',
      published: '2026-11-22',
    });
    const fact = { confidence, source: { kind: 'text' } } as never;
    fixture.articles[0] = {
      ...article,
      provenance: { outlet: fact, byline: fact, published: fact },
    };
    const passages = ['Trade rose last year.', 'In 2019 it fell.', 'Nobody knows why.'].map(
      (words) => annotateWords(fixture, article, words),
    );
    addClaim(
      fixture,
      'Trade rose and fell.',
      {},
      passages.map((one) => [one, 'asserts'] as const),
    );
    return fixture;
  }

  it('is no ground for a year, and is marked wherever it is printed', () => {
    expect(linesOf(drafted(builtIn('chronology'), guessedProject('guessed')))).toEqual([
      '# 2019',
      'CNN (guessed): [annotation-2].',
      '# Not dated',
      'These passages name a time that can’t be told without knowing when their articles were published:',
      'CNN (guessed): [annotation-1].',
      '# When it was published',
      'Published | Article',
      '22 November 2026 (guessed) | [article-1]',
    ]);
    const methods = linesOf(drafted(builtIn('methods-note'), guessedProject('guessed')));
    expect(methods.find((line) => line.startsWith('1 | '))).toContain(
      '| 22 November 2026 (guessed) |',
    );
    const who = linesOf(drafted(builtIn('who-says-what'), guessedProject('guessed')));
    expect(who.slice(0, 2)).toEqual(['# CNN (guessed)', '[article-1], by Mara Lund (guessed).']);
  });

  it('is known where it is likely: the year is told and nothing is marked', () => {
    const lines = linesOf(drafted(builtIn('chronology'), guessedProject('likely')));
    expect(lines).toContain('# 2025');
    expect(lines.join('\n')).not.toMatch(/guessed|Not dated/u);
  });
});

const stances: readonly Stance[] = ['asserts', 'reports', 'denies', 'qualifies', 'questions'];
const subjects = ['Trade', 'Energy', 'Security', 'Friendship', 'Taiwan', 'Gas', 'Travel', 'Space'];
const statuses: readonly Status[] = ['open', 'corroborated', 'disputed', 'refuted'];

/** Claims of the first words of real paragraphs, with every stance and status, some outlets unknown. */
function realProject(files: readonly string[]): BriefFixture {
  const fixture = new BriefFixture();
  const passages = files.map((file, index) => {
    const text = readFileSync(file, 'utf8').replaceAll('\r', '').trim();
    const article = fixture.article(text, {
      title: text.split('\n')[0]?.slice(0, 120) ?? 'Untitled',
      outlet: index % 2 === 0 ? `Outlet ${index}` : null,
      published: index === 1 ? null : `2024-02-0${index + 1}`,
    });
    const long = text.split('\n').filter((line) => line.length > 120);
    return long.slice(0, 6).map((line) => annotateWords(fixture, article, line));
  });
  for (let index = 0; index < 8; index += 1) {
    const evidence = passages
      .flatMap((own) => own[index % 6] ?? [])
      .slice(0, index % 5)
      .map((one, at) => [one, stances[(index + at) % stances.length] ?? 'asserts'] as const);
    addClaim(
      fixture,
      `${subjects[index]} was a part of what both leaders spoke of${index % 3 === 0 ? '' : '.'}`,
      {
        status: statuses[index % statuses.length] ?? 'open',
        speaker: index % 2 === 0 ? 'Speaker of the House' : null,
        saidOn: index % 3 === 0 ? '2024-02-08' : null,
      },
      evidence.map(([one, stance]) => [one, stance]),
    );
  }
  return fixture;
}

/** Headings with nothing below them, tables of a head alone, and signs that stand where none belongs. */
function blemishes(blocks: readonly RichTextNode[]): readonly string[] {
  const empty = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    const isBare = block.type === 'heading' && (next === undefined || next.type === 'heading');
    const isHeadOnly = block.type === 'table' && (block.content ?? []).length < 2;
    return isBare || isHeadOnly ? linesOf([block]) : [];
  });
  const own = /(?<!\|) {2}|\s[.,;:!?](?!\S)|\.\.(?!\.)|[,;:]\.|\(\)|\(\s|[^.…]\s\)/u;
  return [...empty, ...linesOf(blocks).filter((line) => own.test(line))];
}

describe.each(builtInTemplates)('$id', (template) => {
  it('Y33 has no empty heading, no empty table and no sign out of place', () => {
    const { fixture, silence } = project();
    expect(blemishes(drafted(template, fixture, [silence]))).toEqual([]);
  });

  it('Y33 reads well on real articles, and its check finds what claims lack and nothing else', (context) => {
    const files = sharedCorpus('xi-putin-calls');
    if (files.length === 0)
      return context.skip('The folder ../shared/corpus/xi-putin-calls is not there.');
    const fixture = realProject(files);
    const blocks = drafted(template, fixture);
    expect(blemishes(blocks)).toEqual([]);
    const kinds = checkedDraft(fixture, blocks)
      .filter(({ kind }) => kind !== 'single-source')
      .map(({ kind, sentence }) => `${kind} ${sentence}`);
    expect(kinds).toEqual([]);
    return undefined;
  });
});
