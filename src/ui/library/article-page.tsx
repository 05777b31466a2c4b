/** An article's own page. Props in, callbacks out. */
import type { ArticleDetail } from '@/core/model/library';
import { DateText } from '../primitives/dates';
import { Dotted, Foreign, OutLink } from '../primitives/text';
import { codeName } from '../primitives/words';
import { ArticleFields, type ArticleForm } from './claim-form';
import { Acts, EditedLines, Note, type PageProps, Provenance, Subject, Subjects, useStep } from './record-parts';

export function ArticlePage({ detail, on }: PageProps<ArticleDetail>) {
  const [step, setStep] = useStep();
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
            lang && codeName('language', lang),
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
