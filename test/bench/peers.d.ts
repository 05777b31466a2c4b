/** Peers without types of their own: only what the benchmarks call. */
declare module 'mark.js' {
  export default class Mark {
    constructor(context: Element);
    mark(terms: readonly string[], options: object): void;
    markRegExp(pattern: RegExp, options?: object): void;
  }
}
declare module 'findandreplacedomtext' {
  export default function findAndReplaceDOMText(root: Node, options: { find: RegExp; wrap: string }): unknown;
}
