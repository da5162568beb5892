import { parentPort, workerData } from 'node:worker_threads';

/*
 * A thread that is terminated inside a native module can take the whole program down: libsql's binding asserts that no
 * exception is pending (neon 1.0.0, src/sys/external.rs), and termination is one. So a thread is terminated only where it
 * says that it is in nothing but JavaScript: standing still, or in what it has declared to be endable.
 */

/** The places of the shared state of a thread. */
const state = { busy: 0, endable: 1, ending: 2 } as const;

/** How often the starter of a thread looks whether it may be ended, in milliseconds. */
const lookEvery = 5;

/** What a thread is sent to make it stand still. No request looks like it. */
const standStill = 'stand still';

interface Gate {
  readonly gate: Int32Array;
}

/** The thread's own side: takes its messages, and stands still when it is asked to. */
export function takeRequests<Request>(handle: (request: Request) => void): void {
  parentPort?.on('message', (message: Request | typeof standStill) => {
    if (message !== standStill) return handle(message);
    const { gate } = workerData as Gate;
    Atomics.store(gate, 0, state.endable);
    // Nothing more is done here: the thread waits for its end.
    Atomics.wait(gate, 0, state.endable);
    waitForEnd(gate);
  });
}

/** Runs what is JavaScript alone and may hang; the thread may be ended within. Cost: two atomic operations. */
export function endable<Value>(run: () => Value): Value {
  const { gate } = workerData as Gate;
  Atomics.store(gate, 0, state.endable);
  try {
    return run();
  } finally {
    const before = Atomics.compareExchange(gate, 0, state.endable, state.busy);
    if (before === state.ending) waitForEnd(gate);
  }
}

function waitForEnd(gate: Int32Array): void {
  Atomics.wait(gate, 0, state.ending);
}

/** The starter's side: what to start a thread with, and how to wait until it may be ended. */
export class StandingStill {
  readonly #gate = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  /** To be given to the thread. */
  get workerData(): Gate {
    return { gate: this.#gate };
  }

  /**
   * Ready when the thread can be terminated, or is gone. A question to the database is waited for; what is endable is not.
   *
   * @param isGone whether the thread has ended by itself
   */
  async of(post: (message: string) => void, isGone: () => boolean): Promise<void> {
    post(standStill);
    while (!isGone()) {
      const before = Atomics.compareExchange(this.#gate, 0, state.endable, state.ending);
      if (before !== state.busy) return;
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
  }
}
