/**
 * A copy of what is the reader's, in files beside the database, and the way back. A browser that finds its database damaged (Chromium
 * does after some crashes: a write that was cut off, and more written behind it) deletes it and says so to nobody. Then the next
 * start finds a database that no copy was made of, and copies: what is in them is put in, and the reader is told.
 *
 * Each file is a backup of a part (docs/backup.md), so that a change of one note does not write a million claims again: `own`, `feeds`
 * (what feeds brought), and `pack.DATABASE.GENERATION.ID` for each pack that did not come with Sidelight.
 */
import { BACKUP_TABLES, type BackupTable, backupLine, readBackupHead } from '@/core/pack/backup';
import { PackRefused } from '@/core/pack/fault';
import { MAX_LINE } from '@/core/pack/limits';
import { linesOf } from '@/core/pack/lines';
import { textOf } from '@/core/pack/text-stream';
import { FaultError } from '@/core/result';
import { readBackup, zipped } from '@/imports/backups';
import { ASIDE } from '@/platform/kept-files';
import type { Alarms, KeptFiles } from '@/platform/types';
import type { BackupPart, Store } from '@/store/store';

interface Part {
  /** The file's, and the alarm's. */
  readonly name: string;
  readonly tables: readonly BackupTable[];
  /** How long after a change the copy is made, at least, in minutes. */
  readonly minutes: number;
}

const FROM_FEEDS: readonly BackupTable[] = ['feedArticles', 'feedClaims'];

const PARTS: readonly Part[] = [
  // The shortest that browsers allow an alarm: so much of the reader's work may be lost.
  { name: 'own', tables: BACKUP_TABLES.filter((table) => !FROM_FEEDS.includes(table)), minutes: 1 },
  // What servers most likely still have; of many feeds it is large, and changes each hour.
  { name: 'feeds', tables: FROM_FEEDS, minutes: 60 },
];

export const COPY_ALARMS: readonly string[] = PARTS.map(({ name }) => `copy-${name}`);

/** A large copy waits longer: so many zipped bytes are written in well under a second, which is little of a minute. */
const BYTES_A_MINUTE = 500_000;

const NO_PACKS: BackupPart['wantsPack'] = () => false;

export interface SafetyCopies {
  /**
   * Puts the copies in where the browser emptied the database; resolves to true then. Everything else waits for it. Rejects where the
   * copies can't be read or put in: they are kept, and tried again at the next start. Where the reader made something in the meantime they are
   * set aside as one file, which the library puts in on the reader's word: a file named {@link ASIDE}.
   */
  mend(): Promise<boolean>;
  /** Rows of these tables changed: their copy is due in a while. */
  changed(tables: ReadonlySet<string>): Promise<void>;
  /** Copies packs that were never copied, and forgets copies of those that are gone. */
  packs(): Promise<void>;
  /** An alarm rang. */
  due(alarm: string): Promise<void>;
  /** Deletes every copy: the reader deleted everything. */
  forget(): Promise<void>;
}

