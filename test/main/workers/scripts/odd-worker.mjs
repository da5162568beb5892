// A worker that does what its message says.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', (message) => {
  if (message === 'hang') for (;;);
  if (message === 'exit') process.exit(3);
  if (message === 'throw') throw new Error('thrown');
  if (message === 'fill') {
    const filled = [];
    for (;;) filled.push(new Array(100_000).fill(0.5));
  }
  parentPort.postMessage(`did ${message}`);
});
