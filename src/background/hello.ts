/** What a content script is told when it starts: whether to read its page, and with which names. */

import { NO_CHOICES } from '@/core/model/painting';
import { ok, type Result } from '@/core/result';
import type { PageOrders, PageOverlay } from '@/messaging/protocol';
import { hostOf } from '@/platform/hosts';
import type { FactStore } from '@/store/store';
import type { GazetteerService } from './gazetteer';
import { pageOverlay, type Repaint } from './page-overlay';
import type { SettingsStore } from './settings';
import type { Sites } from './sites';

/** For a page that is not read: no names, and nothing is built for it. */
const NO_NAMES: PageOrders['gazetteer'] = { revision: '', names: 0, where: 'page' };
const NOTHING: PageOverlay = { corrections: [], painting: NO_CHOICES };

/**
 * `url` is the page's address as the browser gives it; `probe` a byte array as it arrived, where it did; `onlyNews` draws as a reader has
 * it who wants only names with news marked, since when in ms.
 */
export async function greet(
  url: string,
  probe: unknown,
  sites: Sites,
  gazetteer: GazetteerService,
  store: FactStore,
  settings: Pick<SettingsStore, 'get'>,
  onlyNews: (since: number) => Repaint,
): Promise<Result<PageOrders>> {
  const host = hostOf(url);
  const site = host === null ? null : await sites.get(host);
  if (site && !site.ok) return site;
  if (site?.value.paused) return ok({ state: 'paused', gazetteer: NO_NAMES, overlay: NOTHING });
  if (!host || !site?.value.on) return ok({ state: 'off', gazetteer: NO_NAMES, overlay: NOTHING });
  const { onlyNew } = (await settings.get()).values;
  const orders = gazetteer.orders(probe);
  // A pack that is still on its way in must not be drawn where only news are to be: with the names, it is there.
  if (onlyNew !== null) await orders;
  const [names, overlay] = await Promise.all([orders, pageOverlay(store, host, onlyNew === null ? null : onlyNews(onlyNew))]);
  return ok({ state: 'on', gazetteer: names, overlay });
}
