/**
 * Corrections and tracked names: what the reader decided, in lists that can be changed, each removal with its undo. Props in, callbacks
 * out; the session is src/own-pages/names.ts.
 */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Actor } from '@/core/model/actor';
import type { Paint } from '@/core/model/painting';
import type { CorrectionView } from '@/core/model/view';
import { Foreign } from '../primitives/text';
import { KIND_WORD } from '../primitives/words';
import type { NamesCallbacks, NamesState } from './state';
import { TrackNameForm } from './track-form';

const PAINTS: readonly (readonly [Paint, string])[] = [
  ['open', 'openly'],
  ['discreet', 'discreetly'],
  ['off', 'not at all'],
];

interface PaintPickProps {
  readonly of: 'pack' | 'subject';
  readonly id: string;
  readonly name: string;
  /** What happens without a choice. */
  readonly usual: Paint;
  readonly chosen: Paint | undefined;
  readonly on: NamesCallbacks;
}

function PaintPick({ of, id, name, usual, chosen, on }: PaintPickProps) {
  return (
    <label class="paint">
      <span class="spoken">How {name} is marked</span>
      <select
        value={chosen ?? usual}
        onChange={(event) => {
          const paint = event.currentTarget.value as Paint;
          on.onPaint(of, id, paint === usual ? null : paint);
        }}
      >
        {PAINTS.map(([paint, word]) => (
          <option key={paint} value={paint}>
            marked {word}
          </option>
        ))}
      </select>
    </label>
  );
}

function OwnActor({ actor, state, on }: { readonly actor: Actor; readonly state: NamesState; readonly on: NamesCallbacks }) {
  const also = [...actor.names.map(({ text }) => text), ...actor.surnames].filter((text) => text !== actor.name);
  return (
    <li class={`entry kind-${actor.kind}`}>
      <div>
        <h3>
          <span class="kind-line" aria-hidden="true" />
          <Foreign>{actor.name}</Foreign>
        </h3>
        <p>
          {KIND_WORD[actor.kind]}
          {actor.description && (
            <>
              {' · '}
              <Foreign>{actor.description}</Foreign>
            </>
          )}
        </p>
        {also.length > 0 && (
          <p class="also">
            also <Foreign>{also.join(', ')}</Foreign>
          </p>
        )}
      </div>
      <div class="entry-acts">
        <PaintPick of="subject" id={actor.id} name={actor.name} usual="discreet" chosen={state.painting?.subjects[actor.id]} on={on} />
        <button type="button" class="quiet" onClick={() => on.onEdit(actor)}>
          Change<span class="spoken"> {actor.name}</span>
        </button>
        <button type="button" class="quiet" onClick={() => on.onRemove(actor)}>
          Remove<span class="spoken"> {actor.name}</span>
        </button>
      </div>
    </li>
  );
}

/** Where a correction holds, in words; a page by its address, which is a link to it. */
function Where({ where }: { readonly where: CorrectionView['where'] }) {
  if (where.in === 'everywhere') return <>everywhere</>;
  if (where.in === 'site') return <>on {where.host}</>;
  return (
    <>
      on{' '}
      <a href={where.address} rel="noreferrer">
        {where.address.replace(/^https?:\/\/(?:www\.)?/, '')}
      </a>
    </>
  );
}

function CorrectionLine({ correction, on }: { readonly correction: CorrectionView; readonly on: NamesCallbacks }) {
  const { word, says, where, made, subject } = correction;
  const name = subject?.name ?? (says.is === 'never' ? '' : `${says.subject} (no longer tracked)`);
  return (
    <li class="entry">
      <div>
        <h3>
          “<Foreign>{word}</Foreign>”{' '}
          <span class="says">
            {says.is === 'never' ? (
              'is never marked'
            ) : (
              <>
                is {says.is === 'not' ? 'not ' : ''}
                <Foreign>{name}</Foreign>
              </>
            )}
          </span>
        </h3>
        <p>
          <Where where={where} /> · <time dateTime={made}>{new Date(made).toLocaleDateString('en', { dateStyle: 'medium' })}</time>
        </p>
      </div>
      <div class="entry-acts">
        <button type="button" class="quiet" onClick={() => on.onForget(correction)}>
          Undo<span class="spoken"> the correction of {word}</span>
        </button>
      </div>
    </li>
  );
}

