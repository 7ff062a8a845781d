/** Modules of the search plugin and of lunr that the site's search runs in its worker; they come without types. */
declare module '@easyops-cn/docusaurus-search-local/dist/client/client/utils/proxiedGeneratedConstants' {
  export const language: readonly string[];
  /** Address of the index, below the locale's folder, with the hash of what it was made of. */
  export const searchIndexUrl: string;
}
declare module '@easyops-cn/docusaurus-search-local/dist/client/client/utils/smartQueries' {
  export interface QueryTerm {
    readonly value: string;
    readonly wildcard: number;
    readonly presence: number;
    readonly editDistance?: number;
  }
  export interface SmartQuery {
    readonly term: readonly QueryTerm[];
    readonly tokens: readonly string[];
  }
  export function smartQueries(tokens: readonly string[], dictionary: readonly string[]): SmartQuery[];
}
declare module '@easyops-cn/docusaurus-search-local/dist/client/client/utils/sortSearchResults' {
  export function sortSearchResults(results: unknown[]): void;
}
declare module '@easyops-cn/docusaurus-search-local/dist/client/client/utils/processTreeStatusOfSearchResults' {
  export function processTreeStatusOfSearchResults(results: unknown[]): void;
}
declare module 'lunr' {
  interface Query {
    term(value: string, options: { wildcard: number; presence: number; editDistance?: number }): void;
  }
  interface Hit {
    readonly ref: string;
    readonly score: number;
    readonly matchData: { readonly metadata: unknown };
  }
  export interface Index {
    query(build: (query: Query) => void): Hit[];
  }
  const lunr: {
    Index: { load(index: object): Index };
    Query: { wildcard: { LEADING: number } };
    Pipeline: { load(names: readonly string[]): { runString(word: string): string[] } };
  };
  export default lunr;
}
