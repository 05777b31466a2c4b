/**
 * Shows one state, named in the address: `?card=person&width=280`, `?popup=ready&tab=coverage`, `?panel=ready` (the side panel),
 * `?welcome=missing`, `?sources=feeds`, `?ledger=sent`, `?names=lists`.
 * The card stands in a shadow root on a page with styles of its own that must not reach it.
 */
import { render } from 'preact';
import captureCss from '@/ui/capture/capture.css?inline';
import { Card } from '@/ui/card/card';
import cardCss from '@/ui/card/card.css?inline';
import type { CorrectionActions } from '@/ui/card/card-state';
import { draw } from '@/ui/card/draw';
import { CARD_CSS } from '@/ui/card/mount';
import libraryCss from '@/ui/library/library.css?inline';
import namesCss from '@/ui/names/names.css?inline';
import ownPageCss from '@/ui/own-page.css?inline';
import popupCss from '@/ui/popup/popup.css?inline';
import sidePanelCss from '@/ui/popup/side-panel.css?inline';
import subjectCss from '@/ui/primitives/subject.css?inline';
import sourcesCss from '@/ui/sources/sources.css?inline';
import welcomeCss from '@/ui/welcome/welcome.css?inline';
import { libraryOf } from './library-states';
import { namesOf } from './names-states';
import { CARDS, captureOf, ledgerOf, popupOf, STEPS, sourcesOf, welcomeOf } from './states';

const query = new URLSearchParams(location.search);

/** What a page does to everything on it, as far as inheritance and `*` go. */
const HOSTILE_PAGE =
  'html { font: 30px/3 monospace; color: red; letter-spacing: 4px; text-align: center; direction: rtl } body { margin: 12px; background: light-dark(#fff, #121315); color-scheme: light dark } p, h2 { margin: 40px }';

function style(css: string, into: ParentNode & Node): void {
  into.appendChild(document.createElement('style')).textContent = css;
}

const ignore = (): void => undefined;
const NOTHING: CorrectionActions = {
  notThis: ignore,
  choose: ignore,
  meant: ignore,
  never: ignore,
  reach: ignore,
  undo: ignore,
  search: ignore,
  back: ignore,
};

function showCard(name: string): void {
  const state = CARDS[name];
  if (!state) throw new Error(`no card state "${name}"`);
  style(HOSTILE_PAGE, document.head);
  const main = document.body.appendChild(document.createElement('main'));
  const host = main.appendChild(document.createElement('div'));
  // Open, so that axe can look inside; on real pages it is closed.
  const root = host.attachShadow({ mode: 'open' });
  style(`:host { all: initial !important } ${CARD_CSS}`, root);
  const container = root.appendChild(document.createElement('div'));
  const width = query.get('width');
  if (width) container.style.setProperty('--card-max-width', `${width}px`);
  // Every card on a page can be corrected; a step is drawn as it stands, without anybody taking it.
  const correcting = { step: STEPS[query.get('step') ?? ''] ?? null, site: 'fixture-gazette.test', on: NOTHING };
  container.append(...draw(<Card state={state} onClose={() => undefined} correcting={correcting} />, document));
}

async function showPopup(name: string, more = ''): Promise<void> {
  style(`${ownPageCss}${subjectCss}${popupCss}${more}`, document.head);
  render(popupOf(name), document.body);
  const tab = query.get('tab');
  if (!tab) return;
  document.getElementById(`tab-${tab}`)?.click();
}

const KINDS = ['card', 'popup', 'panel', 'welcome', 'capture', 'sources', 'ledger', 'library', 'names'];
const [card, popup, panel, welcome, capture, sources, ledger, library, names] = KINDS.map((key) => query.get(key));
if (card) showCard(card);
else if (popup) await showPopup(popup);
else if (panel) await showPopup(panel, sidePanelCss);
else if (sources || ledger) {
  style(`${ownPageCss}${sourcesCss}`, document.head);
  render(sources ? sourcesOf(sources) : ledgerOf(ledger ?? ''), document.body);
} else if (library) {
  style(`${ownPageCss}${libraryCss}`, document.head);
  render(libraryOf(library), document.body);
  // A step of tending, by the words of its button.
  const step = query.get('press');
  if (step) [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(step))?.click();
} else if (names) {
  style(`${ownPageCss}${namesCss}`, document.head);
  render(namesOf(names), document.body);
} else if (capture) {
  style(`${ownPageCss}${captureCss}`, document.head);
  render(captureOf(capture), document.body);
} else if (welcome === 'granted' || welcome === 'missing') {
  style(`${ownPageCss}${subjectCss}${cardCss}${welcomeCss}`, document.head);
  render(welcomeOf(welcome), document.body);
}
