/**
 * The lines of each subject's newest claims, held while a file is read, so that its first page need not read them back. Bounded: past
 * that nothing more is held, and whoever asks reads them from the blocks. Knows no database.
 */

/** Lines held for all subjects together: the newest twenty of thirty thousand, of which one line stands for two. Some 200 MB of text. */
const MOST = 600_000;

interface Held {
  /** Ascending, as `lines`. */
  readonly keys: number[];
  readonly lines: string[];
}

export interface NewestLines {
  /** Takes a claim's line, if it is among the newest of the subject so far. A lower `key` is newer; no subject has one twice. */
  add(subject: number, key: number, line: string): void;
  /** The lines of these keys of a subject, in ascending order; undefined where one is not held. */
  of(subject: number, keys: Iterable<number>): (string | undefined)[];
}

/** `newest`: how many of each subject are held; `most`: of all together. */
export function createNewestLines(newest: number, most = MOST): NewestLines {
  let held: (Held | undefined)[] = [];
  let count = 0;
  return {
    add(subject, key, line) {
      if (count > most) return;
      let own = held[subject];
      if (!own) {
        own = { keys: [], lines: [] };
        held[subject] = own;
      }
      const { keys, lines } = own;
      if (keys.length === newest) {
        if (key > (keys[newest - 1] ?? 0)) return;
        keys.pop();
        lines.pop();
        count--;
      }
      let at = keys.length;
      while (at > 0 && (keys[at - 1] ?? 0) > key) at--;
      keys.splice(at, 0, key);
      lines.splice(at, 0, line);
      if (++count > most) held = [];
    },
    of(subject, keys) {
      const own = held[subject];
      let at = 0;
      return Array.from(keys, (key) => {
        while (own && (own.keys[at] ?? key) < key) at++;
        return own?.keys[at] === key ? own.lines[at] : undefined;
      });
    },
  };
}
