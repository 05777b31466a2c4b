/**
 * The library's imports: files that are read, one worker each, and the packs that are there. Draws nothing and knows no browser
 * API: both come in.
 */
import { describeWarning } from '@/core/pack/fault';
import type { Fault, Result } from '@/core/result';
import type { Order, Report, TableChoice } from '@/imports/protocol';
import type { ImportState, ImportsCallbacks, ImportsState } from '@/ui/library/state';
import type { Job, LibraryWorld, Part } from './library';

/** Time left is guessed from what is done: before this much is, the guess says nothing. */
const GUESS_FROM = 0.03;

export const NO_IMPORTS: ImportsState = { imports: [], packs: null };

/** How an import ended that was not cancelled. */
export type ImportEnd = { readonly end: 'applied' } | { readonly end: 'refused'; readonly faults: readonly string[] };

export interface Imports {
  readonly on: ImportsCallbacks;
  /** Reads the list of packs anew. */
  refresh(): Promise<void>;
  /** Begins an import under a name for the reader. */
  take(name: string, order: Order, onEnd?: (end: ImportEnd) => void): void;
}

export function createImports(world: LibraryWorld, { state, show }: Part): Imports {
  const jobs = new Map<number, Job>();
  let files = 0;

  const change = (id: number, now: ImportState['state']): void =>
    show({ imports: state().imports.map((each) => (each.id === id ? { ...each, state: now } : each)) });

  const refresh = async (): Promise<void> => {
    const packs = await world.ask('packs/list', {});
    show(packs.ok ? { packs: packs.value } : { problem: packs.fault.message });
  };

  /** Packs changed: the background makes the names anew, and tells the pages. */
  const told = async (answer: Promise<Result<unknown>>): Promise<void> => {
    const result = await answer;
    show({ problem: result.ok ? null : result.fault.message });
    await refresh();
  };

  const end = (id: number, now: ImportState['state']): void => {
    jobs.get(id)?.end();
    jobs.delete(id);
    change(id, now);
  };
  const failed = ({ message }: Pick<Fault, 'message'>): ImportState['state'] => ({ kind: 'refused', sentences: [message] });

  const take: Imports['take'] = (name, order, onEnd = () => undefined) => {
    const id = files++;
    const began = world.now();
    const hear = (report: Report): void => {
      if (report.report === 'progress') {
        const { done } = report.progress;
        const left = done < GUESS_FROM ? null : ((world.now() - began) * (1 - done)) / done;
        change(id, { kind: 'reading', progress: report.progress, left });
      }
      if (report.report === 'table') {
        const { columns, rows, proposed } = report;
        change(id, { kind: 'table', columns, rows, proposed });
      }
      if (report.report === 'staged') {
        const { staged, warnings, warned } = report;
        change(id, { kind: 'staged', staged, warnings: warnings.map(describeWarning), warned });
      }
      if (report.report === 'refused') {
        end(id, { kind: 'refused', sentences: report.faults });
        onEnd({ end: 'refused', faults: report.faults });
      }
      if (report.report === 'failed') end(id, failed(report.fault));
      if (report.report === 'cancelled') end(id, { kind: 'cancelled' });
      if (report.report === 'applied') {
        end(id, { kind: 'applied', pack: report.pack });
        void told(world.ask('packs/changed', {})).then(() => onEnd({ end: 'applied' }));
      }
    };
    const job = world.startJob(hear, (words) =>
      end(id, failed({ message: `The file could not be imported (${words}). Nothing was changed. Try again.` })),
    );
    jobs.set(id, job);
    show({ imports: [{ id, name, state: { kind: 'waiting' } }, ...state().imports] });
    job.send(order);
  };

  const on: ImportsCallbacks = {
    files: (list) => {
      for (const file of list) take(file.name, { order: 'read', file });
    },
    table: (id, choice) => {
      change(id, { kind: 'waiting' });
      // What a column is was offered from the list of its kind, so the two go together.
      jobs.get(id)?.send({ order: 'table', choice: choice as TableChoice });
    },
    apply: (id) => {
      change(id, { kind: 'applying' });
      jobs.get(id)?.send({ order: 'apply' });
    },
    cancel: (id) => jobs.get(id)?.send({ order: 'cancel' }),
    dismiss: (id) => show({ imports: state().imports.filter((each) => each.id !== id) }),
    undo: (pack) => void told(world.ask('packs/undo', { pack })),
    remove: (pack) => void told(world.ask('packs/remove', { pack })),
    save: (pack, form) => {
      const job = world.startJob(
        (report) => {
          if (report.report === 'written') world.save(`${pack}.${report.extension}`, report.file);
          if (report.report === 'failed') show({ problem: report.fault.message });
          job.end();
        },
        (words) => show({ problem: `The pack could not be written (${words}).` }),
      );
      job.send({ order: 'export', pack, form });
    },
  };

  return { on, refresh, take };
}
