/**
 * How much one message may carry: held by who sends and checked by who answers. Apart from protocol.ts, whose schemas have
 * no place in a content script.
 */

/** Longest text sent to be scanned, in UTF-16 units: longer than any paragraph, shorter than a flood. */
export const LONGEST_TEXT = 1_000_000;

/** Most texts sent to be scanned at once: a page hands over about 256,000 characters, which could all be texts of one. */
export const MOST_TEXTS = 300_000;

/** Most subjects that one page is asked about, the most named first; a page naming more is a list, not an article. */
export const MOST_SUBJECTS = 500;

/** Longest address of an article, in UTF-16 units: what browsers and servers agree to pass on. */
export const LONGEST_ADDRESS = 2_048;

/** Most sources that one claim leans on: an outlet citing another citing an agency is three. */
export const MOST_VIA = 20;

/** Feeds chosen at once: as many as a list may hold (src/feeds/opml.ts). */
export const MOST_FEEDS = 500;

/** Longest OPML file, in UTF-16 units: 500 feeds take 200,000. */
export const LONGEST_OPML = 2_000_000;
