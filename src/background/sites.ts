/**
 * Which sites are read: those of known outlets (the manifest's content script), those that the reader switched on
 * (a permission and a registered script), less those that were switched off. The settings hold the reader's will;
 * registrations are brought in line with it, because browsers drop them on updates.
 */
import { fail, ok, type Result } from '@/core/result';
import type { SiteState } from '@/messaging/protocol';
import { coversHost, hostOf, hostOfPattern, normalHost, originPattern } from '@/platform/hosts';
import { READER_FILES } from '@/platform/reader-files';
import type { Permissions, RegisteredScript, Scripting } from '@/platform/types';
import type { SettingsStore } from './settings';

export interface Sites {
  get(host: string): Promise<Result<SiteState>>;
  /** For a site that is not built in, the permission was asked for before. Starts reading in `tabId` at once. */
  set(host: string, on: boolean, tabId: number | undefined): Promise<Result<SiteState>>;
  /**
   * Switches on the sites of permissions just granted, and starts in the tab that the reader looks at. Firefox closes the
   * popup when it asks, so the popup may not be there any more to do it.
   */
  adopt(origins: readonly string[], tab: { readonly id: number; readonly url: string | null } | null): Promise<void>;
  /** Brings registrations, permissions and settings in line; at each start, and when a permission was withdrawn. */
  reconcile(): Promise<void>;
  /**
   * Repairs damaged settings, as the reader asked; sites whose list is lost are known again by the permissions that the
   * browser holds. False where nothing is damaged.
   */
  repair(): Promise<boolean>;
}

const idOf = (host: string): string => `site:${host}`;
const registrationOf = (host: string): RegisteredScript => ({ id: idOf(host), matches: [originPattern(host)], ...READER_FILES });

/** Is `host` the site, or below it? */
const within = (host: string, site: string): boolean => coversHost(originPattern(site), host);

export function createSites(settings: SettingsStore, permissions: Permissions, scripting: Scripting, builtIn: readonly string[]): Sites {
  const isBuiltIn = (host: string): boolean => builtIn.some((pattern) => coversHost(pattern, host));

  /** Browsers may keep us off sites of the manifest: Firefox where the reader unticks them, Chromium where its menu says so. */
  const isGranted = async (host: string): Promise<boolean> => {
    const patterns = await permissions.granted();
    // A host comes here without its `www.`, and a grant of one site names the site as it is addressed.
    return patterns.some((pattern) => coversHost(pattern, host) || coversHost(pattern, `www.${host}`));
  };

  const kindOf = async (host: string, on: readonly string[]): Promise<SiteState['kind']> => {
    if (isBuiltIn(host) && (await isGranted(host))) return 'built-in';
    return on.some((site) => within(host, site)) ? 'granted' : 'other';
  };

  const stateOf = async (host: string): Promise<SiteState> => {
    const { values, unsure } = await settings.get();
    const { paused, sites } = values;
    const kind = await kindOf(host, sites.on);
    return { kind, on: !unsure && kind !== 'other' && !sites.off.some((site) => within(host, site)), paused };
  };

  const switchOn = async (host: string): Promise<Result<true>> => {
    await settings.update((values) => ({
      ...values,
      sites: { ...values.sites, off: values.sites.off.filter((site) => !within(host, site)) },
    }));
    if ((await stateOf(host)).kind !== 'other') return ok(true);
    if (!(await permissions.contains([originPattern(host)]))) {
      return fail('no-permission', `The browser has not allowed Sidelight to read ${host}. Switch the site on again and allow it.`);
    }
    await settings.update((values) => ({ ...values, sites: { ...values.sites, on: [...values.sites.on, host] } }));
    await reconcile();
    return ok(true);
  };

  /** A site that only the reader switched on is forgotten and its permission given back; any other is noted as off. */
  const switchOff = async (host: string): Promise<void> => {
    const { sites } = await settings.update((values) => {
      const on = values.sites.on.filter((site) => site !== host);
      const stillRead = isBuiltIn(host) || on.some((site) => within(host, site));
      return { ...values, sites: { on, off: stillRead ? [...new Set([...values.sites.off, host])] : values.sites.off } };
    });
    if (!sites.off.includes(host)) await permissions.remove([originPattern(host)]);
    await reconcile();
  };

  const reconcile = async (): Promise<void> => {
    const { values, problem } = await settings.get();
    // Settings that could not be read say nothing about what the reader wants: leave what is registered.
    if (problem) return;
    const allowed: string[] = [];
    for (const site of values.sites.on) if (await permissions.contains([originPattern(site)])) allowed.push(site);
    if (allowed.length < values.sites.on.length) {
      const withdrawn = new Set(values.sites.on.filter((site) => !allowed.includes(site)));
      await settings.update((now) => ({ ...now, sites: { ...now.sites, on: now.sites.on.filter((site) => !withdrawn.has(site)) } }));
    }
    const registered = new Set((await scripting.registered()).map(({ id }) => id));
    const missing = allowed.filter((site) => !registered.has(idOf(site)));
    const wanted = new Set(allowed.map(idOf));
    const stale = [...registered].filter((id) => !wanted.has(id));
    if (stale.length) await scripting.unregister(stale);
    if (missing.length) await scripting.register(missing.map(registrationOf));
  };

  /** Reconciling reads and writes in several steps, so that two at once would register a script twice. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };

  /** False where the tab is gone or may not be read. */
  const starts = async (tabId: number): Promise<boolean> => {
    try {
      await scripting.run(tabId, READER_FILES);
      return true;
    } catch {
      return false;
    }
  };

  const switchOnIn = async (host: string, tabId: number | undefined): Promise<Result<SiteState>> => {
    const switched = await switchOn(host);
    if (!switched.ok) return switched;
    const state = await stateOf(host);
    // A built-in site's tabs have their script already; they are told to ask again.
    if (tabId === undefined || state.kind === 'built-in') return ok(state);
    return (await starts(tabId)) ? ok(state) : fail('not-started', `${host} is switched on. Reload the page to start reading it.`);
  };

  const noHost = () => fail('no-site', 'This is no web site that Sidelight could read.');

  return {
    async get(given) {
      const host = normalHost(given);
      return host ? ok(await stateOf(host)) : noHost();
    },
    set: (given, on, tabId) =>
      inTurn(async () => {
        const host = normalHost(given);
        if (!host) return noHost();
        if (!on) {
          await switchOff(host);
          return ok(await stateOf(host));
        }
        return switchOnIn(host, tabId);
      }),
    adopt: (origins, tab) =>
      inTurn(async () => {
        const looked = tab?.url ? hostOf(tab.url) : null;
        for (const origin of origins) {
          const host = hostOfPattern(origin);
          const here = looked !== null && host !== null && within(looked, host);
          // Nobody wishes for one site by granting all sites at once, or the built-in ones, but for the one looked at.
          if (!host || (isBuiltIn(host) && !here)) continue;
          await switchOnIn(host, here ? tab?.id : undefined);
          // The browser lets the manifest's script into pages loaded from now on, not into this one.
          if (isBuiltIn(host) && tab) await starts(tab.id);
        }
      }),
    reconcile: () => inTurn(reconcile),
    repair: () =>
      inTurn(async () => {
        const granted = (await permissions.granted()).flatMap((origin) => hostOfPattern(origin) ?? []);
        const repaired = await settings.repair(granted.filter((host) => !isBuiltIn(host)));
        if (repaired) await reconcile();
        return repaired;
      }),
  };
}
