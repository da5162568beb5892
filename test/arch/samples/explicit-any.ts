// place: app/base/sample-any.ts
// refused by: lint suspicious/noExplicitAny
// unknown says the same and is checked.

export function sample(value: any): string {
  return value.title;
}
