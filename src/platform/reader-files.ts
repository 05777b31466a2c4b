/**
 * The files that are put into pages, as the build names them (wxt.config.ts): the content script itself, for tabs and sites
 * that the manifest does not cover, and the parts of the reader that a page gets only when it needs them.
 */
export const READER_FILES = { js: ['reader.js'], css: ['assets/marks.css'] } as const;

/** By the name under which a part is asked for and found again (src/page/parts.ts). */
export const PART_FILES = { card: 'card.js', claims: 'claims.js', lines: 'lines.js' } as const;
