import { systemMaker } from '../../app/base/maker.ts';
import { newChange } from '../../app/record/new-change.ts';
import { newRecord } from '../../app/record/record-factory.ts';
import type {
  AnnotationRecord,
  LinkRecord,
  LinkTypeRecord,
  ProjectRecord,
} from '../../app/record/records.ts';
import { emptyBase, Journal } from '../../main/services/journal/journal.ts';
import { projectPaths } from '../../main/services/project/project-paths.ts';
import { Random } from '../bench/corpus/random.ts';

const looks = [
  { line: 'solid', color: 3 },
  { line: 'dashed', color: 4 },
  { line: 'dotted', color: 2 },
  { line: 'double', color: 5 },
] as const;

/**
 * Adds links to a project folder that no program has open: every annotation has one at least, a few have very many, as in
 * real work, and most join passages of articles that are near each other. Types get colours and lines.
 */
export async function addLinks(folder: string, count: number): Promise<void> {
  const maker = systemMaker('Ada');
  const source = new Random(11);
  const random = (): number => source.next();
  const annotations: AnnotationRecord[] = [];
  const types: LinkTypeRecord[] = [];
  const journal = await Journal.open({
    folder: projectPaths(folder).journal,
    base: emptyBase,
    readOnly: false,
    onEntry: ({ change }) => {
      for (const record of change.diff.added) {
        if (record.kind === 'annotation') annotations.push(record);
        if (record.kind === 'linkType') types.push(record);
      }
    },
  });
  const links: ProjectRecord[] = [];
  const known = new Set<string>();
  const ends: number[] = [];
  while (links.length < count) {
    const from = links.length < annotations.length ? links.length : pick(ends.length);
    const start = links.length < annotations.length ? from : (ends[from] ?? 0);
    // Near in the project, or where many links end already.
    const near = (start + 1 + Math.floor(random() ** 3 * annotations.length)) % annotations.length;
    const end = random() < 0.5 ? near : (ends[pick(ends.length)] ?? near);
    const [one, other] = [annotations[start], annotations[end]];
    const type = types[Math.floor(random() ** 2 * types.length)];
    if (one === undefined || other === undefined || type === undefined || one === other) {
      ends.push(near);
      continue;
    }
    const key = `${type.id} ${one.id} ${other.id}`;
    if (known.has(key)) {
      ends.push(near);
      continue;
    }
    known.add(key);
    ends.push(start, end);
    const link: LinkRecord = newRecord(maker, 'link', {
      typeId: type.id,
      from: one.id,
      to: { kind: 'annotation', id: other.id },
    });
    links.push(link);
  }
  const painted = types.map((type, index): [LinkTypeRecord, LinkTypeRecord] => [
    type,
    { ...type, ...looks[index % looks.length], rev: type.rev + 1 },
  ]);
  for (let begin = 0; begin < links.length; begin += 1_000) {
    const added = links.slice(begin, begin + 1_000);
    await journal.append(newChange(maker, 'Link', { added, updated: [], removed: [] }));
  }
  await journal.append(newChange(maker, 'Paint', { added: [], updated: painted, removed: [] }));
  await journal.close();

  function pick(length: number): number {
    return Math.floor(random() * length);
  }
}
