// place: main/services/sample-floating.ts
// refused by: lint nursery/noFloatingPromises
// A failure that nobody hears.

async function save(): Promise<void> {}

export function sample(): void {
  save();
}
