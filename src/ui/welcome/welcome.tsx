/**
 * The page shown once after installing: what Sidelight does, how to use it, what it keeps to itself.
 * Props in, callbacks out. The example is a real card with whatever the installed packs say.
 */
import { Card } from '../card/card';
import type { CardState } from '../card/card-state';
import { count } from '../primitives/words';

export interface WelcomeProps {
  /** The card shown as an example; null until the packs are installed. */
  readonly example: CardState | null;
  /** News sites read out of the box; null until known. */
  readonly sites: number | null;
  /** The browser's keyboard commands as they are set now: what each does and its keys. */
  readonly shortcuts: readonly { readonly does: string; readonly keys: string }[];
  /** `missing`: the browser has installed Sidelight but not let it onto the news sites (Firefox asks separately). */
  readonly access: 'granted' | 'missing';
  /** Ask for access to the news sites. Called within the click, as the browser demands. */
  readonly onGrant: () => void;
}

/** The lines that mark names on a page, in the order of the legend. */
const LEGEND = [
  ['person', 'people'],
  ['organisation', 'organisations'],
  ['place', 'places'],
  ['outlet', 'outlets'],
  ['event', 'events'],
] as const;

const PRIVACY = [
  'Everything is answered on this computer. What you read is sent nowhere.',
  'As installed, Sidelight makes no network request. The popup counts every one it ever makes.',
  'It runs on the sites of known outlets only. Any other site waits until you switch it on.',
  'A page is marked without changing it, and the card stays closed to its scripts.',
  'No account, no statistics, no server of ours.',
];

export function Welcome(props: WelcomeProps) {
  return (
    <main class="welcome">
      <header>
        <h1>Who said this, when, and who else says so?</h1>
        <p class="lead">
          Sidelight underlines the people, organisations, places, outlets and events that it knows on news pages. Rest the pointer on a
          name, and a card shows the dated claims about it: who said what, in which outlet, on whose word.
        </p>
      </header>
      {props.access === 'missing' && (
        <section class="grant" aria-labelledby="grant-title">
          <h2 id="grant-title">One step left</h2>
          <p>
            Your browser has not yet let Sidelight onto {props.sites === null ? 'the news sites' : `the ${count(props.sites, 'news site')}`}{' '}
            that it knows. It reads nothing until you do.
          </p>
          <button type="button" class="action" onClick={() => props.onGrant()}>
            Allow on news sites
          </button>
        </section>
      )}
      <div class="columns">
        <div>
          <section aria-labelledby="use-title">
            <h2 id="use-title">How to use it</h2>
            <ul class="use">
              <li>Open an article{props.sites !== null && <> on one of {count(props.sites, 'news site')}</>}.</li>
              <li>Rest the pointer on a marked name. Move away, or press Esc, and the card is gone.</li>
              <li>Open the popup in the toolbar for the whole page: names, coverage elsewhere, claims by date.</li>
            </ul>
            <ul class="legend" aria-label="How names are marked">
              {LEGEND.map(([kind, word]) => (
                <li key={kind} class={`kind-${kind}`}>
                  <span class="kind-line" aria-hidden="true" /> {word}
                </li>
              ))}
            </ul>
          </section>
          {props.shortcuts.length > 0 && (
            <section aria-labelledby="keys-title">
              <h2 id="keys-title">By keyboard</h2>
              <dl class="keys">
                {props.shortcuts.map(({ does, keys }) => (
                  <div key={does}>
                    <dt>{does}</dt>
                    <dd>{keys ? <kbd>{keys}</kbd> : 'not set'}</dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          <section aria-labelledby="privacy-title">
            <h2 id="privacy-title">What stays with you</h2>
            <ul class="use">
              {PRIVACY.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        </div>
        <section class="example" aria-labelledby="example-title">
          <h2 id="example-title">A card, from the packs you have now</h2>
          {props.example ? <Card state={props.example} /> : <p class="waiting">The packs are being installed…</p>}
          <p class="reading">
            A dot is a day, a bar a month, a long bar a year or more, a ring an unknown date. A faded end is a date without a sharp edge.
          </p>
        </section>
      </div>
    </main>
  );
}
