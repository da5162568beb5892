// place: app/search/sample-star.ts
// refused by: lint performance/noReExportAll
// What a room offers is listed by name.

export * from './stub.ts';
