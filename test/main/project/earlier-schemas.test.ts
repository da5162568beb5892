import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {
  AnnotationRecord,
  ProjectRecord,
  RevisionRecord,
} from '../../../app/record/records.ts';
import { hostContext, windowHost } from '../support/host-fixture.ts';
import { temporaryFolder } from '../support/samples.ts';

// Projects as the programs of earlier schemas left them, killed after their last change. Never made anew: they are what
// people have.
const frozen = [
  { schema: 1, annotated: 2, silent: 0 },
  { schema: 2, annotated: 3, silent: 0 },
  { schema: 3, annotated: 3, silent: 0 },
  { schema: 4, annotated: 3, silent: 1 },
  { schema: 5, annotated: 3, silent: 1 },
];

async function openCopy(schema: number) {
  const root = join(await temporaryFolder(), 'Old project');
  const path = join(import.meta.dirname, `../../fixtures/projects/schema-${schema}`);
  await cp(path, root, { recursive: true });
  const context = await hostContext();
  const { host, window } = windowHost(context);
  await host.openProjectAt(root);
  return { root, host, window };
}

test.each(frozen)(
  'a project of schema $schema opens with every record and every word',
  async ({ schema, annotated, silent }) => {
    const { host } = await openCopy(schema);
    const snapshot = await host.readSnapshot({ offset: 0 });
    const { entries } = await host.readChanges({ after: snapshot.sequence });
    const records: ProjectRecord[] = [
      ...snapshot.records,
      ...entries.flatMap(({ change }) => change.diff.added),
    ];
    const kinds = new Set(records.map(({ kind }) => kind));
    expect(records.filter(({ kind }) => kind === 'silence')).toHaveLength(silent);
    kinds.delete('silence');
    expect(records.filter(({ kind }) => kind === 'decision')).toHaveLength(schema < 5 ? 0 : 1);
    kinds.delete('decision');
    expect([...kinds].sort()).toEqual([
      'annotation',
      'article',
      'brief',
      'claim',
      'evidence',
      'link',
      'linkType',
      'revision',
      'savedSearch',
      'setting',
      'tag',
    ]);
    const revisions = records.filter(
      (record): record is RevisionRecord => record.kind === 'revision',
    );
    const annotations = records.filter(
      (record): record is AnnotationRecord => record.kind === 'annotation',
    );
    expect(annotations).toHaveLength(annotated);
    for (const { passage } of annotations) {
      const revision = revisions.find(({ id }) => id === passage.revisionId);
      if (revision === undefined) throw new Error('The revision is missing.');
      const { text } = await host.readText({ hash: revision.hash });
      expect(text.slice(passage.start, passage.end)).toBe(passage.quote);
    }
  },
);

test.each(frozen)(
  'a project of schema $schema goes on in the present schema, and says so to older programs',
  async ({ schema }) => {
    const { root, host, window } = await openCopy(schema);
    const file = JSON.parse(await readFile(join(root, '.variorum/project.json'), 'utf8'));
    expect(file.schema).toBe(6);
    const path = join(await temporaryFolder(), 'new.txt');
    await writeFile(path, 'A new article\n\nSomebody said something new.\n');
    const ended = window.jobEnds();
    host.importPaths([path]);
    expect((await ended).state).toBe('finished');
    await host.closeProject();
    await host.openProjectAt(root);
    const snapshot = await host.readSnapshot({ offset: 0 });
    expect(snapshot.records.filter(({ kind }) => kind === 'article')).toHaveLength(3);
  },
);
