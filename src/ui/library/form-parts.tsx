/** What the forms of the library are made of: a field with its fault beneath it, a date with what it is read as, and what was chosen. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryKind } from '@/core/model/library';
import type { SubjectRef } from '@/core/model/view';
import { useElementId } from '../primitives/element-id';
import { formatEdtf } from '../primitives/format-edtf';
import { Foreign } from '../primitives/text';
import type { LibraryCallbacks } from './state';
import { SubjectPick } from './subject-pick';
import { typedDate } from './typed-date';

export const DATE_HINT = 'A day, a month, a year or a span: 24 Dec 2025, 2025-12, 2025, 2025-01/2025-03';

/** By field; a field without one is right. */
export type Problems = Readonly<Partial<Record<string, string>>>;

/** One thing a line: names hold commas. */
export const linesOf = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

/** A fault of a date that was typed; undefined where it is one, or nothing. */
export const dateProblem = (text: string): string | undefined =>
  typedDate(text) === null ? `“${text.trim()}” can’t be read as a date.` : undefined;
export const dateOf = (text: string): string => typedDate(text) ?? '';

interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly problem?: string | undefined;
  /** What is typed into; these attributes belong on it. */
  children(given: { readonly id: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean }): ComponentChildren;
}

export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useElementId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-more`, 'aria-invalid': problem !== undefined })}
      <small id={`${id}-more`} class={problem === undefined ? 'hint' : 'hint wrong'}>
        {problem ?? hint}
      </small>
    </div>
  );
}

interface TextProps extends Omit<FieldProps, 'children'> {
  readonly value: string;
  readonly rows?: number;
  /** Where the form begins. */
  readonly first?: boolean;
  onText(text: string): void;
}

/** A line of text, or several where `rows` says so. The focus comes at once: later it would take the reader out of another field. */
export function TextField({ value, rows, first, onText, ...field }: TextProps) {
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    if (first) input.current?.focus();
  }, []);
  const [start] = useState(value);
  return (
    <Field {...field}>
      {(given) =>
        rows === undefined ? (
          <input {...given} ref={input} type="text" value={value} onInput={(event) => onText(event.currentTarget.value)} />
        ) : (
          <textarea {...given} ref={input} rows={rows} onInput={(event) => onText(event.currentTarget.value)}>
            {start}
          </textarea>
        )
      }
    </Field>
  );
}

/** A date of any precision, which says beneath as what it is read. */
export function DateField({ value, hint = DATE_HINT, ...field }: Omit<TextProps, 'rows'>) {
  const edtf = typedDate(value);
  return <TextField {...field} value={value} hint={edtf ? <b>{formatEdtf(edtf).text}</b> : edtf === '' ? hint : 'Not yet a date'} />;
}

interface FormProps {
  readonly onCancel: () => void;
  readonly onSubmit: () => void;
  readonly save: string;
  readonly problems: Problems;
  readonly children: ComponentChildren;
}

/**
 * Saved by Ctrl+Enter from every field; left by Escape, pressed twice where something was typed. The first field that is wrong has the
 * focus.
 */
export function Form({ onCancel, onSubmit, save, problems, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const typed = useRef(false);
  const [leaving, setLeaving] = useState(false);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [problems]);
  return (
    <form
      ref={form}
      class="fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onInput={() => {
        typed.current = true;
        setLeaving(false);
      }}
      onKeyDown={(event) => {
        if (event.defaultPrevented) return;
        if (event.key === 'Escape') {
          if (typed.current && !leaving) setLeaving(true);
          else onCancel();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
        else return;
        event.preventDefault();
      }}
    >
      {children}
      <p class="buttons">
        <button type="submit" class="action">
          {save}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          Cancel
        </button>
        <span role="status">{leaving && 'Press Escape again to drop what you typed.'}</span>
      </p>
    </form>
  );
}

/** Somebody who was chosen. `clear`: what the press that takes the choice back says. */
export function Chosen({ name, clear, onClear }: { readonly name: string; readonly clear: string; readonly onClear: () => void }) {
  return (
    <span class="chip">
      <Foreign>{name}</Foreign>
      <button type="button" onClick={onClear} aria-label={clear}>
        ×
      </button>
    </span>
  );
}

interface OneProps {
  readonly label: string;
  readonly kinds: readonly LibraryKind[];
  readonly chosen: { readonly name: string } | null;
  readonly placeholder: string;
  readonly find: LibraryCallbacks['find'];
  onChoice(subject: SubjectRef | null): void;
}

/** One tracked subject, or none. */
export function OneSubject({ label, kinds, chosen, placeholder, find, onChoice }: OneProps) {
  return (
    <div class="field">
      <span class="label">{label}</span>
      {chosen ? (
        <Chosen name={chosen.name} clear={`Another choice for ${label}`} onClear={() => onChoice(null)} />
      ) : (
        <SubjectPick label={label} placeholder={placeholder} kinds={kinds} find={find} onPick={onChoice} />
      )}
    </div>
  );
}

interface ManyProps {
  readonly chosen: readonly SubjectRef[];
  readonly find: LibraryCallbacks['find'];
  onChoice(subjects: readonly SubjectRef[]): void;
}

/** Whom and what a record is about. */
export function About({ chosen, find, onChoice }: ManyProps) {
  return (
    <div class="field">
      <span class="label">About whom and what</span>
      <span class="chips">
        {chosen.map((one) => (
          <Chosen
            key={one.id}
            name={one.name}
            clear={`Not about ${one.name}`}
            onClear={() => onChoice(chosen.filter((other) => other !== one))}
          />
        ))}
        <SubjectPick
          label="An actor or event that it is about"
          placeholder="Add an actor or event"
          kinds={['actor', 'event', 'outlet']}
          find={find}
          onPick={({ id, name, kind }) => onChoice([...chosen.filter((one) => one.id !== id), { id, name, kind }])}
        />
      </span>
    </div>
  );
}

/** What a draft says of {@link About}. */
export const aboutDraft = (about: readonly SubjectRef[]) => ({
  actors: about.flatMap(({ id, kind }) => (kind === 'event' ? [] : [id])),
  events: about.flatMap(({ id, kind }) => (kind === 'event' ? [id] : [])),
});
