/**
 * Text of tables (RFC 4180, and what programs make of it) → rows of cells and back. Commas, semicolons or tabs, found by the
 * first row. Small by intent: a library for this would be a tenth of the import's code.
 */

const SEPARATORS = [',', ';', '\t'] as const;

/** Rows of cells; quoted cells may hold separators, quotes and line ends. Blank rows are left out. Never throws: an open quote ends with the text. */
export function parseTable(text: string): string[][] {
  const given = text.replace(/^\ufeff/, '');
  const separator = separatorOf(given);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const endRow = () => {
    if (row.some((cell) => cell.trim() !== '')) rows.push(row);
    row = [];
  };
  while (at < given.length) {
    let cell = '';
    if (given[at] === '"') {
      at++;
      for (;;) {
        const quote = given.indexOf('"', at);
        cell += given.slice(at, quote < 0 ? given.length : quote);
        at = quote < 0 ? given.length : quote + 1;
        if (quote < 0 || given[at] !== '"') break;
        cell += '"';
        at++;
      }
    }
    // What stands behind a closing quote belongs to the cell, as spreadsheets read it.
    const rest = at;
    while (at < given.length && given[at] !== separator && given[at] !== '\n' && given[at] !== '\r') at++;
    row.push(cell + given.slice(rest, at));
    if (given[at] === separator) {
      at++;
      if (at === given.length) row.push('');
      continue;
    }
    if (given[at] === '\r' && given[at + 1] === '\n') at++;
    at++;
    endRow();
  }
  endRow();
  return rows;
}

/** The separator that the first row has most of, outside quotes. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]));
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === '\n') break;
    else if (!quoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
}

/** One row with its end. A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
export function tableRow(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
    return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  });
  return `${written.join(',')}\r\n`;
}
