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
    const lines: string[] = [];
    let from = 0;
    for (let end = text.indexOf('\n', open.length); end >= 0; end = text.indexOf('\n', from)) {
      const line = withoutReturn(text.slice(from, end));
      done++;
      if (line.length > max) tooLong(done);
      lines.push(line);
      from = end + 1;
    }
    open = text.slice(from);
    if (open.length > max) tooLong(done + 1);
    if (lines.length === 0) continue;
    yield lines;
  }
  if (open) yield [withoutReturn(open)];
}

const withoutReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
