/** "9 outlets · 2 origins · first Reuters, 8 Dec 2025", and by one key or click who leans on whom and why. Draws only that. */
import type { AccountOrigin, Ground, GroundKind, OriginReport } from '@/core/coverage/origins';
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

const groundKey = ({ kind, on }: Ground): string => `${kind} ${on}`;

function Why({ account: { standing, own, grounds } }: { readonly account: AccountOrigin }) {
  if (standing === 'origin')
    return own === undefined ? (
      <>its own report</>
    ) : (
      <>
        its own report: “<Foreign>{own}</Foreign>”
      </>
    );
  if (grounds.length === 0) return <>where it has it from does not show</>;
  return (
    <>
      {standing === 'leans' ? 'leans on ' : 'unclear: '}
      {grounds.map((ground, i) => (
        <span key={groundKey(ground)}>
          {i > 0 && ', '}
          <Foreign>{ground.on}</Foreign> ({GROUND_WORD[ground.kind]})
        </span>
      ))}
    </>
  );
}

/** `here`: what the page in hand leans on; it is not among those counted. Nothing where one outlet stands alone and leans on nobody: its own line says all. */
export function Origins({ report, here }: { readonly report: OriginReport; readonly here?: AccountOrigin | undefined }) {
  const { outlets, origins, unclear, accounts, first } = report;
  if (outlets < 2 && !accounts.some(({ standing }) => standing === 'leans')) return null;
  return (
    <details class="fine origins">
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
        {accounts.map((account) => (
          <li key={account.account}>
            <b>{account.outlet === null ? 'No outlet' : <Foreign>{account.outlet}</Foreign>}</b> <Why account={account} />
          </li>
        ))}
        {here && (
          <li>
            <b>This page</b> <Why account={here} />
          </li>
        )}
      </ul>
    </details>
  );
}
