/** The capture form's session: what is asked of the page, and every way in which a claim is not kept. */
import { describe, expect, it } from 'vitest';
import type { CaptureDraft } from '@/core/model/page-claim';
import { fail, ok } from '@/core/result';
import { type CaptureWorld, startCapture } from '@/own-pages/capture';
import type { CaptureCallbacks, CaptureState } from '@/ui/capture/state';

const DRAFT: CaptureDraft = {
  exact: 'Ann said so.',
  title: 'A story',
  speakers: [{ id: 'p:ann', name: 'Ann Ace' }],
  outlets: [{ id: null, name: 'The Daily' }],
  speaker: 'Ann Ace',
  outlet: null,
  date: { clock: 'said', value: { edtf: '2025-03-05', basis: 'relative' } },
};
const GIVEN = { text: 'So it is.', speaker: 'Ann Ace', outlet: null, clock: 'said', edtf: '2025-03-05' } as const;

function play(answers: Record<string, unknown> = {}, isPrivate = false) {
  const asked: [string, unknown][] = [];
  const states: CaptureState[] = [];
  let on: CaptureCallbacks | undefined;
  let closed = false;
  const replies: Record<string, unknown> = {
    'claims/draft': ok(DRAFT),
    'claims/capture': ok('mine:c-1'),
    'claims/judge': ok({ status: 'none' }),
    ...answers,
  };
  startCapture({
    isPrivate,
    ask: (async (call: string, input: unknown) => {
      asked.push([call, input]);
      return replies[call];
    }) as CaptureWorld['ask'],
    draw(state, callbacks) {
      states.push(state);
      on = callbacks;
    },
    close: () => {
      closed = true;
    },
  });
  const settle = async () => {
    await new Promise((done) => setTimeout(done));
    return states.at(-1) as CaptureState;
  };
  return { asked, states, settle, on: () => on as CaptureCallbacks, closed: () => closed };
}

describe('the capture form', () => {
  it('starts with what the page says of the selected words, hands on what the reader made of it, and takes it back', async () => {
    const form = play();
    expect(form.states).toEqual([{ kind: 'loading' }]);
    expect(await form.settle()).toEqual({ kind: 'form', draft: DRAFT, problem: null });
    form.on().onSave(GIVEN);
    expect(await form.settle()).toEqual({ kind: 'saved', draft: DRAFT });
    expect(form.asked.at(-1)).toEqual(['claims/capture', GIVEN]);
    form.on().onUndo();
    expect((await form.settle()).kind).toBe('form');
    expect(form.asked.at(-1)).toEqual(['claims/judge', { id: 'mine:c-1', verdict: null }]);
    form.on().onClose();
    expect(form.closed()).toBe(true);
  });

  it.each([
    [{ edtf: '24 Dec' }, 'date', /no date/],
    [{ edtf: '2025-02-30' }, 'date', /2025-02-30/],
    [{ text: ' ' }, 'text', /what is claimed/],
  ])('keeps nothing of %j, and says where it is wrong', async (wrong, of, words) => {
    const form = play();
    await form.settle();
    form.on().onSave({ ...GIVEN, ...wrong });
    expect(await form.settle()).toMatchObject({ kind: 'form', problem: { of, message: expect.stringMatching(words) } });
    expect(form.asked.map(([call]) => call)).toEqual(['claims/draft']);
  });

  it('takes a claim without a date', async () => {
    const form = play();
    await form.settle();
    form.on().onSave({ ...GIVEN, edtf: '' });
    expect((await form.settle()).kind).toBe('saved');
  });

  it('says what is the matter where nothing is selected, no article is read, or it could not be kept', async () => {
    const empty = await play({ 'claims/draft': fail('nothing-selected', 'Select a sentence.') }).settle();
    expect(empty).toEqual({ kind: 'failed', message: 'Select a sentence.' });
    expect(await play({ 'claims/draft': fail('no-reader', 'x') }).settle()).toMatchObject({
      message: expect.stringContaining('reads no article'),
    });
    const hidden = play({}, true);
    expect(await hidden.settle()).toMatchObject({ kind: 'failed', message: expect.stringContaining('private window') });
    expect(hidden.asked).toEqual([]);
    const full = play({ 'claims/capture': fail('store-full', 'The disk is full.') });
    await full.settle();
    full.on().onSave(GIVEN);
    expect(await full.settle()).toMatchObject({ kind: 'form', problem: { of: 'all', message: 'The disk is full.' } });
  });
});
