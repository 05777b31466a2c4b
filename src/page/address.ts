/**
 * Notices when a page becomes another article without being loaded anew. Knows the address only.
 */

export interface AddressWatch {
  /** Looks at the address now: for browsers that do not tell, called when the page changed. */
  check(): void;
}

/** Calls back when path or query changed; a fragment is a place in the same article. */
export function watchAddress(window: Window, onNavigate: () => void, signal: AbortSignal): AddressWatch {
  const address = (): string => window.location.origin + window.location.pathname + window.location.search;
  let last = address();
  const check = (): void => {
    const now = address();
    if (now === last || signal.aborted) return;
    last = now;
    onNavigate();
  };
  // The Navigation API is in Chromium, and in Firefox only after the oldest version we run on.
  const { navigation } = window as Window & { navigation?: Navigation };
  navigation?.addEventListener('currententrychange', check, { signal });
  window.addEventListener('popstate', check, { signal });
  return { check };
}
