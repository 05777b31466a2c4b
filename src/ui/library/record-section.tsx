/** One record's own page: a claim with its chain, clocks and evidence; an actor, outlet or event; an article. Props in, callbacks out. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CLOCKS } from '@/core/model/claim';
import type { Edited, SubjectDraft } from '@/core/model/edit';
import type { ArticleDetail, ClaimDetail, LibraryDetail, SourceRef, SubjectDetail } from '@/core/model/library';
import type { NameRef, PackRef, SubjectRef } from '@/core/model/view';
import { SubjectFacts } from '../card/subject-facts';
import { DateGlyph, DateText } from '../primitives/dates';
import { ReadIn } from '../primitives/provenance';
import { Dotted, Foreign, OutLink } from '../primitives/text';
import { BASIS_WORD, count, KIND_WORD } from '../primitives/words';
import { ArticleFields, type ArticleForm, ClaimFields, type ClaimForm } from './claim-form';
import { Form, type Problems, TextField } from './form-parts';
import { ClaimLine, standing } from './list-lines';
import { hashOf, SECTIONS, sectionOf } from './place';
import { besideOf } from './shell';
import { SplitForm } from './split-form';
import type { LibraryCallbacks, ListState, SectionProps } from './state';
import { SubjectForm } from './subject-form';
import { SubjectPick } from './subject-pick';

type Step = 'edit' | 'note' | 'merge' | 'split' | null;

interface PageProps<Detail> {
  readonly detail: Detail;
  readonly on: LibraryCallbacks;
}

/** A subject as a link to its own page; a name that nobody tracks as it is. */
function Subject({ of: { id, name }, kind }: { readonly of: NameRef; readonly kind: string }) {
  const words = <Foreign>{name}</Foreign>;
  return id ? <a href={hashOf(sectionOf(kind), id)}>{words}</a> : words;
}

const Subjects = ({ of }: { readonly of: readonly SubjectRef[] }) => (
  <>{of.flatMap((subject, i) => [i > 0 && ', ', <Subject key={subject.id} of={subject} kind={subject.kind} />])}</>
);

/** Where a record comes from: its pack and revision, and what that names as its sources. */
function Provenance({
  pack,
  sources,
  own,
}: {
  readonly pack: PackRef | null;
  readonly sources: readonly SourceRef[];
  readonly own: string;
}) {
  return (
    <p class="soft whence">
      {pack ? (
        <>
          <Foreign>{pack.title}</Foreign>, revision {pack.revision}
        </>
      ) : (
        own
      )}
      {sources.length > 0 && ' · from '}
      {sources.flatMap((source, i) => [
        i > 0 && ', ',
        <OutLink key={source.id} href={source.url ?? null}>
          <Foreign>{source.title}</Foreign>
        </OutLink>,
      ])}
    </p>
  );
}

/** That the reader changed it, and what the pack says. */
interface EditedProps {
  readonly edited: readonly Edited[] | undefined;
  /** False for what was read on a page or came by a feed. */
  readonly ofPack: boolean;
  onReset(): void;
}

