/** A page that is known from before, as the popup shows it. Pure. */
import type { KnownPage } from '@/core/model/known-page';
import type { PopupPage } from './state';

/** Of a site that is switched off, and while all is paused, nothing is kept. */
export const knownPage = ({ host, article, sight }: KnownPage): PopupPage => ({ kind: 'known', site: { host, on: true }, article, sight });
