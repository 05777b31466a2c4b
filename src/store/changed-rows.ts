/** Which tables had rows changed, as Dexie tells it. Knows no table. */
import Dexie from 'dexie';

/** "idb://sidelight/corrections/": the database, the table, and the index behind it. */
const PART = /^idb:\/\/([^/]+)\/([^/]+)\//;

/** Hears the tables of the database `name` in which rows were written or deleted, transaction by transaction, for as long as this context lives. */
export function onRowsChanged(name: string, run: (tables: ReadonlySet<string>) => void): void {
  Dexie.on('storagemutated', (parts: object) => {
    const tables = new Set<string>();
    for (const part of Object.keys(parts)) {
      const [, database, table = ''] = PART.exec(part) ?? [];
      if (database === name) tables.add(table);
    }
    if (tables.size > 0) run(tables);
  });
}