function EditedLines({ edited, ofPack, onReset }: EditedProps) {
  if (!edited) return null;
  return (
    <div class="edited">
      <p>
        <b>Edited by you.</b>{' '}
        <button type="button" class="plain" onClick={onReset}>
          {ofPack ? 'Back to what the pack says' : 'Back to how it was read'}
        </button>
      </p>
      <dl>
        {edited.map(({ field, pack }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>
              {ofPack ? 'in the pack' : 'as it was read'}: {pack ? <Foreign>{pack}</Foreign> : <i>nothing</i>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Note({ note }: { readonly note: string }) {
  if (!note) return null;
  return (
    <div class="note">
      <h3>Your note</h3>
      <p>
        <Foreign>{note}</Foreign>
      </p>
    </div>
  );
}

interface ActsProps {
  readonly kind: LibraryDetail['kind'];
  readonly id: string;
  readonly note: string;
  readonly step: Step;
  readonly steps: readonly (readonly [Exclude<Step, null>, string])[];
  readonly on: LibraryCallbacks;
  setStep(step: Step): void;
}

const NO_PROBLEMS: Problems = {};

/** What can be done with any record; a note is written here as well. */
function Acts({ kind, id, note, step, steps, on, setStep }: ActsProps) {
  const [text, setText] = useState(note);
  if (step === 'note') {
    return (
      <Form
        save="Keep the note"
        problems={NO_PROBLEMS}
        onCancel={() => setStep(null)}
        onSubmit={() => void on.tend({ do: 'note', kind, id, note: text }).then((done) => done && setStep(null))}
      >
        <TextField first label="Your note" hint="It stays on this computer" rows={4} value={note} onText={setText} />
      </Form>
    );
  }
  if (step !== null) return null;
  return (
    <p class="buttons acts">
      {steps.map(([name, words]) => (
        <button key={name} type="button" class="plain" data-act={name} onClick={() => setStep(name)}>
          {words}
        </button>
      ))}
      <button type="button" class="plain" onClick={() => setStep('note')}>
        {note ? 'Change the note' : 'Add a note'}
      </button>
      <button type="button" class="plain" onClick={() => void on.tend({ do: 'delete', kind, id })}>
        Delete
      </button>
    </p>
  );
}

const CLOCK_LABEL: Readonly<Record<(typeof CLOCKS)[number], string>> = {
  said: 'Said',
  reported: 'Reported',
  published: 'Published',
  event: 'Happened',
  modified: 'Changed',
  captured: 'Captured',
};
const BASIS: Readonly<Record<string, string>> = { text: 'written in the source', record: 'from the record', ...BASIS_WORD };

/** Steps of a claim's change that are shown on either side of it: those in which it is read. */
const NEAR = 5;

function ClaimPage({ detail, on }: PageProps<ClaimDetail>) {
  const [step, setStep] = useState<Step>(null);
  const { row, evidence, chain, actors } = detail;
  const at = chain.findIndex(({ id }) => id === row.id);
  const near = chain.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  const form: ClaimForm = {
    draft: {
      text: row.text,
      quote: row.quote ?? '',
      speaker: { id: row.speaker?.id ?? null, name: row.speaker?.name ?? '' },
      outlet: row.outlet?.id ?? null,
      clocks: {
        said: row.clocks.said?.edtf ?? '',
        reported: row.clocks.reported?.edtf ?? '',
        published: row.clocks.published?.edtf ?? '',
        event: row.clocks.event?.edtf ?? '',
      },
    },
    outlet: row.outlet,
    about: [...actors, ...row.events],
  };
  const stands = standing(row);
  const steps = [['edit', 'Edit']] as const;
  return (
    <article class="record">
      <h2 tabIndex={-1}>
        <Foreign>{row.text}</Foreign>
      </h2>
      {row.quote && (
        <p class="quoted">
          “<Foreign>{row.quote}</Foreign>”
        </p>
      )}
      {(stands || row.hedged) && (
        <p>
          <Dotted>{[stands && <b>{stands}</b>, row.hedged && 'hedged by its source']}</Dotted>
        </p>
      )}
      {step === 'edit' ? (
        <ClaimFields
          form={form}
          find={on.find}
          save="Save"
          onCancel={() => setStep(null)}
          onSave={(draft) => void on.tend({ do: 'claim', id: row.id, draft }).then((done) => done && setStep(null))}
        />
      ) : (
        <Acts kind="claim" id={row.id} note={detail.note} step={step} steps={steps} on={on} setStep={setStep} />
      )}
      <EditedLines
        edited={row.edited}
        ofPack={row.pack !== null}
        onReset={() => void on.tend({ do: 'reset', kind: 'claim', id: row.id })}
      />
      {step === null && <Note note={detail.note} />}
      <h3>Who said it, who carried it</h3>
      <ol class="chain">
        <li>
          {row.speaker ? <Subject of={row.speaker} kind="actor" /> : 'Nobody is named'} <small>said it</small>
        </li>
        {row.via.map((via) => (
          <li key={via.name}>
            <Subject of={via} kind="outlet" /> <small>passed it on</small>
          </li>
        ))}
        <li>
          {row.outlet ? <Subject of={row.outlet} kind="outlet" /> : 'No outlet is named'} <small>carried it</small>
        </li>
      </ol>
      <h3>When</h3>
      <dl class="facts">
        {CLOCKS.map((clock) => {
          const value = row.clocks[clock];
          return (
            <div key={clock} class={value ? '' : 'unknown'}>
              <dt>
                {value && <DateGlyph {...value} />}
                {CLOCK_LABEL[clock]}
              </dt>
              <dd>
                {value ? (
                  <Dotted>{[<DateText key="date" {...value} />, <small key="basis">{BASIS[value.basis]}</small>]}</Dotted>
                ) : (
                  'not known'
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <h3>Evidence</h3>
      {evidence?.exact ? (
        <blockquote>
          {evidence.prefix && (
            <span class="soft">
              …<Foreign>{evidence.prefix}</Foreign>
            </span>
          )}
          <mark>
            <Foreign>{evidence.exact}</Foreign>
          </mark>
          {evidence.suffix && (
            <span class="soft">
              <Foreign>{evidence.suffix}</Foreign>…
            </span>
          )}
        </blockquote>
      ) : (
        <p class="soft">No sentence is kept with it.</p>
      )}
      <p>
        <Dotted>{[row.link && <OutLink href={row.link}>Open the source</OutLink>, row.readIn && <ReadIn article={row.readIn} />]}</Dotted>
      </p>
      {actors.length + row.events.length > 0 && (
        <>
          <h3>About</h3>
          <p>
            <Subjects of={[...actors, ...row.events]} />
          </p>
        </>
      )}
      {chain.length > 1 && (
        <>
          <h3>How it changed</h3>
          <ol class="lines">
            {near.map((one) => (
              <li key={one.id} aria-current={one.id === row.id ? 'true' : undefined}>
                <ClaimLine row={one} />
              </li>
            ))}
          </ol>
          {near.length < chain.length && (
            <p class="soft">and {(chain.length - near.length).toLocaleString()} more before and after these</p>
          )}
        </>
      )}
      <Provenance
        pack={row.pack}
        sources={detail.sources}
        own={row.status === 'confirmed' ? 'Kept or written by you' : 'Read on a page or in a feed'}
      />
    </article>
  );
}

const draftOf = ({ view, names, surnames, ownDate, domains }: SubjectDetail): SubjectDraft => ({
  name: view.name,
  names: names.filter((name) => name !== view.name),
  surnames,
  description: view.description ?? '',
  date: ownDate,
  ...(view.outlet && { outlet: { family: '', ...view.outlet, domains } }),
});

/** Claims shown on a subject's page: enough to know whether it is the one that was meant. */
const NEWEST = 5;

function SubjectPage({ detail, split, on }: PageProps<SubjectDetail> & { readonly split: ListState | undefined }) {
  const [step, setStep] = useState<Step>(null);
  const { view, names, surnames, domains, merged } = detail;
  // Each step of a form would move what stands below it: only the page at rest shows them.
  const newest = step === null ? view.claims.slice(0, NEWEST) : [];
  const others = [...names, ...surnames].filter((name) => name !== view.name);
  const close = (done: boolean): void => {
    if (done) setStep(null);
  };
  const kind = view.kind === 'event' || view.kind === 'outlet' ? view.kind : 'actor';
  const steps: (readonly [Exclude<Step, null>, string])[] = [
    ['edit', 'Edit'],
    ['merge', 'Merge with another…'],
    ['split', 'Split in two…'],
  ];
  return (
    <article class={`record kind-${view.kind}`}>
      <p class="kind">
        <span class="kind-line" aria-hidden="true" />
        {KIND_WORD[view.kind]}
      </p>
      <h2 tabIndex={-1}>
        <Foreign>{view.name}</Foreign>
      </h2>
      {step === 'edit' && (
        <SubjectForm
          kind={view.kind}
          draft={draftOf(detail)}
          save="Save"
          onCancel={() => setStep(null)}
          onSave={(draft) => void on.tend({ do: 'subject', id: view.id, draft }).then(close)}
        />
      )}
      {step === 'split' && <SplitForm detail={detail} draft={draftOf(detail)} list={split} on={on} onClose={() => setStep(null)} />}
      {step === 'merge' && (
        <div class="sheet">
          <p>
            With whom is <Foreign>{view.name}</Foreign> one? Names and claims of both are shown under the one you choose; nothing is lost,
            and they can be taken apart again.
          </p>
          <p class="buttons">
            <SubjectPick
              label="Merge with"
              kinds={[kind]}
              except={view.id}
              find={on.find}
              first
              onLeave={() => setStep(null)}
              onPick={(into) => void on.tend({ do: 'merge', id: view.id, into: into.id, kind: into.kind }).then(close)}
            />
            <button type="button" class="plain" onClick={() => setStep(null)}>
              Cancel
            </button>
          </p>
        </div>
      )}
      <Acts kind="subject" id={view.id} note={detail.note} step={step} steps={steps} on={on} setStep={setStep} />
      <EditedLines edited={view.edited} ofPack onReset={() => void on.tend({ do: 'reset', kind: 'subject', id: view.id })} />
      {step === null && <Note note={detail.note} />}
      <SubjectFacts view={view} />
      {view.offices.length > 3 && <p class="soft">{count(view.offices.length - 3, 'earlier office')}</p>}
      {others.length > 0 && (
        <>
          <h3>Also written</h3>
          <p>
            <Foreign>{others.join(', ')}</Foreign>
          </p>
        </>
      )}
      {domains.length > 0 && (
        <>
          <h3>Publishes on</h3>
          <p>{domains.join(', ')}</p>
        </>
      )}
      {merged.length > 0 && (
        <>
          <h3>Merged into it by you</h3>
          <ul class="plain-list">
            {merged.map((one) => (
              <li key={one.id}>
                <Foreign>{one.name}</Foreign>{' '}
                <button type="button" class="plain" onClick={() => void on.tend({ do: 'part', id: one.id })}>
                  Take apart<span class="spoken"> {one.name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Claims</h3>
      {newest.length > 0 && (
        <ul class="lines">
          {newest.map((one) => (
            <li key={one.id}>
              <ClaimLine row={{ ...one, kind: 'claim', superseded: false, verdict: null, pack: null }} />
            </li>
          ))}
        </ul>
      )}
      <p>
        {count(view.totals.claims, 'claim')}, carried by {count(view.totals.outlets, 'outlet')}
        {view.totals.claims > 0 && (
          <>
            {' · '}
            <button type="button" class="plain" onClick={() => on.claimsOf(view)}>
              Look through them
            </button>
          </>
        )}
      </p>
      <Provenance pack={detail.pack} sources={detail.sources} own="Tracked by you" />
    </article>
  );
}

function ArticlePage({ detail, on }: PageProps<ArticleDetail>) {
  const [step, setStep] = useState<Step>(null);
  const { row, lang, actors, events } = detail;
  const { title, outlet, published } = row;
  const form: ArticleForm = {
    draft: { title, outlet: outlet?.id ?? null, url: row.url ?? '', published: published ?? '' },
    ...{ outlet, about: [...events, ...actors] },
  };
  return (
    <article class="record">
      <h2 tabIndex={-1}>
        <Foreign>{row.title}</Foreign>
      </h2>
      <p>
        <Dotted>
          {[
            row.outlet && <Subject of={row.outlet} kind="outlet" />,
            row.published ? <DateText edtf={row.published} /> : 'undated',
            lang,
            row.url && <OutLink href={row.url}>Open the article</OutLink>,
          ]}
        </Dotted>
      </p>
      {step === 'edit' ? (
        <ArticleFields
          form={form}
          find={on.find}
          save="Save"
          onCancel={() => setStep(null)}
          onSave={(draft) => void on.tend({ do: 'article', id: row.id, draft }).then((done) => done && setStep(null))}
        />
      ) : (
        <Acts kind="article" id={row.id} note={detail.note} step={step} steps={[['edit', 'Edit']]} on={on} setStep={setStep} />
      )}
      <EditedLines
        edited={row.edited}
        ofPack={row.pack !== null}
        onReset={() => void on.tend({ do: 'reset', kind: 'article', id: row.id })}
      />
      {step === null && <Note note={detail.note} />}
      {actors.length + events.length > 0 && (
        <>
          <h3>About</h3>
          <p>
            <Subjects of={[...events, ...actors]} />
          </p>
        </>
      )}
      <Provenance
        pack={row.pack}
        sources={detail.sources}
        own={row.from === 'feed' ? 'Brought by a feed' : row.from === 'written' ? 'Added by you' : 'Read by you'}
      />
    </article>
  );
}

function body(detail: LibraryDetail, split: ListState | undefined, on: LibraryCallbacks): ComponentChildren {
  if (detail.kind === 'claim') return <ClaimPage key={detail.row.id} detail={detail} on={on} />;
  if (detail.kind === 'article') return <ArticlePage key={detail.row.id} detail={detail} on={on} />;
  return <SubjectPage key={detail.view.id} detail={detail} split={split} on={on} />;
}

export function RecordSection({ state, on }: SectionProps) {
  const { place, record } = state;
  const section = useRef<HTMLElement>(null);
  const shown = record?.detail ? record.id : null;
  const beside = besideOf(state);
  // Whoever came here by key goes on from here.
  useLayoutEffect(() => section.current?.querySelector('h2')?.focus(), [shown]);
  const words = SECTIONS.find(([section]) => section === place.section)?.[1] ?? '';
  return (
    <section aria-label="Record" ref={section}>
      <p class="back">
        <a href={hashOf(place.section)}>‹ {words}</a>
        {beside && beside.total > 1 && (
          <span class="beside">
            {beside.before && (
              <a href={beside.before} aria-label="The one before" title="Alt+↑">
                ↑
              </a>
            )}{' '}
            {beside.at.toLocaleString()} of {beside.total.toLocaleString()}{' '}
            {beside.after && (
              <a href={beside.after} aria-label="The one after" title="Alt+↓">
                ↓
              </a>
            )}
          </span>
        )}
      </p>
      {record?.fault && (
        <p class="problem" role="alert">
          {record.fault}
        </p>
      )}
      {record?.detail && body(record.detail, state.lists.split, on)}
    </section>
  );
}
