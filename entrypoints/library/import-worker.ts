/**
 * The worker that imports and exports for the library page. Connects its port with the store. Nothing else.
 * No entrypoint of WXT's: wxt.config.ts adds it to the background's build, whose store and schemas it shares.
 */
import { serveBackups } from '@/imports/backup-worker';
import type { Order, Report } from '@/imports/protocol';
import { type Port, serveImports } from '@/imports/worker';
import { createStore } from '@/store/store';

const store = createStore();
const port: Port = {
  post: (report: Report) => postMessage(report),
  listen: (handle) => addEventListener('message', ({ data }: MessageEvent<Order>) => handle(data)),
};
serveImports(store, port);
serveBackups(store, port);
