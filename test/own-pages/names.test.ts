/** The names page's session: from a selection to a saved name, and every removal with its undo. */
import { expect, it } from 'vitest';
import type { Actor } from '@/core/model/actor';
import { fail, ok } from '@/core/result';
import type { Ask } from '@/messaging/client';
import { startNames } from '@/own-pages/names';
import type { NamesCallbacks, NamesState } from '@/ui/names/state';

const turn = () => new Promise((done) => setTimeout(done, 0));

function page(selected: string, answers: Record<string, (input: never) => unknown> = {}) {
  const actors = new Map<string, Actor>();
  const asked: [string, unknown][] = [];
  const defaults: Record<string, (input: never) => unknown> = {
    'own-actor/list': () => [...actors.values()],
    'correction/list': () => [],
    'painting/get': () => ({ painting: { lines: 'always', packs: {}, subjects: {} }, packs: [] }),
    'names/check': ({ names }: { names: string[] }) => names.map(() => []),
    'own-actor/save': (input: Actor & { names: string[] }) => {
      const actor = {
        ...input,
        id: input.id ?? 'mine:new',
        names: input.names.map((text) => ({ text })),
        offices: [],
        sources: ['reader'],
      };
      actors.set(actor.id, actor as unknown as Actor);
      return actor;
    },
    'own-actor/remove': ({ id }: { id: string }) => {
      const actor = actors.get(id) ?? null;
      actors.delete(id);
      return actor;
    },
  };
  const ask = (async (call: string, input: never) => {
    asked.push([call, input]);
    const answer = (answers[call] ?? defaults[call])?.(input);
    return answer instanceof Error ? fail('bad', answer.message) : ok(answer);
  }) as Ask;
  let shown: { state: NamesState; on: NamesCallbacks } | null = null;
  const draw = (state: NamesState, on: NamesCallbacks) => {
    shown = { state, on };
  };
  startNames({ ask, selected, draw, download: () => undefined, wait: async () => undefined });
  const now = () => {
    if (!shown) throw new Error('nothing drawn');
    return shown as { state: NamesState; on: NamesCallbacks };
  };
  return { now, asked, actors };
}

it('opens with the selection as a form, saves what is ticked, and undoes it', async () => {
  const { now, asked, actors } = page('“Ann  Able’s”');
  await turn();
  expect(now().state.form).toMatchObject({ id: null, name: 'Ann Able', kind: 'person', problem: null });
  now().on.onSave();
  await turn();
  expect(asked.find(([call]) => call === 'own-actor/save')?.[1]).toMatchObject({ name: 'Ann Able', names: [], surnames: ['Able'] });
  expect(now().state).toMatchObject({ form: null, done: { what: 'Ann Able is tracked from now on.' } });
  now().state.done?.undo?.();
  await turn();
  expect(actors.size).toBe(0);
  expect(now().state.done?.what).toBe('Ann Able is no longer tracked.');
  now().state.done?.undo?.();
  await turn();
  expect(actors.get('mine:new')?.surnames).toEqual(['Able']);
});

it('keeps the family name out where it is unticked: the full name alone counts then', async () => {
  const { now, asked } = page('Ann Able');
  await turn();
  now().on.onTake('Able', false);
  now().on.onSave();
  await turn();
  expect(asked.find(([call]) => call === 'own-actor/save')?.[1]).toMatchObject({ surnames: ['Ann Able'] });
});

it('unticks what somebody else bears, and says who', async () => {
  const bearer = { id: 'world:able', name: 'Zed Able', kind: 'person', form: 'surname' };
  const { now } = page('Ann Able', {
    'names/check': (({ names }: { names: string[] }) => names.map((text) => (text === 'Able' ? [bearer] : []))) as never,
  });
  await turn();
  await turn();
  expect(now().state.form?.names.find(({ text }) => text === 'Able')).toMatchObject({ taken: false, bearers: [bearer] });
});

it('does not save what is no name, and shows a fault of the store', async () => {
  const short = page('x');
  await turn();
  expect(short.now().state.form?.problem).toMatch(/too short/);
  short.now().on.onSave();
  await turn();
  expect(short.asked.some(([call]) => call === 'own-actor/save')).toBe(false);
  const full = page('Ann Able', { 'own-actor/save': () => new Error('The disk is full.') });
  await turn();
  full.now().on.onSave();
  await turn();
  expect(full.now().state).toMatchObject({ fault: 'The disk is full.' });
  expect(full.now().state.form).not.toBeNull();
});