export function Names({ state, on }: { readonly state: NamesState; readonly on: NamesCallbacks }) {
  const { form, actors, corrections, painting, packs, done, fault } = state;
  const page = useRef<HTMLElement>(null);
  const open = form !== null;
  // Into the form as it opens; as it closes back to where it was opened, or to what opens the next.
  useLayoutEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    const focus = (selector: string) => page.current?.querySelector<HTMLElement>(selector)?.focus();
    focus('.track input');
    return () => {
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
      else focus('.title-row button');
    };
  }, [open]);
  return (
    <main class="names" ref={page}>
      <header>
        <h1>Corrections &amp; tracked names</h1>
        <p class="lead">What you decided yourself. No pack and no update changes it, and it stays on this computer.</p>
      </header>
      <div class="tidings" role="status">
        {done && (
          <p class="done">
            <Foreign>{done.what}</Foreign>{' '}
            {done.undo && (
              <button type="button" class="quiet" onClick={done.undo}>
                Undo
              </button>
            )}
          </p>
        )}
      </div>
      {fault && (
        <p class="fault" role="alert">
          <Foreign>{fault}</Foreign>
        </p>
      )}
      {form && <TrackNameForm form={form} on={on} />}
      <section aria-labelledby="tracked-title">
        <div class="title-row">
          <h2 id="tracked-title">Tracked names</h2>
          {!form && (
            <button type="button" class="quiet" onClick={() => on.onNew()}>
              Track a name…
            </button>
          )}
        </div>
        {actors?.length === 0 && (
          <p class="none">None yet. Select a name on any page and choose “Track this” from its menu, or press the shortcut.</p>
        )}
        <ul class="entries">
          {actors?.map((actor) => (
            <OwnActor key={actor.id} actor={actor} state={state} on={on} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="corrections-title">
        <h2 id="corrections-title">Corrections</h2>
        {corrections?.length === 0 && (
          <p class="none">None yet. While a card is open, press X where it shows the wrong one, or C to say who is meant.</p>
        )}
        <ul class="entries">
          {corrections?.map((correction) => (
            <CorrectionLine key={correction.id} correction={correction} on={on} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="marks-title">
        <h2 id="marks-title">How names are marked</h2>
        <p class="none">
          A page can list what is marked openly; that is the same for every reader of a built-in pack. Discreet lines are drawn where its
          scripts can’t look.
        </p>
        <ul class="entries">
          {packs.map(({ id, title, paint }) => (
            <li key={id} class="entry">
              <div>
                <h3>
                  <Foreign>{title}</Foreign>
                </h3>
              </div>
              <div class="entry-acts">
                <PaintPick of="pack" id={id} name={title} usual={paint} chosen={painting?.packs[id]} on={on} />
              </div>
            </li>
          ))}
        </ul>
        <label class="lines">
          <input
            type="checkbox"
            checked={painting?.lines === 'pointed'}
            onChange={(event) => on.onLines(event.currentTarget.checked ? 'pointed' : 'always')}
          />
          <span>
            Draw discreet lines only under the name that I point at.{' '}
            <small>Then not even the way in which a line covers its words can be measured by a page.</small>
          </span>
        </label>
      </section>
      <section aria-labelledby="file-title">
        <h2 id="file-title">As a file</h2>
        <p class="none">Tracked names and corrections travel as a pack: to another computer, or to a colleague.</p>
        <div class="row">
          <button type="button" class="quiet framed" onClick={() => on.onExport()}>
            Export…
          </button>
          <label class="quiet framed file">
            Import…
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                if (file) on.onImport(file);
                event.currentTarget.value = '';
              }}
            />
          </label>
        </div>
      </section>
    </main>
  );
}
