/**
 * The form that keeps a selected sentence: what is claimed, by whom, in which outlet, when; prefilled with what the page says.
 * The browser keeps what is typed; props in, callbacks out.
 */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { CaptureClock, CaptureDraft } from '@/core/model/page-claim';
import { formatEdtf } from '../primitives/format-edtf';
import { disarmed, Foreign } from '../primitives/text';
import { BASIS_WORD } from '../primitives/words';
import type { CaptureCallbacks, CaptureState } from './state';

const CLOCK_WORD: Readonly<Record<CaptureClock, string>> = {
  said: 'when it was said',
  reported: 'when it was reported',
  event: 'when it happened',
};

type FormState = Extract<CaptureState, { kind: 'form' }>;

function Field(props: {
  readonly label: string;
  readonly name: string;
  readonly children: ComponentChildren;
  readonly hint?: ComponentChildren;
}) {
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      {props.children}
      {props.hint}
    </div>
  );
}

/** How the date that stands there was come by, in words; it is the reader's once changed. */
function dateHint({ date }: CaptureDraft): string {
  if (!date) return 'The page gives none. A day, a month or a year: 2025-12-24, 2025-12, 2025.';
  const basis = BASIS_WORD[date.value.basis];
  return `${formatEdtf(date.value.edtf, date.value.qualifier).text}${basis ? `: ${basis}` : ', as the page has it'}`;
}

function Problem({ problem, of }: { readonly problem: FormState['problem']; readonly of: NonNullable<FormState['problem']>['of'] }) {
  return problem?.of === of ? (
    <p class="problem" role="alert" id={`problem-${of}`}>
      <Foreign>{problem.message}</Foreign>
    </p>
  ) : null;
}

function Form({ state: { draft, problem, saving = false }, on }: { readonly state: FormState; readonly on: CaptureCallbacks }) {
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: Event) => {
    event.preventDefault();
    const given = new FormData(form.current ?? undefined);
    const text = (name: string) => String(given.get(name) ?? '');
    const outlet = draft.outlets[Number(text('outlet'))]?.id ?? null;
    on.onSave({ text: text('text'), speaker: text('speaker'), outlet, clock: text('clock') as CaptureClock, edtf: text('edtf') });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // From within the text, where Enter is a new line.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    if (event.key === 'Escape') on.onClose();
  };
  const chosen = Math.max(
    0,
    draft.outlets.findIndex(({ id }) => id === draft.outlet),
  );
  return (
    <form ref={form} onSubmit={submit} onKeyDown={onKeyDown} noValidate>
      <Field label="What is claimed" name="text" hint={<Problem problem={problem} of="text" />}>
        <textarea id="text" name="text" rows={4} defaultValue={disarmed(draft.exact)} aria-invalid={problem?.of === 'text'} />
      </Field>
      <Field label="Who said it" name="speaker">
        <input
          id="speaker"
          name="speaker"
          list="speakers"
          autocomplete="off"
          defaultValue={disarmed(draft.speaker)}
          placeholder="Nobody named"
        />
        <datalist id="speakers">
          {draft.speakers.map(({ name }) => (
            <option key={name} value={disarmed(name)} />
          ))}
        </datalist>
      </Field>
      <Field label="Carried by" name="outlet">
        <select id="outlet" name="outlet">
          {draft.outlets.map(({ name }, i) => (
            <option key={name} value={i} selected={i === chosen}>
              {disarmed(name)}
            </option>
          ))}
        </select>
      </Field>
      <div class="pair">
        <Field label="Date" name="edtf">
          <input
            id="edtf"
            name="edtf"
            autocomplete="off"
            spellcheck={false}
            defaultValue={draft.date?.value.edtf ?? ''}
            placeholder="No date"
            aria-describedby="date-hint"
            aria-invalid={problem?.of === 'date'}
          />
        </Field>
        <Field label="The date tells" name="clock">
          <select id="clock" name="clock">
            {(Object.keys(CLOCK_WORD) as CaptureClock[]).map((clock) => (
              <option key={clock} value={clock} selected={clock === (draft.date?.clock ?? 'said')}>
                {CLOCK_WORD[clock]}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <p class="hint" id="date-hint">
        {dateHint(draft)}
      </p>
      <Problem problem={problem} of="date" />
      <Problem problem={problem} of="all" />
      <p class="buttons">
        <button type="submit" class="action" aria-disabled={saving}>
          Keep this claim
        </button>
        <button type="button" class="quiet" onClick={() => on.onClose()}>
          Cancel
        </button>
      </p>
    </form>
  );
}

function Evidence({ draft }: { readonly draft: CaptureDraft }) {
  return (
    <blockquote>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls where it is long, which keys must be able to do as well. */}
      <section class="words" aria-label="The words" tabIndex={0}>
        <Foreign>{draft.exact}</Foreign>
      </section>
      {draft.title && (
        <p class="from">
          <Foreign>{draft.title}</Foreign>
        </p>
      )}
    </blockquote>
  );
}

export function CaptureForm({ state, on }: { readonly state: CaptureState; readonly on: CaptureCallbacks }) {
  const close = useRef<HTMLButtonElement>(null);
  // What was focused is gone with the form.
  useEffect(() => {
    if (state.kind === 'saved') close.current?.focus();
  }, [state.kind]);
  return (
    <main class="capture">
      <h1>{state.kind === 'saved' ? 'Kept' : state.kind === 'failed' ? 'Nothing to keep yet' : 'Keep a claim'}</h1>
      {state.kind === 'loading' && <p role="status">Looking at the page…</p>}
      {state.kind === 'failed' && (
        <>
          <p role="alert">
            <Foreign>{state.message}</Foreign>
          </p>
          <p class="buttons">
            <button type="button" class="action" onClick={() => on.onClose()}>
              Close
            </button>
          </p>
        </>
      )}
      {(state.kind === 'form' || state.kind === 'saved') && <Evidence draft={state.draft} />}
      {state.kind === 'form' && <Form state={state} on={on} />}
      {state.kind === 'saved' && (
        <>
          <p role="status">
            It stands on the cards of those whom it concerns from now on, as confirmed by you, with this sentence as its evidence.
          </p>
          <p class="buttons">
            <button ref={close} type="button" class="action" onClick={() => on.onClose()}>
              Close
            </button>
            <button type="button" class="quiet" onClick={() => on.onUndo()}>
              Undo
            </button>
          </p>
        </>
      )}
    </main>
  );
}
