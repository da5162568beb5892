// `npm run repair-lockfile`: makes package-lock.json fit to commit after an `npm install`.
import { readLockfile, repairLockfile, writeLockfile } from './lockfile.mjs';
import { inRepository } from './paths.mjs';
import { runScript } from './setup-error.mjs';

await runScript(async () => {
  const path = inRepository('package-lock.json');
  const lockfile = await readLockfile(path);
  const changes = repairLockfile(lockfile);
  if (changes > 0) await writeLockfile(path, lockfile);
  console.log(`package-lock.json: ${changes} entries repaired`);
  return 0;
});
