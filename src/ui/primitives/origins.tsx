/**
 * "9 outlets · 2 origins · first Reuters, 8 Dec 2025", and by one key or click who leans on whom and why: an origin, and indented
 * under it those that have it from there, so that three outlets with one origin look like one. Draws only that.
 */
import type { AccountOrigin, Ground, GroundKind, Origin, OriginReport } from '@/core/coverage/origins';
import { DateText } from './dates';
import { Dotted, Foreign } from './text';
import { count } from './words';

const GROUND_WORD: Readonly<Record<GroundKind, string>> = {
  'wire-credit': 'credited',
  'feed-source': 'given as the source of the item',
  via: 'named as its source',
  'named-in-text': 'named in the text',
  document: 'the text rests on it',
  'same-text': 'the same text',
  'same-publisher': 'the same publisher',
  'unnamed-reports': 'reports that nobody signs',
};

const KIND_OF_ORIGIN: Readonly<Record<Origin['kind'], string>> = {
  outlet: '',
  agency: 'news agency',
  document: 'a document that several may have read',
  source: 'not a tracked outlet',
};

/** `under`: the origin that it stands under, which need not be named again. */
function Grounds({ grounds, under }: { readonly grounds: readonly Ground[]; readonly under?: string | undefined }) {
  return (
    <>
      {grounds.map(({ kind, on }, i) => (
        <span key={`${kind} ${on}`}>
          {i > 0 && ', '}
          {on !== under && (
            <>
              <Foreign>{on}</Foreign>{' '}
            </>
          )}
          {on === under ? GROUND_WORD[kind] : `(${GROUND_WORD[kind]})`}
        </span>
      ))}
    </>
  );
}

const Name = ({ of }: { readonly of: string | null }) => <b>{of === null ? 'No outlet named' : <Foreign>{of}</Foreign>}</b>;

function Tree({ origin, accounts }: { readonly origin: Origin; readonly accounts: readonly AccountOrigin[] }) {
  const own = accounts.find(({ standing, own: words }) => standing === 'origin' && words !== undefined)?.own;
  const reported = accounts.some(({ standing }) => standing === 'origin');
  const leaning = accounts.filter(({ standing }) => standing === 'leans');
  return (
    <li>
      <Name of={origin.name} />{' '}
      {reported ? (
        <>
          its own report
          {own !== undefined && (
            <>
              : “<Foreign>{own}</Foreign>”
            </>
          )}
        </>
      ) : (
        KIND_OF_ORIGIN[origin.kind]
      )}
      {leaning.length > 0 && (
        <ul>
          {leaning.map((account) => (
            <li key={account.account} class="leans">
              <Name of={account.outlet} /> <Grounds grounds={account.grounds} under={origin.name} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Unclear({ account: { outlet, grounds } }: { readonly account: AccountOrigin }) {
  return (
    <li>
      <Name of={outlet} />{' '}
      {grounds.length === 0 ? (
        'unclear: where it has it from does not show'
      ) : (
        <>
          unclear: <Grounds grounds={grounds} />
        </>
      )}
    </li>
  );
}

/** What the page in hand has it from. */
function Here({ account: { standing, grounds } }: { readonly account: AccountOrigin }) {
  return (
    <li>
      <b>This page</b>{' '}
      {grounds.length > 0 ? (
        <>
          {standing === 'leans' ? 'leans on ' : 'unclear: '}
          <Grounds grounds={grounds} />
        </>
      ) : standing === 'origin' ? (
        'its own report'
      ) : (
        'does not say where it has it from'
      )}
    </li>
  );
}

/** `here`: what the page in hand leans on; it is not among those counted. Nothing where one outlet stands alone and leans on nobody: its own line says all. */
export function Origins({ report, here }: { readonly report: OriginReport; readonly here?: AccountOrigin | undefined }) {
  const { outlets, origins, unclear, accounts, first } = report;
  if (outlets < 2 && !accounts.some(({ standing }) => standing === 'leans')) return null;
  return (
    <details class="origins">
      <summary>
        <Dotted>
          {[
            count(outlets, 'outlet'),
            origins.length > 0 ? count(origins.length, 'origin') : 'origins unclear',
            origins.length > 0 && unclear > 0 && `${unclear} unclear`,
            first && (
              <>
                first <Foreign>{first.name}</Foreign>
                {first.through !== null && (
                  <>
                    {' '}
                    (in <Foreign>{first.through}</Foreign>)
                  </>
                )}
                , <DateText edtf={first.date} />
              </>
            ),
          ]}
        </Dotted>
      </summary>
      <ul>
        {origins.map((origin, i) => (
          // Of one that leans on several, the first has the line.
          <Tree key={origin.name} origin={origin} accounts={accounts.filter((account) => account.origins[0] === i)} />
        ))}
        {accounts
          .filter(({ standing }) => standing === 'unclear')
          .map((account) => (
            <Unclear key={account.account} account={account} />
          ))}
        {here && <Here account={here} />}
      </ul>
    </details>
  );
}
