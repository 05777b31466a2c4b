/**
 * The lines of each subject's newest claims, held while a file is read, so that its first page need not read them back. Bounded: past
 * that nothing more is held, and whoever asks reads them from the blocks. Knows no database.
 */

/** Lines held for all subjects together: the newest twenty of thirty thousand, of which one line stands for two. Some 200 MB of text. */
const MOST = 600_000;

export interface NewestLines {
  /** Takes a claim's line, if it is among the newest of the subject so far. A lower `key` is newer; no subject has one twice. */
  add(subject: number, key: number, line: string): void;
  /** The lines of these keys of a subject, in ascending order; undefined where one is not held. */
  of(subject: number, keys: Iterable<number>): (string | undefined)[];
}

/**
 * `newest`: how many of each subject are held; `most`: of all together. Subject n has the places from n times `newest` on in lists that
 * all share, because lists of its own for each would cost more than all else here.
 */
export function createNewestLines(newest: number, most = MOST): NewestLines {
  let keys = new Float64Array(newest * 1024);
  let held = new Uint8Array(1024);
  let lines: (string | undefined)[] = new Array(keys.length).fill(undefined);
  let count = 0;

  const grow = (subject: number): void => {
    const size = Math.max(subject + 1, held.length * 2);
    const [longer, more] = [new Float64Array(newest * size), new Uint8Array(size)];
    longer.set(keys);
    more.set(held);
    [keys, held] = [longer, more];
    // Without a gap: engines make a slow table of a list that has some.
    while (lines.length < keys.length) lines.push(undefined);
  };

  return {
    add(subject, key, line) {
      if (count > most) return;
      if (subject >= held.length) grow(subject);
      const first = subject * newest;
      const own = held[subject] ?? 0;
      let at = first + own;
      if (own === newest) {
        at--;
        if (key > (keys[at] ?? 0)) return;
      } else {
        held[subject] = own + 1;
        count++;
      }
      for (; at > first && (keys[at - 1] ?? 0) > key; at--) {
        keys[at] = keys[at - 1] ?? 0;
        lines[at] = lines[at - 1];
      }
      keys[at] = key;
      lines[at] = line;
      if (count > most) {
        lines = [];
        held = new Uint8Array(held.length);
      }
    },
    of(subject, wanted) {
      let at = subject * newest;
      const end = at + (held[subject] ?? 0);
      return Array.from(wanted, (key) => {
        while (at < end && (keys[at] ?? 0) < key) at++;
        return at < end && keys[at] === key ? lines[at] : undefined;
      });
    },
  };
}
