/** The forms of a claim and of an article. Each holds what is typed until it is saved. */
import { useState } from 'preact/hooks';
import { type ArticleDraft, type ClaimDraft, SET_CLOCKS } from '@/core/model/edit';
import type { NameRef, SubjectRef } from '@/core/model/view';
import {
  About,
  aboutDraft,
  Chosen,
  DATE_HINT,
  DateField,
  dateOf,
  dateProblem,
  Form,
  OneSubject,
  type Problems,
  TextField,
} from './form-parts';
import type { LibraryCallbacks } from './state';
import { SubjectPick } from './subject-pick';

const CLOCK_WORD: Readonly<Record<(typeof SET_CLOCKS)[number], string>> = {
  said: 'Said',
  reported: 'Reported',
  published: 'Published',
  event: 'Happened',
};

/** A claim's draft with the names of whom it knows by id only. */
export interface ClaimForm {
  readonly draft: Omit<ClaimDraft, 'actors' | 'events'>;
  readonly outlet: NameRef | null;
  readonly about: readonly SubjectRef[];
}

export const NO_CLAIM: ClaimForm = {
  draft: {
    text: '',
    quote: '',
    speaker: { id: null, name: '' },
    outlet: null,
    clocks: { said: '', reported: '', published: '', event: '' },
  },
  outlet: null,
  about: [],
};

interface FormProps<Of, Draft> {
  readonly form: Of;
  readonly save: string;
  readonly find: LibraryCallbacks['find'];
  onCancel(): void;
  onSave(draft: Draft): void;
}

export function ClaimFields({ form, save, find, onCancel, onSave }: FormProps<ClaimForm, ClaimDraft>) {
  const [draft, setDraft] = useState(form.draft);
  const [outlet, setOutlet] = useState(form.outlet);
  const [about, setAbout] = useState(form.about);
  const [problems, setProblems] = useState<Problems>({});
  const set = (change: Partial<ClaimDraft>) => setDraft({ ...draft, ...change });
  const { speaker, clocks } = draft;
  const submit = (): void => {
    const dates = SET_CLOCKS.map((clock) => [clock, dateProblem(clocks[clock])] as const).filter(([, problem]) => problem);
    const found = { ...Object.fromEntries(dates), ...(draft.text.trim() ? {} : { text: 'Write what is claimed.' }) };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    onSave({
      ...{ ...draft, text: draft.text.trim(), quote: draft.quote.trim(), outlet: outlet?.id ?? null },
      clocks: Object.fromEntries(SET_CLOCKS.map((clock) => [clock, dateOf(clocks[clock])])) as unknown as ClaimDraft['clocks'],
      speaker: { ...speaker, name: speaker.name.trim() },
      ...aboutDraft(about),
    });
  };
  return (
    <Form save={save} problems={problems} onCancel={onCancel} onSubmit={submit}>
      <TextField first label="What is claimed" rows={3} value={draft.text} problem={problems.text} onText={(text) => set({ text })} />
      <TextField label="Words as they were said" rows={2} value={draft.quote} onText={(quote) => set({ quote })} />
      <div class="field">
        <span class="label">Who said it</span>
        {speaker.id ? (
          <Chosen name={speaker.name} clear="Another speaker" onClear={() => set({ speaker: { id: null, name: '' } })} />
        ) : (
          <span class="chips">
            <SubjectPick
              label="A tracked speaker"
              placeholder="Somebody tracked"
              kinds={['actor', 'outlet']}
              find={find}
              onPick={({ id, name }) => set({ speaker: { id, name } })}
            />
            <input
              type="text"
              aria-label="A speaker that is not tracked"
              placeholder="or anybody else"
              value={speaker.name}
              onInput={(event) => set({ speaker: { id: null, name: event.currentTarget.value } })}
            />
          </span>
        )}
      </div>
      <OneSubject label="Carried by" placeholder="No outlet" kinds={['outlet']} chosen={outlet} find={find} onChoice={setOutlet} />
      <About chosen={about} find={find} onChoice={setAbout} />
      <fieldset class="clocks">
        <legend>When</legend>
        <p class="hint">{DATE_HINT}</p>
        {SET_CLOCKS.map((clock) => (
          <DateField
            key={clock}
            label={CLOCK_WORD[clock]}
            hint="Not known"
            value={clocks[clock]}
            problem={problems[clock]}
            onText={(text) => set({ clocks: { ...clocks, [clock]: text } })}
          />
        ))}
      </fieldset>
    </Form>
  );
}

/** An article's draft with the names of whom it knows by id only. */
export interface ArticleForm {
  readonly draft: Omit<ArticleDraft, 'actors' | 'events'>;
  readonly outlet: NameRef | null;
  readonly about: readonly SubjectRef[];
}

export const NO_ARTICLE: ArticleForm = { draft: { title: '', outlet: null, url: '', published: '' }, outlet: null, about: [] };

export function ArticleFields({ form, save, find, onCancel, onSave }: FormProps<ArticleForm, ArticleDraft>) {
  const [draft, setDraft] = useState(form.draft);
  const [outlet, setOutlet] = useState(form.outlet);
  const [about, setAbout] = useState(form.about);
  const [problems, setProblems] = useState<Problems>({});
  const set = (change: Partial<ArticleDraft>) => setDraft({ ...draft, ...change });
  const submit = (): void => {
    const url = draft.url.trim();
    const date = dateProblem(draft.published);
    const found = {
      ...(draft.title.trim() ? {} : { title: 'Write its title.' }),
      ...(url && !/^https?:\/\/\S+$/i.test(url) ? { url: 'An address begins with https:// or http://.' } : {}),
      ...(date && { published: date }),
    };
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    const ready = { title: draft.title.trim(), url, published: dateOf(draft.published), outlet: outlet?.id ?? null };
    onSave({ ...ready, ...aboutDraft(about) });
  };
  return (
    <Form save={save} problems={problems} onCancel={onCancel} onSubmit={submit}>
      <TextField first label="Title" rows={2} value={draft.title} problem={problems.title} onText={(title) => set({ title })} />
      <OneSubject label="Carried by" placeholder="No outlet" kinds={['outlet']} chosen={outlet} find={find} onChoice={setOutlet} />
      <DateField label="Published" value={draft.published} problem={problems.published} onText={(published) => set({ published })} />
      <TextField label="Address" hint="Where it can be read" value={draft.url} problem={problems.url} onText={(url) => set({ url })} />
      <About chosen={about} find={find} onChoice={setAbout} />
    </Form>
  );
}
