/** The actors and events that the page names, by kind, with how often; a press shows the next mention on the page. */
import { useState } from 'preact/hooks';
import type { SubjectKind } from '@/core/model/actor';
import type { QualifiedId } from '@/core/model/ids';
import type { PageFacts } from '@/core/model/view';
import { DateText } from '../primitives/dates';
import { NewSince } from '../primitives/news';
import { Foreign } from '../primitives/text';
import { KINDS_WORD } from '../primitives/words';
import { isFresh } from './office';

/** Who acts before where it happens; outlets last, because an article names them as sources. */
const ORDER: readonly SubjectKind[] = ['event', 'person', 'organisation', 'place', 'outlet'];

type Subject = PageFacts['subjects'][number];

/** The office held; with the day up to which its pack vouches for it, where that is not fresh. */
function OfficeHeld({ office, today }: { readonly office: NonNullable<Subject['office']>; readonly today: string }) {
  return (
    <small>
      <Foreign>{office.title}</Foreign>
      {!isFresh(office.asOf, today) && (
        <>
          , as of <DateText edtf={office.asOf} />
        </>
      )}
    </small>
  );
}

export function OnThisPage(props: {
  readonly subjects: readonly Subject[];
  /** The reader's date, `YYYY-MM-DD`. */
  readonly today: string;
  readonly onReveal: (id: QualifiedId, nth: number) => void;
}) {
  /** How many mentions of each have been shown: the next press shows the next one. */
  const [shown, setShown] = useState<Readonly<Record<QualifiedId, number>>>({});
  const reveal = (id: QualifiedId, total: number) => {
    const nth = (shown[id] ?? 0) % total;
    setShown({ ...shown, [id]: nth + 1 });
    props.onReveal(id, nth);
  };
  return (
    <>
      {ORDER.map((kind) => {
        const subjects = props.subjects.filter((subject) => subject.kind === kind);
        if (subjects.length === 0) return null;
        return (
          <section key={kind} class={`kinds kind-${kind}`}>
            <h2 class="kind">
              <span class="kind-line" aria-hidden="true" /> {KINDS_WORD[kind]}
            </h2>
            <ul>
              {subjects.map((subject) => (
                <li key={subject.id}>
                  <button
                    type="button"
                    class="subject"
                    title="Show the next mention on the page"
                    onClick={() => reveal(subject.id, subject.count)}
                  >
                    <span class="subject-name">
                      <Foreign>{subject.name}</Foreign>
                      {subject.office && <OfficeHeld office={subject.office} today={props.today} />}
                      {subject.news && <NewSince news={subject.news} />}
                    </span>
                    <span class="subject-count">
                      {shown[subject.id] && (
                        <>
                          {shown[subject.id]}
                          <span aria-hidden="true">/</span>
                          <span class="spoken"> of </span>
                        </>
                      )}
                      {subject.count}
                      <span class="spoken"> {subject.count === 1 ? 'mention' : 'mentions'}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
