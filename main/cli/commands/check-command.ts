import type { RevisionHash } from '../../../app/base/brand.ts';
import { foldName } from '../../../app/base/fold-name.ts';
import { composedBrief } from '../../../app/brief/brief-content.ts';
import { checkBrief, textsToCheck } from '../../../app/brief/check/check-brief.ts';
import type { CheckReport } from '../../../app/brief/check/check-item.ts';
import { faultKinds, kindName } from '../../../app/brief/check/check-titles.ts';
import type { BriefRecord } from '../../../app/record/records.ts';
import { withCatalogue } from '../catalogue-beside.ts';
import { readArguments } from '../cli-arguments.ts';
import type { CliOutput } from '../cli-output.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { findBrief } from '../find-brief.ts';
import { projectFolder } from '../project-folder.ts';
import { type ReadProject, readProject } from '../read-project.ts';
import { stopIfAsked } from '../stopped.ts';

/** `variorum check`. */
export const checkCommand: Command = async (words, world) => {
  const { output } = world;
  const args = readArguments(words, { strict: 'flag' });
  const folder = await projectFolder(args.words, world.folder);
  const project = await readProject(folder, output);
  const briefs = namedBriefs(project, args.words.slice(1));
  if (briefs.length === 0) output.note('The project has no briefs.');
  const clusters = await withCatalogue(project, await world.context(null), world, (catalogue) =>
    catalogue.listClusters(),
  );
  const clusterIds = new Map(
    clusters.flatMap(({ id, members }) => members.map(({ articleId }) => [articleId, id] as const)),
  );
  const results = [];
  for (const brief of briefs) {
    stopIfAsked(world.signal);
    output.progress(`Checking “${brief.title}”`);
    const report = await checked(project, brief, (id) => clusterIds.get(id) ?? null);
    const problems = report.items.filter(({ kind }) => args.has('strict') || faultKinds.has(kind));
    results.push({ brief, report, problems: problems.length });
  }
  const isClean = results.every(({ problems }) => problems === 0);
  if (args.has('json')) {
    output.json({
      ok: isClean,
      briefs: results.map(({ brief, report, problems }) => ({
        id: brief.id,
        title: brief.title,
        problems,
        ...report,
      })),
    });
  } else for (const { brief, report } of results) tell(brief, report, output);
  return isClean ? exitCodes.ok : exitCodes.problems;
};

/** Those that are named, each once; a title of several words may stand without quotation marks. Throws as `findBrief`. */
function namedBriefs({ records }: ReadProject, names: readonly string[]): readonly BriefRecord[] {
  const all = records.list('brief');
  if (names.length === 0) return all;
  const whole = all.filter(({ title }) => foldName(title) === foldName(names.join(' ')));
  if (whole.length === 1) return whole;
  return [...new Set(names.map((name) => findBrief(records, name)))];
}

async function checked(
  { records, texts }: ReadProject,
  brief: BriefRecord,
  clusterOf: Parameters<typeof checkBrief>[0]['clusterOf'],
): Promise<CheckReport> {
  const { content } = composedBrief(records, brief);
  const read = new Map<RevisionHash, string>();
  for (const hash of textsToCheck(content, records)) {
    const text = await texts.read(hash);
    if (text.ok) read.set(hash, text.value.text);
  }
  return checkBrief({ document: content, source: records, texts: read, clusterOf });
}

function tell({ title }: BriefRecord, report: CheckReport, output: CliOutput): void {
  output.say(`${title}: ${report.verbatim} of ${report.quotations} quotations verbatim`);
  for (const { kind, sentence, place } of report.items) {
    output.say(`  ${kindName(kind)}\tblock ${(place.path[0] ?? 0) + 1}\t${sentence}`);
  }
}
