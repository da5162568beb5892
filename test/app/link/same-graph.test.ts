import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../../app/link/build-graph.ts';
import { addLink } from '../../../app/link/link-diffs.ts';
import { sameGraph, samePoints } from '../../../app/link/same-graph.ts';
import { nextRecord } from '../../../app/record/record-factory.ts';
import type { ProjectRecord } from '../../../app/record/records.ts';
import { ClaimsProject, paragraph, words } from '../claim/claims-project.ts';

const everything = {
  passages: true,
  articles: true,
  claims: true,
  evidence: true,
  hiddenTypes: [],
  accepts: null,
};

/** Two passages, each in a text of its own, filed under a claim. */
function filled() {
  const project = new ClaimsProject();
  const [one, other] = [project.annotate(0), project.annotate(1)];
  const claim = project.claim('It is so.');
  project.file(claim, [one, other], 'asserts');
  const before = buildGraph(project.records, everything);
  const change = <Changed extends ProjectRecord>(id: string, fields: Partial<Changed>): void => {
    const record = project.records.all.get(id) as Changed;
    project.act({
      added: [],
      updated: [[record, nextRecord(project.maker, record, fields)]],
      removed: [],
    });
  };
  const same = () => {
    const after = buildGraph(project.records, everything);
    return { drawn: sameGraph(before, after), points: samePoints(before, after) };
  };
  return { project, one, other, claim, change, same };
}

describe('what is drawn stays where nothing of it changes', () => {
  test('a note says nothing that is drawn; a wording, a stance do; the points are the same', () => {
    const { one, claim, change, same, project } = filled();
    change(one.id, { note: paragraph(words('mine')) });
    expect(same()).toEqual({ drawn: true, points: true });
    change(claim.id, { wording: 'It is not so.' });
    expect(same()).toEqual({ drawn: false, points: true });
    change(claim.id, { wording: 'It is so.' });
    expect(same()).toEqual({ drawn: true, points: true });
    const [evidence] = project.records.evidenceOf(claim.id);
    change(evidence?.id ?? '', { stance: 'denies' });
    expect(same()).toEqual({ drawn: false, points: true });
  });

  test('a line between points that are there; a point that comes; a point that goes', () => {
    const { project, one, other, same } = filled();
    const [type] = project.records.list('linkType');
    if (type === undefined) throw new Error('There is no type.');
    const link = (from: typeof one, to: typeof one) => {
      const made = addLink(project.maker, project.records, from, to, type.id);
      if (!made.ok) throw new Error(made.error.message);
      project.act(made.value.diff);
      return made.value.link;
    };
    const made = link(one, other);
    expect(same()).toEqual({ drawn: false, points: true });
    const third = project.annotate(0, 40);
    const added = link(one, third);
    expect(same()).toEqual({ drawn: false, points: false });
    project.act({ added: [], updated: [], removed: [made, added] });
    expect(same()).toEqual({ drawn: true, points: true });
    const evidence = project.records.evidenceFor(other.id);
    project.act({ added: [], updated: [], removed: [...evidence] });
    expect(same()).toEqual({ drawn: false, points: false });
  });
});
