// place: main/workers/sample.ts
// refused by: layers package/main/workers
// A worker thread has no Electron; dynamic imports count.

export async function sample() {
  return (await import('electron')).app;
}
