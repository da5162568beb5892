// An ingest worker that does what it should, but for files whose names say what goes wrong in the parser.
import { parentPort } from 'node:worker_threads';

const { ingestHere } = await import('../../../../main/services/corpus/ingest-here.ts');

parentPort?.on('message', async (task) => {
  if (task.kind === 'find') {
    const onFound = (found) => parentPort?.postMessage({ kind: 'found', found });
    const end = await ingestHere.find(task.paths, task.options, onFound);
    return parentPort?.postMessage({ kind: 'end', end });
  }
  for (const [index, request] of task.requests.entries()) {
    Atomics.store(task.at, 0, index);
    if (request.name.startsWith('hang')) for (;;);
    if (request.name.startsWith('exit')) process.exit(1);
    const messages = [];
    const end = await ingestHere.read(request, (message) => messages.push(message));
    const isLast = index === task.requests.length - 1;
    parentPort?.postMessage({ kind: 'read', reads: [{ index, messages, end }], isLast });
  }
});
