/** The library's part on backups: one is written, or read, looked at and put in. Draws nothing and knows no browser API: both come in. */
import type { Order, Report } from '@/imports/protocol';
import { asideSince, newestAside } from '@/platform/kept-files';
import type { BackupCallbacks, BackupState } from '@/ui/library/state';
import type { Job, LibraryWorld, Part } from './library';

export const NO_BACKUP: BackupState = { backup: { kind: 'none' }, aside: null, waiting: null };

/** `restored` is called when everything may be another than it was. */
export function createBackup(
  world: LibraryWorld,
  { show }: Part,
  restored: () => void,
): { readonly on: BackupCallbacks; refresh(): Promise<void> } {
  let job: Job | null = null;
  /** The safety copy that is being read, which is not needed once it is in. */
  let taken: File | null = null;
  const become = (backup: BackupState['backup']): void => show({ backup });
  const end = (backup: BackupState['backup']): void => {
    job?.end();
    job = null;
    become(backup);
  };
  const refuse = (...sentences: readonly string[]): void => end({ kind: 'refused', sentences });

  const start = (hear: (report: Report) => void): Job => {
    job?.end();
    job = world.startJob(hear, (words) => refuse(`The worker broke off (${words}). Nothing was changed.`));
    return job;
  };

  const save = (what: string, extension: string, file: Blob): void =>
    world.save(`sidelight-${what}-${new Date().toISOString().slice(0, 'YYYY-MM-DD'.length)}.${extension}`, file);

  /** Saves what the worker writes, under the day. */
  const write = (what: string, order: Order): void => {
    become({ kind: 'writing' });
    const job = start((report) => {
      if (report.report === 'failed') refuse(report.fault.message);
      if (report.report !== 'written') return;
      save(what, report.extension, report.file);
      end({ kind: 'none' });
    });
    job.send(order);
  };

  const writeAll = async (): Promise<void> => {
    become({ kind: 'writing' });
    const settings = await world.ask('backup/settings', {});
    if (!settings.ok) return refuse(settings.fault.message);
    write('backup', { order: 'backup', settings: settings.value ?? undefined });
  };

  const read = (file: File): void => {
    become({ kind: 'waiting' });
    const reading = start((report) => void hear(report));
    const hear = async (report: Report): Promise<void> => {
      if (report.report === 'progress') become({ kind: 'reading', progress: report.progress });
      if (report.report === 'refused') refuse(...report.faults);
      if (report.report === 'failed') refuse(report.fault.message);
      if (report.report === 'cancelled') end({ kind: 'none' });
      if (report.report === 'backup-read') {
        const { rows, packs, settings } = report.summary;
        const checked = settings === undefined ? null : await world.ask('backup/check', { settings });
        if (checked?.ok === false) {
          reading.send({ order: 'cancel' });
          return refuse(checked.fault.message);
        }
        become({ kind: 'read', summary: { rows, packs } });
      }
      if (report.report === 'restored') {
        const finished = await world.ask('backup/restored', {});
        if (taken) await world.copies.remove(taken.name);
        end(finished.ok ? { kind: 'restored', brought: false } : { kind: 'refused', sentences: [finished.fault.message] });
        restored();
        await refresh();
      }
    };
    reading.send({ order: 'read-backup', file });
  };

  const refresh = async (): Promise<void> => {
    const answer = await world.ask('backup/aside', {});
    const file = await newestAside(world.copies).catch(() => null);
    show({ ...(answer.ok ? { aside: answer.value } : {}), waiting: file && asideSince(file) });
  };

  /** Does something with the safety copy that waits. */
  const withWaiting = async (what: (file: File) => void | Promise<void>): Promise<void> => {
    try {
      const file = await newestAside(world.copies);
      if (file) await what(file);
    } catch (error) {
      refuse(error instanceof Error ? error.message : String(error));
    }
  };

  const restore = async (): Promise<void> => {
    become({ kind: 'restoring' });
    const settings = await world.ask('backup/settings', {});
    if (!settings.ok) return refuse(settings.fault.message);
    job?.send({ order: 'restore', settings: settings.value ?? undefined });
  };

  const bringBack = async (): Promise<void> => {
    become({ kind: 'restoring' });
    const brought = await world.ask('backup/bring-back', {});
    end(brought.ok ? { kind: 'restored', brought: true } : { kind: 'refused', sentences: [brought.fault.message] });
    restored();
    await refresh();
  };

  return {
    refresh,
    on: {
      writeBackup: () => void writeAll(),
      writeReviews: () => write('reviews', { order: 'reviews' }),
      readBackup(file) {
        taken = null;
        read(file);
      },
      readWaiting: () =>
        void withWaiting((file) => {
          taken = file;
          read(file);
        }),
      saveWaiting: () => void withWaiting((file) => save('safety-copy', 'jsonl.gz', file)),
      deleteWaiting: () =>
        void withWaiting(async ({ name }) => {
          await world.copies.remove(name);
          await refresh();
        }),
      restoreBackup: () => void restore(),
      bringBack: () => void bringBack(),
      cancelBackup: () => job?.send({ order: 'cancel' }),
      closeBackup: () => end({ kind: 'none' }),
    },
  };
}
