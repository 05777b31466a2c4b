/** The form of one tracked name: what it is, what else it is written as, and what speaks against each. Props in, callbacks out. */
import type { Doubt, OwnKind, ProposalWhy } from '@/core/naming/propose';
import { Foreign } from '../primitives/text';
import { KIND_WORD } from '../primitives/words';
import type { FormName, NamesCallbacks, TrackForm } from './state';

const KINDS: readonly OwnKind[] = ['person', 'organisation', 'place'];

const WHY: Readonly<Record<ProposalWhy, string>> = {
  given: 'as you wrote it',
  surname: 'family name: counts once the article names the person in full',
  initials: 'with initials',
  acronym: 'its initials',
  spelling: 'as other languages write it',
};

const DOUBTS: Readonly<Record<Doubt, string>> = {
  refused: 'too short: it would mark every other word',
  short: 'short: other things are called so too',
  word: 'also an ordinary word',
  'first-name': 'a first name: it would mark everybody called so',
  small: 'in small letters: every such word would be marked',
};

function NameLine({ name, on }: { readonly name: FormName; readonly on: NamesCallbacks }) {
  const refused = name.doubts.includes('refused');
  const warnings = [
    ...name.doubts.map((doubt) => DOUBTS[doubt]),
    ...(name.bearers ?? []).map(
      ({ name: bearer, form }) => `${form === 'surname' ? 'also the family name of' : 'also the name of'} ${bearer}`,
    ),
  ];
  return (
    <li>
      <label class="name-line">
        <input
          type="checkbox"
          checked={name.taken}
          disabled={refused}
          onChange={(event) => on.onTake(name.text, event.currentTarget.checked)}
        />
        <span class="name-text">
          <Foreign>{name.text}</Foreign>
        </span>
        <small>
          {WHY[name.why]}
          {warnings.length > 0 && <b class="doubt"> {warnings.join('; ')}</b>}
        </small>
      </label>
    </li>
  );
}

export function TrackNameForm({ form, on }: { readonly form: TrackForm; readonly on: NamesCallbacks }) {
  const [first, ...others] = form.names;
  const doubts = first ? [...first.doubts.map((doubt) => DOUBTS[doubt])] : [];
  const bearers = first?.bearers ?? [];
  return (
    <form
      class="track"
      aria-labelledby="track-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') on.onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        on.onSave();
      }}
    >
      <h2 id="track-title">{form.id ? 'Change a tracked name' : 'Track this'}</h2>
      <div class="fields">
        <label class="wide">
          <span>Name</span>
          <input
            type="text"
            value={form.name}
            maxLength={200}
            autocomplete="off"
            spellcheck={false}
            onInput={(event) => on.onName(event.currentTarget.value)}
          />
        </label>
        <fieldset>
          <legend>What it is</legend>
          {KINDS.map((kind) => (
            <label key={kind} class={`pick kind-${kind}`}>
              <input type="radio" name="kind" checked={form.kind === kind} onChange={() => on.onKind(kind)} />
              <span>
                <span class="kind-line" aria-hidden="true" /> {KIND_WORD[kind]}
              </span>
            </label>
          ))}
        </fieldset>
        <label class="wide">
          <span>
            Who or what it is <i>(for your cards; optional)</i>
          </span>
          <input
            type="text"
            value={form.description}
            maxLength={1000}
            autocomplete="off"
            onInput={(event) => on.onDescription(event.currentTarget.value)}
          />
        </label>
      </div>
      {(doubts.length > 0 || bearers.length > 0) && (
        <ul class="warnings" role="status">
          {doubts.map((doubt) => (
            <li key={doubt}>This name is {doubt}.</li>
          ))}
          {bearers.map(({ id, name, form: how }) => (
            <li key={id}>
              “<Foreign>{first?.text ?? ''}</Foreign>” is already {how === 'surname' ? 'the family name' : 'a name'} of{' '}
              <b>
                <Foreign>{name}</Foreign>
              </b>
              . Where an article does not tell the two apart, neither is marked.
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <fieldset class="proposals">
          <legend>Also written as</legend>
          <ul>
            {others.map((name) => (
              <NameLine key={name.text} name={name} on={on} />
            ))}
          </ul>
        </fieldset>
      )}
      <label class="add">
        <span>Another way to write it</span>
        <input
          type="text"
          maxLength={200}
          autocomplete="off"
          spellcheck={false}
          placeholder="Type and press Enter"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            on.onAdd(event.currentTarget.value);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <div class="row">
        <button type="submit" class="action" disabled={form.problem !== null}>
          {form.id ? 'Save' : 'Track'}
        </button>
        <button type="button" class="quiet" onClick={() => on.onCancel()}>
          Cancel
        </button>
        {form.problem && form.name && (
          <p class="problem" role="alert">
            {form.problem}
          </p>
        )}
      </div>
    </form>
  );
}
