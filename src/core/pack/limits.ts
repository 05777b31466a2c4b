/** How much a pack file may hold. Each is far above honest packs, and low enough that a hostile file is refused in time. */

/**
 * Text of a pack written as one JSON value, in characters: it is held whole in memory, several times over while it is
 * parsed. Larger packs are written as JSONL.
 */
export const MAX_JSON = 64 * 1024 * 1024;

/** Text of a JSONL pack, in characters: about ten million claims. */
export const MAX_JSONL = 6 * 1024 * 1024 * 1024;

/** One line of JSONL, in characters: an actor with a thousand names of the longest kind fits. */
export const MAX_LINE = 1024 * 1024;

/** Lists and objects within each other. The format itself nests five deep. */
export const MAX_DEPTH = 32;

/**
 * How much larger a gzipped file may get, beyond the first {@link FREE_BYTES}: packs come to between five and thirty times,
 * and a bomb of zeros to a thousand.
 */
export const MAX_GROWTH = 200;
export const FREE_BYTES = 16 * 1024 * 1024;

/** Claims of one pack: their places are numbered in 24 bits. */
export const MAX_CLAIMS = 2 ** 24;

/** Faults and warnings that are told; whoever mends the file sees the next ones then. */
export const MAX_TOLD = 20;
