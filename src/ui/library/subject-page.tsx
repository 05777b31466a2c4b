/** An actor's, outlet's or event's own page. Props in, callbacks out. */
import type { SubjectDraft } from '@/core/model/edit';
import type { SubjectDetail } from '@/core/model/library';
import { SubjectFacts } from '../card/subject-facts';
import { Foreign } from '../primitives/text';
import { count, KIND_WORD } from '../primitives/words';
import { ClaimLine } from './list-lines';
import { Acts, EditedLines, Note, type PageProps, Provenance, type Step, useStep } from './record-parts';
import { SplitForm } from './split-form';
import type { ListState } from './state';
import { SubjectForm } from './subject-form';
import { SubjectPick } from './subject-pick';

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

export function SubjectPage({ detail, split, on }: PageProps<SubjectDetail> & { readonly split: ListState | undefined }) {
  const [step, setStep] = useStep();
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
