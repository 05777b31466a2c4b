/** A claim's own page: its chain, clocks and evidence, and how it changed. Props in, callbacks out. */
import { CLOCKS } from '@/core/model/claim';
import type { ClaimDetail } from '@/core/model/library';
import { DateGlyph, DateText } from '../primitives/dates';
import { ReadIn } from '../primitives/provenance';
import { Dotted, Foreign, OutLink } from '../primitives/text';
import { BASIS_WORD } from '../primitives/words';
import { ClaimFields, type ClaimForm } from './claim-form';
import { ClaimLine, standing } from './list-lines';
import { Acts, EditedLines, Note, type PageProps, Provenance, Subject, Subjects, useStep } from './record-parts';

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

export function ClaimPage({ detail, on }: PageProps<ClaimDetail>) {
  const [step, setStep] = useStep();
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
