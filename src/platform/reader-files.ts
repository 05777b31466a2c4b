/** The files of the content script, as the build names them (wxt.config.ts); for tabs and sites that the manifest does not cover. */
export const READER_FILES = { js: ['reader.js'], css: ['assets/marks.css'] } as const;
