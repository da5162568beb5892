// An ingest worker that does what it should, but for files whose names say what goes wrong in the parser.
import { parentPort } from 'node:worker_threads';

const { ingestHere } = await import('../../../../main/services/corpus/ingest-here.ts');

parentPort?.on('message', async (task) => {
  const messages = [];
  const name = task.request?.name ?? '';
  if (name.startsWith('hang')) for (;;);
  if (name.startsWith('exit')) process.exit(1);
  const end =
    task.kind === 'find'
      ? await ingestHere.find(task.paths, task.options, (found) =>
          parentPort?.postMessage({ kind: 'found', found }),
        )
      : await ingestHere.read(task.request, (message) => messages.push(message));
  parentPort?.postMessage({ kind: 'end', end, messages });
});
