/**
 * The files that are put into pages, as the build names them (wxt.config.ts): the content script itself, for tabs and sites
 * that the manifest does not cover, and the parts of the reader that a page gets only when it needs them. Each comes after the
 * shared scripts that it goes through (src/doors).
 */
export const READER_FILES = { js: ['linking.js', 'reader.js'], css: ['assets/marks.css'] } as const;

/** By the name under which a part is asked for and found again (src/page/parts.ts). */
export const PART_FILES = { card: ['card.js'], claims: ['article.js', 'story.js', 'claims.js'], lines: ['lines.js'] } as const;

/** What a page says of itself, read once where the popup is opened over it. */
export const ABOUT_FILES = ['article.js', 'about.js'] as const;

/** The same in a tab whose claims are read: the first of them is there. */
export const ABOUT_ARTICLE_FILES = ['about.js'] as const;
