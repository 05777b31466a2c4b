/**
 * The reader's own decisions on one page: which corrections hold here, and how each subject is drawn. Knows addresses and
 * orders, no text.
 */
import type { SubjectEntry } from '@/core/gazetteer/types';
import type { Corrections } from '@/core/linking/corrections';
import type { Linker } from '@/core/linking/link';
import { canonicalAddress, cleanAddress, siteOf } from '@/core/model/address';
import type { Scope } from '@/core/model/correction';
import type { QualifiedId } from '@/core/model/ids';
import type { BlockLinks } from '@/core/model/mention';
import { type Drawn, paintOf } from '@/core/model/painting';
import { correctionsFor } from '@/doors/linking';
import type { PageOverlay } from '@/messaging/protocol';

export interface PageDecisions {
  /** The rules that hold at the page's present address. The same object until they or the address change. */
  corrections(): Corrections;
  /** Remembers a subject as the gazetteer has it. */
  note(entry: SubjectEntry): void;
  paint(subject: QualifiedId): Drawn;
  /** Are discreet lines drawn only under the pointer? */
  pointedOnly(): boolean;
  /** Takes other decisions; false where they are the same. */
  take(overlay: PageOverlay): boolean;
  /** The address changed without a load: what the page calls its canonical one may be the story's before. */
  moved(): void;
  hasMoved(): boolean;
}

/** Where a correction of this reach holds, from this page. */
export function scopeOf(window: Window, reach: Scope['in'], hasMoved: boolean): Scope {
  if (reach === 'everywhere') return { in: reach };
  if (reach === 'site') return { in: reach, host: siteOf(window.location.hostname) };
  return { in: reach, address: addressOf(window, hasMoved) };
}

/** The page's own address, clean; the canonical one where it can be believed. */
function addressOf({ document, location }: Window, hasMoved: boolean): string {
  const claimed = hasMoved ? null : document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return canonicalAddress([claimed], location.href);
}

/** Takes away the mentions of those whom the reader wants unmarked; until then they count as what the article says. */
export function* withoutOff(
  linking: ReturnType<Linker['run']>,
  isOff: (subject: QualifiedId) => boolean,
): Generator<undefined, BlockLinks[]> {
  const links = yield* linking;
  return links.map(({ mentions, undecided }) => ({ mentions: mentions.filter(({ subject }) => !isOff(subject)), undecided }));
}

export function createDecisions(window: Window, first: PageOverlay): PageDecisions {
  let overlay = first;
  let text = JSON.stringify(first);
  let hasMoved = false;
  let kept: { readonly key: string; readonly corrections: Corrections } | null = null;
  /** Is the subject's pack one that is painted openly? */
  const open = new Map<QualifiedId, boolean>();
  const noteAll = (): void => {
    for (const { says } of overlay.corrections) if (says.is === 'other') open.set(says.subject, says.open);
  };
  noteAll();

  return {
    corrections() {
      const addresses = [addressOf(window, hasMoved), cleanAddress(window.location.href) ?? ''];
      const key = `${addresses.join(' ')} ${text}`;
      if (kept?.key !== key) kept = { key, corrections: correctionsFor(overlay.corrections, addresses) };
      return kept.corrections;
    },
    note: (entry) => void open.set(entry.id, entry.open),
    paint: (id) => paintOf(overlay.painting, { id, open: open.get(id) === true }),
    pointedOnly: () => overlay.painting.lines === 'pointed',
    take(next) {
      const now = JSON.stringify(next);
      if (now === text) return false;
      overlay = next;
      text = now;
      noteAll();
      return true;
    },
    moved() {
      hasMoved = true;
    },
    hasMoved: () => hasMoved,
  };
}