export function createSafetyCopies(store: Store, files: KeptFiles, alarms: Alarms): SafetyCopies {
  const write = async ({ name, tables }: Part): Promise<void> => {
    if ((await store.copies.begun()) === null) return;
    await files.write(name, zipped(await store.backup.write(undefined, { tables, wantsPack: NO_PACKS })));
  };

  const packs = async (): Promise<void> => {
    const database = await store.copies.begun();
    if (database === null) return;
    const wanted = new Map((await store.copies.packs()).map((pack) => [nameOf(database, pack.generation, pack.info.id), pack.generation]));
    const there = await files.list();
    for (const [name, generation] of wanted) {
      if (there.has(name)) continue;
      const part: BackupPart = { tables: [], wantsPack: (pack) => pack.generation === generation };
      await files.write(name, zipped(await store.backup.write(undefined, part)));
    }
    for (const name of there.keys()) if (name.startsWith(PACK) && !wanted.has(name)) await files.remove(name);
  };

  /** Puts these parts in, all or none; answers what is wrong with them, or null. */
  const putIn = async (parts: readonly File[]): Promise<string | null> => {
    const read = await readBackup(store, { name: 'safety copy', bytes: encoded(joined(parts)) }, {});
    if (!read.ok) return read.faults.join(' ');
    await read.restoring.apply(undefined, null);
    await store.copies.begin(newestOf(parts));
    return null;
  };

  return {
    async mend() {
      if ((await store.copies.begun()) !== null || !(await store.open()).writable) return false;
      const there = await files.list();
      const parts = [...PARTS.flatMap(({ name }) => there.get(name) ?? []), ...newestOfEachPack(there)];
      // Nothing is ever put in its place.
      const holdsOwn = await store.copies.holdsOwn();
      if (parts.length > 0 && !holdsOwn && (await putIn(parts)) === null) return true;
      // One that is damaged itself must not keep the others from coming back.
      const { whole, torn, wrong } = await sorted(store, parts);
      if (parts.length > 0 && whole.length === 0 && !holdsOwn) {
        const message = `The browser emptied Sidelight’s database, and the safety copy can’t be read: ${wrong}`;
        throw new FaultError({ code: 'copy-unread', message });
      }
      // Under names that no copy takes, and before any is written or taken away: a kill in between leaves both.
      if (holdsOwn && whole.length > 0) await files.write(`${ASIDE}${newestOf(whole)}.whole`, zipped(joined(whole)));
      for (const part of torn) await files.write(`${ASIDE}${part.lastModified}.${part.name}`, part.stream());
      if (!holdsOwn && whole.length > 0) {
        const message = await putIn(whole);
        if (message !== null) throw new FaultError({ code: 'copy-unread', message });
        return true;
      }
      for (const { name } of parts) await files.remove(name);
      await store.copies.begin();
      // What was made before, or by a release that made no copies yet.
      if (holdsOwn) for (const part of PARTS) await write(part);
      return false;
    },
    async changed(tables) {
      for (const part of PARTS) {
        const alarm = `copy-${part.name}`;
        if (!part.tables.some((table) => tables.has(table)) || (await alarms.has(alarm))) continue;
        const size = (await files.list()).get(part.name)?.size ?? 0;
        await alarms.every(alarm, Math.max(part.minutes, Math.ceil(size / BYTES_A_MINUTE)));
      }
    },
    packs,
    async due(alarm) {
      const part = PARTS.find(({ name }) => alarm === `copy-${name}`);
      if (!part) return;
      // Before it is read: what changes from here on asks for the next copy.
      await alarms.clear(alarm);
      try {
        await write(part);
      } catch (error) {
        await alarms.every(alarm, part.minutes);
        throw error;
      }
    },
    async forget() {
      for (const name of (await files.list()).keys()) await files.remove(name);
    },
  };
}

/** Which of the copies can be put in, each read whole by itself, and what is wrong with the first of the others. */
async function sorted(store: Store, parts: readonly File[]): Promise<{ whole: File[]; torn: File[]; wrong: string }> {
  const whole: File[] = [];
  const torn: File[] = [];
  let wrong = '';
  for (const part of parts) {
    const read = await readBackup(store, { name: part.name, bytes: part.stream() }, {});
    if (read.ok) await read.restoring.discard();
    else wrong ||= read.faults[0] ?? '';
    (read.ok ? whole : torn).push(part);
  }
  return { whole, torn, wrong };
}

const newestOf = (parts: readonly File[]): number => Math.max(...parts.map(({ lastModified }) => lastModified));

const PACK = 'pack.';

/** Numbers of generations begin anew with each database. */
const nameOf = (database: string, generation: number, id: string): string => `${PACK}${database}.${generation}.${encodeURIComponent(id)}`;

/** Where a change was cut off between the new copy and the old one's deletion, both are there. */
function newestOfEachPack(files: ReadonlyMap<string, File>): File[] {
  const newest = new Map<string, File>();
  for (const [name, file] of files) {
    if (!name.startsWith(PACK)) continue;
    const id = name.split('.').slice(3).join('.');
    if ((newest.get(id)?.lastModified ?? 0) <= file.lastModified) newest.set(id, file);
  }
  return [...newest.values()];
}

/** Backups of parts as one of all: some lines at a time, each with its end. */
async function* joined(parts: readonly File[]): AsyncGenerator<string> {
  const rows: Record<string, number> = {};
  let packs = 0;
  for (const part of parts) {
    for await (const [first = ''] of linesIn(part)) {
      const head = readBackupHead({ file: part.name, number: 1 }, first);
      if (!head.ok) throw new PackRefused(head.faults);
      Object.assign(rows, head.value.rows);
      packs += head.value.packs;
      break;
    }
  }
  yield backupLine.head(rows, packs);
  for (const part of parts) {
    let isFirst = true;
    for await (const lines of linesIn(part)) {
      const some = isFirst ? lines.slice(1) : lines;
      isFirst = false;
      yield some.map((line) => `${line}\n`).join('');
    }
  }
}

async function* encoded(texts: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
}

function linesIn(part: File): AsyncGenerator<readonly string[]> {
  return linesOf(textOf(part.name, part.stream(), { read: 0 }), MAX_LINE, (line) => {
    throw new PackRefused([{ file: part.name, at: `line ${line}`, expected: `at most ${MAX_LINE} characters`, found: 'more' }]);
  });
}
