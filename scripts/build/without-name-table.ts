/**
 * Takes the table of HTML's 2,231 character names out of the bundles, 13 kB gzip of it. htmlparser2 brings it in for reading HTML with
 * `decodeEntities`, which Sidelight does not use: the names that feeds write are in src/core/text/references.ts. XML's five stay.
 */
import type { Plugin } from 'vite';

const TABLE = /[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/;

export function withoutNameTable(): Plugin {
  return {
    name: 'sidelight:without-name-table',
    enforce: 'pre',
    load: (id) => (TABLE.test(id) ? 'export const htmlDecodeTree = new Uint16Array(1);' : null),
  };
}
