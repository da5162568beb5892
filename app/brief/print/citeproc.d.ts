// What we use of citeproc-js, which brings no types. Its manual: https://citeproc-js.readthedocs.io
declare module 'citeproc' {
  export interface CiteprocItem {
    readonly id: string;
    readonly [field: string]: unknown;
  }

  export interface CiteprocCite {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
    readonly suffix?: string;
  }

  export interface CiteprocCitation {
    readonly citationID: string;
    readonly citationItems: readonly CiteprocCite[];
    readonly properties: { noteIndex: number };
    sortedItems?: [CiteprocItem, CiteprocCite][];
  }

  export interface CiteprocSystem {
    /** A locale as XML or in citeproc's JSON form. */
    retrieveLocale(language: string): unknown;
    retrieveItem(id: string): CiteprocItem;
  }

  export type CiteprocFormat = Readonly<Record<string, unknown>>;

  export class Engine {
    constructor(system: CiteprocSystem, style: unknown, language: string, force: boolean);
    readonly opt: { readonly xclass: string };
    readonly tmp: {
      loadedItemIDs: Record<string, boolean>;
      taintedItemIDs: Record<string, boolean>;
    };
    readonly registry: {
      readonly citationreg: { readonly citationById: Record<string, CiteprocCitation> };
    };
    setOutputFormat(name: string): void;
    updateItems(ids: readonly string[]): void;
    retrieveItem(id: string): CiteprocItem;
    processCitationCluster(
      citation: CiteprocCitation,
      before: readonly (readonly [id: string, note: number])[],
      after: readonly (readonly [id: string, note: number])[],
      flag: number,
    ): readonly [unknown, readonly (readonly [index: number, text: string, id: string])[]];
    makeBibliography():
      | false
      | readonly [
          {
            readonly entry_ids: readonly (readonly string[])[];
            readonly hangingindent?: boolean | number;
          },
          readonly string[],
        ];
  }

  const CSL: {
    readonly Engine: typeof Engine;
    readonly ASSUME_ALL_ITEMS_REGISTERED: number;
    readonly Output: { readonly Formats: Record<string, CiteprocFormat> };
    readonly parseLocator: { call(engine: Engine, cite: CiteprocCite): CiteprocCite };
  };
  export default CSL;
}
