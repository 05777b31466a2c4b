/** Pieces of text → lines, without their ends. Holds at most one line and the piece that it ends in. */

/** Yields the lines of each piece together. A line longer than `max` characters calls `tooLong` with its number and ends the reading. */
export async function* linesOf(
  pieces: AsyncIterable<string>,
  max: number,
  tooLong: (line: number) => never,
): AsyncGenerator<readonly string[]> {
  let open = '';
  let done = 0;
  for await (const piece of pieces) {
    const text = open + piece;
    const cut = text.lastIndexOf('\n');
    if (cut < 0) {
      open = text;
      if (open.length > max) tooLong(done + 1);
      continue;
    }
    open = text.slice(cut + 1);
    const lines = text.slice(0, cut).split('\n').map(withoutReturn);
    const long = lines.findIndex((line) => line.length > max);
    if (long >= 0) tooLong(done + long + 1);
    done += lines.length;
    if (open.length > max) tooLong(done + 1);
    yield lines;
  }
  if (open) yield [withoutReturn(open)];
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
