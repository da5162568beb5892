import { verifyProject } from '../../services/verify/verify-project.ts';
import { readArguments, wantNoMore } from '../cli-arguments.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { projectFolder } from '../project-folder.ts';
import { refuseNewer } from '../read-project.ts';
import { stopIfAsked } from '../stopped.ts';

/** `variorum verify`. */
export const verifyCommand: Command = async (words, { output, folder, signal }) => {
  const args = readArguments(words, {});
  wantNoMore(args, 1);
  const project = await projectFolder(args.words, folder);
  await refuseNewer(project);
  const { findings, remarks, counts } = await verifyProject(project, (part, done, total) => {
    stopIfAsked(signal);
    output.progress(`Proving the ${part}: ${done} of ${total}`);
  });
  const isWhole = findings.length === 0;
  if (args.has('json')) output.json({ ok: isWhole, counts, findings, remarks });
  else {
    const all = [
      counted(counts.journal, 'journal entry', 'journal entries'),
      counted(counts.snapshots, 'snapshot', 'snapshots'),
      counted(counts.texts, 'text', 'texts'),
      counted(counts.quotations, 'quoted passage', 'quoted passages'),
      counted(counts.references, 'record', 'records'),
      ...(counts.catalogue > 0 ? ['the catalogue'] : []),
      ...(counts.suggestions > 0 ? ['the suggestions'] : []),
    ].join(', ');
    const faults = counted(findings.length, 'fault', 'faults');
    output.say(isWhole ? `All is well: ${all}.` : `${faults}. Looked at: ${all}.`);
    for (const { part, where, message } of findings) output.say(`${part}: ${where}: ${message}`);
    for (const remark of remarks) output.note(remark);
  }
  return isWhole ? exitCodes.ok : exitCodes.problems;
};

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
