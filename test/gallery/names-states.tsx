/** The names page in each of its states, for the gallery. Everybody is invented. */
import type { ComponentChild } from 'preact';
import type { Actor } from '@/core/model/actor';
import type { CorrectionView } from '@/core/model/view';
import { Names } from '@/ui/names/names';
import type { NamesCallbacks, NamesState } from '@/ui/names/state';

const ignore = (): void => undefined;
const ON: NamesCallbacks = {
  onNew: ignore,
  onEdit: ignore,
  onRemove: ignore,
  onName: ignore,
  onKind: ignore,
  onDescription: ignore,
  onTake: ignore,
  onAdd: ignore,
  onSave: ignore,
  onCancel: ignore,
  onForget: ignore,
  onPaint: ignore,
  onLines: ignore,
  onExport: ignore,
  onImport: ignore,
};

const own = (id: string, kind: Actor['kind'], name: string, more: Partial<Actor> = {}): Actor => ({
  ...{ id: `own:${id}`, kind, name, names: [], surnames: [], offices: [], sources: [] },
  ...more,
});

const corrected = (id: string, rest: Pick<CorrectionView, 'word' | 'says' | 'where' | 'subject'>): CorrectionView => ({
  ...{ id, made: '2026-02-14T09:30:00.000Z' },
  ...rest,
});
const HOLM = { id: 'own:holm', kind: 'person', name: 'Ada Holm' } as const;

const EMPTY: NamesState = {
  ...{ form: null, actors: [], corrections: [], painting: null, done: null, fault: null },
  packs: [
    { id: 'world', title: 'World', paint: 'open' },
    { id: 'harbour', title: 'The harbour dispute', paint: 'discreet' },
  ],
};

const LISTS: NamesState = {
  ...EMPTY,
  actors: [
    own('holm', 'person', 'Ada Holm', {
      ...{ description: 'Harbour master', surnames: ['Holm', 'Голм'], names: [{ text: 'A. Holm' }] },
    }),
    own('office', 'organisation', 'Donaudampfschifffahrtsgesellschaft zu Niederoberhausen an der Alten Landungsbrücke'),
    own('quay', 'place', 'رصيف الميناء'),
  ],
  corrections: [
    corrected('1', { word: 'Holm', says: { is: 'never' }, where: { in: 'everywhere' }, subject: null }),
    corrected('2', {
      word: 'Holm',
      says: { is: 'other', subject: HOLM.id },
      where: { in: 'site', host: 'fixture-gazette.test' },
      subject: HOLM,
    }),
    corrected('3', {
      word: 'Quay',
      says: { is: 'not', subject: HOLM.id },
      where: { in: 'page', address: 'https://www.fixture-gazette.test/2026/02/14/a-rather-long-address-of-one-article' },
      subject: HOLM,
    }),
  ],
  done: { what: 'Jan Rutte is no longer tracked.', undo: ignore },
};

const FORM: NamesState = {
  ...EMPTY,
  form: {
    ...{ id: null, name: 'Ada Maria Holm', kind: 'person', description: '' },
    names: [
      { text: 'Ada Maria Holm', why: 'given', taken: true, doubts: [], bearers: [] },
      { text: 'Holm', why: 'surname', taken: true, doubts: ['word'], bearers: [{ ...HOLM, form: 'surname' }] },
      { text: 'A. M. Holm', why: 'initials', taken: true, doubts: [], bearers: null },
      { text: 'AM', why: 'acronym', taken: false, doubts: ['refused'], bearers: [] },
    ],
    problem: null,
  },
  fault: 'This could not be kept: the disk is full. Free some space and try again.',
};

const STATES: Readonly<Record<string, NamesState>> = { empty: EMPTY, lists: LISTS, form: FORM };

export function namesOf(name: string): ComponentChild {
  const state = STATES[name];
  return state && <Names state={state} on={ON} />;
}
