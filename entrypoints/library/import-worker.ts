/**
 * The worker that imports and exports for the library page. Connects its port with the store. Nothing else.
 * No entrypoint of WXT's: wxt.config.ts adds it to the background's build, whose store and schemas it shares.
 */
import type { Order, Report } from '@/imports/protocol';
import { serveImports } from '@/imports/worker';
import { createStore } from '@/store/store';

serveImports(createStore(), {
  post: (report: Report) => postMessage(report),
  listen: (handle) => addEventListener('message', ({ data }: MessageEvent<Order>) => handle(data)),
});
