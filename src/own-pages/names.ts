/**
 * The session of the page of corrections and tracked names: lists, the form for a new name, and undo of each removal. Draws nothing and
 * knows no browser API: both come in.
 */
import type { Actor } from '@/core/model/actor';
import type { CorrectionView } from '@/core/model/view';
import { doubtsOf, familyNames, type OwnKind, type Proposal, proposeKind, proposeNames, tidyName } from '@/core/naming/propose';
import type { Result } from '@/core/result';
import type { Ask } from '@/messaging/client';
import type { FormName, NamesCallbacks, NamesState, TrackForm } from '@/ui/names/state';

export interface NamesWorld {
  readonly ask: Ask;
  /** A name selected on a page, to begin with; '' where the page was opened without one. */
  readonly selected: string;
  draw(state: NamesState, on: NamesCallbacks): void;
  /** Hands the reader a file. */
  download(name: string, text: string): void;
  wait(ms: number): Promise<void>;
}

/** A letter typed within this (ms) is another name: who bears it is asked after the last. */
const TYPING_MS = 150;

export function startNames({ ask, selected, draw, download, wait }: NamesWorld): void {
  let state: NamesState = { form: null, actors: null, corrections: null, painting: null, packs: [], done: null, fault: null };
  /** Goes up with every change of the form: an answer about an older one is dropped. */
  let turn = 0;

  function show(change: Partial<NamesState>): void {
    state = { ...state, ...change };
    draw(state, on);
  }

  /** The answer, or null after its fault was shown. */
  async function get<T>(asked: Promise<Result<T>>): Promise<T | null> {
    const answer = await asked;
    if (answer.ok) return answer.value;
    show({ fault: answer.fault.message });
    return null;
  }

  async function load(): Promise<void> {
    const [actors, corrections, painting] = await Promise.all([
      get(ask('own-actor/list', {})),
      get(ask('correction/list', {})),
      get(ask('painting/get', {})),
    ]);
    show({
      ...(actors && { actors }),
      ...(corrections && { corrections }),
      ...(painting && { painting: painting.painting, packs: painting.packs }),
    });
  }

  function formOf(id: string | null, name: string, kind: OwnKind, description: string, kept: readonly FormName[]): TrackForm {
    const own = kept.filter(({ why }) => why === 'given' && name !== '');
    const proposed = name ? proposeNames(name, kind).map((one) => formName(one, kept)) : [];
    const written = own.filter(({ text }) => !proposed.some((one) => one.text === text) && text !== kept[0]?.text);
    const names = [...proposed, ...written];
    return { id, name, kind, description, names, problem: problemOf(name, names) };
  }

  function formName({ text, why, sure }: Proposal, kept: readonly FormName[]): FormName {
    const doubts = doubtsOf(text, { surname: why === 'surname' });
    const before = kept.find((one) => one.text === text);
    // A word, or too short a name, is never taken unasked.
    const taken = why === 'given' || (before ? before.taken : sure && doubts.length === 0);
    return { text, why, doubts, taken: taken && !doubts.includes('refused'), bearers: before?.bearers ?? null };
  }

  function problemOf(name: string, names: readonly FormName[]): string | null {
    if (!name) return 'Write the name to be tracked.';
    if (names[0]?.doubts.includes('refused')) return 'This is too short to be a name: it would mark every other word.';
    return null;
  }

  function edit(form: TrackForm): void {
    const mine = ++turn;
    show({ form, fault: null });
    const unknown = form.names.filter(({ bearers }) => bearers === null).map(({ text }) => text);
    if (unknown.length === 0) return;
    void wait(TYPING_MS).then(async () => {
      if (mine !== turn) return;
      const bearers = await get(ask('names/check', { names: unknown, ...(form.id ? { except: form.id } : {}) }));
      if (mine !== turn || !bearers || !state.form) return;
      const found = new Map(unknown.map((text, i) => [text, bearers[i] ?? []]));
      const names = state.form.names.map((one) => {
        const those = found.get(one.text);
        if (!those) return one;
        // Somebody else's name in full is left to the reader, and so is a family name that others bear as theirs.
        return { ...one, bearers: those, taken: one.taken && (one.why === 'given' || those.length === 0) };
      });
      show({ form: { ...state.form, names } });
    });
  }

  const change = (to: Partial<Pick<TrackForm, 'name' | 'kind' | 'description'>>): void => {
    const { form } = state;
    if (!form) return;
    const { name, kind, description } = { ...form, ...to };
    edit(formOf(form.id, name, kind, description, form.names));
  };

  async function save(): Promise<void> {
    const { form } = state;
    if (!form || form.problem) return;
    const name = tidyName(form.name);
    const taken = form.names.filter((one) => one.taken && one.text !== form.name).map(({ text }) => text);
    const isSurname = (text: string) => form.kind === 'person' && form.names.some((one) => one.text === text && one.why === 'surname');
    const before = state.actors?.find(({ id }) => id === form.id) ?? null;
    const saved = await get(
      ask('own-actor/save', {
        ...(form.id ? { id: form.id } : {}),
        kind: form.kind,
        name,
        names: taken.filter((text) => !isSurname(text)),
        // None taken: the full name alone stands there, so that no family name is derived from it.
        surnames: form.kind === 'person' ? (taken.some(isSurname) ? taken.filter(isSurname) : [name]) : [],
        description: form.description,
      }),
    );
    if (!saved) return;
    const undo = before ? () => void put(before, 'Changed back') : () => void take(saved);
    show({ form: null, done: { what: before ? `${saved.name} is changed.` : `${saved.name} is tracked from now on.`, undo } });
    await load();
  }

  async function put(actor: Actor, what: string): Promise<void> {
    const { id, kind, name, names, surnames, description } = actor;
    if (kind === 'outlet') return;
    const texts = names.map(({ text }) => text);
    const saved = await get(
      ask('own-actor/save', { id, kind, name, names: texts, surnames: [...surnames], ...(description ? { description } : {}) }),
    );
    if (saved) show({ done: { what: `${what}: ${saved.name}.`, undo: null } });
    await load();
  }

  async function take(actor: Actor): Promise<void> {
    const removed = await get(ask('own-actor/remove', { id: actor.id }));
    if (removed)
      show({ form: null, done: { what: `${actor.name} is no longer tracked.`, undo: () => void put(removed, 'Tracked again') } });
    await load();
  }

  async function forget(correction: CorrectionView): Promise<void> {
    const removed = await get(ask('correction/remove', { ids: [correction.id] }));
    const undo = async () => {
      if (removed && (await get(ask('correction/restore', { corrections: [...removed] }))))
        show({ done: { what: 'The correction holds again.', undo: null } });
      await load();
    };
    if (removed) show({ done: { what: `The correction of “${correction.word}” is taken back.`, undo: () => void undo() } });
    await load();
  }

  const on: NamesCallbacks = {
    onNew: () => edit(formOf(null, '', 'person', '', [])),
    onEdit(actor) {
      if (actor.kind === 'outlet') return;
      const form = formOf(actor.id, actor.name, actor.kind, actor.description ?? '', []);
      const kept = new Set([...actor.names.map(({ text }) => text), ...actor.surnames]);
      const names = form.names.map((one) => ({ ...one, taken: one.why === 'given' || kept.has(one.text) }));
      const written = [...kept].filter((text) => !names.some((one) => one.text === text));
      const extra = written.map((text): FormName => ({ text, why: 'given', taken: true, doubts: doubtsOf(text), bearers: null }));
      edit({ ...form, names: [...names, ...extra] });
    },
    onRemove: (actor) => void take(actor),
    onName(name) {
      const isNew = state.form?.id === null && proposeKind(tidyName(state.form.name)) === state.form.kind;
      change({ name, ...(isNew && name ? { kind: proposeKind(tidyName(name)) } : {}) });
    },
    onKind: (kind) => change({ kind }),
    onDescription: (description) => state.form && show({ form: { ...state.form, description } }),
    onTake(text, taken) {
      if (!state.form) return;
      const names = state.form.names.map((one) => (one.text === text ? { ...one, taken } : one));
      show({ form: { ...state.form, names } });
    },
    onAdd(given) {
      const text = tidyName(given);
      if (!state.form || !text || state.form.names.some((one) => one.text === text)) return;
      const isFamily = state.form.kind === 'person' && familyNames(state.form.names.map((one) => one.text)).includes(text);
      const doubts = doubtsOf(text, { surname: isFamily });
      const added: FormName = { text, why: isFamily ? 'surname' : 'given', taken: !doubts.includes('refused'), doubts, bearers: null };
      edit({ ...state.form, names: [...state.form.names, added] });
    },
    onSave: () => void save(),
    onCancel: () => show({ form: null, fault: null }),
    onForget: (correction) => void forget(correction),
    onPaint: (of, id, paint) => void get(ask('painting/choose', { of, id, paint })).then(load),
    onLines: (lines) => void get(ask('painting/lines', { lines })).then(load),
    onExport: () => void get(ask('overlay/export', {})).then((file) => file && download(file.name, file.text)),
    onImport: (file) =>
      void file.text().then(async (text) => {
        const taken = await get(ask('overlay/import', { file: file.name, text }));
        if (taken) {
          const what = `Taken in: ${taken.actors} tracked name${taken.actors === 1 ? '' : 's'}, ${taken.corrections} correction${taken.corrections === 1 ? '' : 's'}.`;
          show({ fault: null, done: { what, undo: null } });
        }
        await load();
      }),
  };

  show({});
  void load();
  const name = tidyName(selected);
  if (name) edit(formOf(null, name, proposeKind(name), '', []));
}
