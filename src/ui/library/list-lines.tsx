/** One row of each kind of list: who, what, by whom, when. Each is one link to the record's own page. */
import type { ArticleRow, ClaimRow, LibraryRow, SubjectRow } from '@/core/model/library';
import { foldText } from '@/core/search/words';
import { DateText } from '../primitives/dates';
import { Dotted, disarmed, Foreign } from '../primitives/text';
import { count, KIND_WORD, STATUS_WORD } from '../primitives/words';
import { hashOf, sectionOf } from './place';

interface LineProps<Row> {
  readonly row: Row;
  readonly tab?: 0 | -1;
  /** The folded words that were looked for: where the row holds one, it is marked. */
  readonly found?: readonly string[];
}

/** A text in which the words that begin as one of those looked for are marked. */
function Found({ text, words = [] }: { readonly text: string; readonly words: readonly string[] | undefined }) {
  if (words.length === 0) return <Foreign>{text}</Foreign>;
  return (
    <bdi>
      {disarmed(text)
        .split(/([\p{L}\p{N}\p{M}]+)/u)
        .map((part, i) => (i % 2 === 1 && words.some((word) => foldText(part).startsWith(word)) ? <mark key={i}>{part}</mark> : part))}
    </bdi>
  );
}

/** How a claim stands, in words; '' for the ordinary case. */
export function standing({ status, superseded, verdict }: ClaimRow): string {
  if (verdict === 'dismissed') return 'dismissed by you';
  if (status === 'withdrawn') return 'withdrawn';
  return superseded ? 'superseded' : STATUS_WORD[status];
}

/** `tick`: the row is chosen or not, instead of leading to its page. */
export function ClaimLine({ row, tab, found, tick }: LineProps<ClaimRow> & { readonly tick?: { readonly on: boolean; onTurn(): void } }) {
  const { leading, speaker, outlet, text } = row;
  const gone = row.status === 'withdrawn' || row.superseded || row.verdict === 'dismissed';
  const words = (
    <>
      <span class="line-when">
        <DateText {...leading?.value} />
        {leading && <small>{leading.clock}</small>}
      </span>
      <span class="line-what">
        <Found text={text} words={found} />
      </span>
      <small class="line-fine">
        <Dotted>
          {[
            speaker ? (
              <b>
                <Found text={speaker.name} words={found} />
              </b>
            ) : (
              'nobody named'
            ),
            outlet ? <Found text={outlet.name} words={found} /> : 'no outlet',
            standing(row),
            row.edited && 'edited by you',
          ]}
        </Dotted>
      </small>
    </>
  );
  const drawn = gone ? 'line gone' : 'line';
  if (!tick) {
    return (
      <a class={drawn} href={hashOf('claims', row.id)} tabIndex={tab}>
        {words}
      </a>
    );
  }
  return (
    <label class={`${drawn} tick-line`}>
      <input type="checkbox" checked={tick.on} tabIndex={tab} onChange={tick.onTurn} />
      {words}
    </label>
  );
}

export function SubjectLine({ row, tab, found }: LineProps<SubjectRow>) {
  return (
    <a class={`line subject-line kind-${row.kind}`} href={hashOf(sectionOf(row.kind), row.id)} tabIndex={tab}>
      <span class="line-when">
        <span class="kind-line" aria-hidden="true" />
        {KIND_WORD[row.kind]}
      </span>
      <span class="line-what">
        <b>
          <Found text={row.name} words={found} />
        </b>
      </span>
      <small class="line-fine">
        <Dotted>
          {[
            row.about && <Foreign>{row.about}</Foreign>,
            row.claims > 0 && count(row.claims, 'claim'),
            row.pack ? <Foreign>{row.pack.title}</Foreign> : 'your own',
          ]}
        </Dotted>
      </small>
    </a>
  );
}

const FROM: Readonly<Record<ArticleRow['from'], string>> = { pack: '', read: 'read by you', written: 'added by you', feed: 'from a feed' };

function ArticleLine({ row, tab, found }: LineProps<ArticleRow>) {
  return (
    <a class="line" href={hashOf('articles', row.id)} tabIndex={tab}>
      <span class="line-when">{row.published ? <DateText edtf={row.published} /> : 'undated'}</span>
      <span class="line-what">
        <Found text={row.title} words={found} />
      </span>
      <small class="line-fine">
        <Dotted>
          {[
            row.outlet ? <Foreign>{row.outlet.name}</Foreign> : 'no outlet',
            FROM[row.from],
            row.pack && <Foreign>{row.pack.title}</Foreign>,
            row.edited && 'edited by you',
          ]}
        </Dotted>
      </small>
    </a>
  );
}

export function Line({ row, ...more }: LineProps<LibraryRow>) {
  if (row.kind === 'claim') return <ClaimLine row={row} {...more} />;
  return row.kind === 'article' ? <ArticleLine row={row} {...more} /> : <SubjectLine row={row} {...more} />;
}
