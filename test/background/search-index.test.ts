/** The work of indexing: an alarm stands while there is some, and only then. */
import { expect, it } from 'vitest';
import { createSearchIndexing, INDEX_ALARM } from '@/background/search-index';

function world(answers: { readonly indexed: boolean; readonly done: boolean }, alarm = false) {
  const log: string[] = [];
  let there = alarm;
  const alarms = {
    has: async () => there,
    every: async (name: string) => {
      there = true;
      log.push(`every ${name}`);
    },
    clear: async (name: string) => {
      there = false;
      log.push(`clear ${name}`);
    },
    onAlarm: () => () => undefined,
  };
  const store = {
    isIndexed: async () => answers.indexed,
    index: async () => {
      log.push('index');
      return answers.done;
    },
  };
  return { log, indexing: createSearchIndexing(store, alarms, async () => undefined) };
}

it('sets an alarm before the work, and takes it away after it', async () => {
  const { log, indexing } = world({ indexed: false, done: true });
  await indexing.run();
  expect(log).toEqual([`every ${INDEX_ALARM}`, 'index', `clear ${INDEX_ALARM}`]);
});

it('leaves the alarm where the work did not end here', async () => {
  const { log, indexing } = world({ indexed: false, done: false });
  await indexing.run();
  expect(log).toEqual([`every ${INDEX_ALARM}`, 'index']);
});

it('does nothing where all is searchable, but for an alarm that a stopped worker left', async () => {
  const idle = world({ indexed: true, done: true });
  await idle.indexing.run();
  expect(idle.log).toEqual([]);
  const left = world({ indexed: true, done: true }, true);
  await left.indexing.run();
  expect(left.log).toEqual([`clear ${INDEX_ALARM}`]);
});
