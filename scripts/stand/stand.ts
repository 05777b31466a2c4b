/**
 * The sample news stand: which invented outlets there are, which page stands at which address, and the answer to a
 * request. Serves the demo and the e2e tests, which bring their own server. Knows nothing of browsers or ports.
 * Outlets, titles and dates are those of pack.json beside this file; here is only where the pages lie.
 */
import { readFileSync } from 'node:fs';
import pack from './pack.json' with { type: 'json' };

/** The invented outlets, as a pack writes them. Never part of a release. */
export const STAND_OUTLETS = pack.outlets;

/** The page that lists the others. */
export const FRONT_PAGE = 'http://stand.sidelight.test/';

export interface StandPage {
  readonly url: string;
  /** Path below scripts/stand. */
  readonly file: string;
  /** Local id in pack.json. */
  readonly outlet: string;
  readonly title: string;
  /** EDTF day; null where the page carries no date. */
  readonly published: string | null;
}

/** Article id in pack.json → file. Both stories of the single-page application are one document. */
const FILES: Readonly<Record<string, string>> = {
  'courier-macron-rutte-call': 'www.harbour-courier.test/macron-rutte-call.html',
  'courier-one-origin': 'www.harbour-courier.test/one-origin.html',
  'northline-witkoff-florida': 'wire.northline.test/witkoff-florida.html',
  'meridian-florida-what-we-know': 'www.meridian-post.test/florida-what-we-know.html',
  'alsterbote-telefonate': 'nachrichten.alsterbote.test/vertrauliche-telefonate.html',
  'gazette-deux-dates': 'www.la-gazette-du-quai.test/deux-dates.html',
  'dnipro-chas-rozmova': 'visnyk.dnipro-chas.test/rozmova-24-hrudnia.html',
  'tideline-guarantees-live': 'live.tideline.test/guarantees-live.html',
  'corridor-a-lot-of-cards': 'app.corridor.test/stories.html',
  'corridor-a-nato-like-guarantee': 'app.corridor.test/stories.html',
  'lowmarsh-cutting': 'old.lowmarsh-herald.test/letter.html',
};

/** Every sample article, in the order of pack.json. */
export const STAND_PAGES: readonly StandPage[] = pack.articles.flatMap(({ id, url, outlet, title, published }) => {
  const file = FILES[id];
  return file ? [{ url, file, outlet, title, published }] : [];
});

export interface StandAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

function page(file: string): StandAnswer {
  return { status: 200, headers: HTML, body: readFileSync(new URL(file, import.meta.url), 'utf8') };
}

/**
 * Answers a request for `url`; query and fragment do not matter. The section links of the sample outlets lead to
 * their host's root, which sends the reader back to the stand (302); anything unknown is 404.
 * Throws where a page's file cannot be read.
 */
export function answer(url: URL): StandAnswer {
  const address = `http://${url.host}${url.pathname}`;
  if (address === FRONT_PAGE) return page('stand.sidelight.test/index.html');
  const found = STAND_PAGES.find((p) => p.url === address);
  if (found) return page(found.file);
  if (url.pathname === '/' && STAND_PAGES.some((p) => new URL(p.url).host === url.host)) {
    return { status: 302, headers: { location: FRONT_PAGE }, body: '' };
  }
  return {
    status: 404,
    headers: HTML,
    body: `<!doctype html><meta charset="utf-8"><title>Not here</title><p>There is no such sample page. <a href="${FRONT_PAGE}">To the news stand</a>`,
  };
}
