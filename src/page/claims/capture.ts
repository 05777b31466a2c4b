/**
 * A selected sentence → what a form about it starts with, and back → a claim of the reader's own. Who speaks, who carried it and
 * when come from the attribution that the selection lies in; where it lies in none, they are left to the reader.
 */
import { offsetInBlock, type TextPiece } from '@/article/block-text';
import type { Span } from '@/core/attribution/model';
import type { PlacedClaim } from '@/core/attribution/page-claims';
import { type Capture, type CaptureClock, type CaptureDraft, CONTEXT, LONGEST_CLAIM, type PageClaim } from '@/core/model/page-claim';
import type { PageClaimView } from '@/core/model/view';
import type { PageStory } from './read-page';

/** The selected words: their place in the main text, or only their letters where they stand outside it. */
export interface Selected {
  readonly exact: string;
  readonly span: Span | null;
}

const folded = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Null where nothing is selected, or only blank. */
export function selectedOn({ document }: Window, page: PageStory | null): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const exact = folded(selection.toString()).slice(0, LONGEST_CLAIM);
  if (!exact) return null;
  const place = page && placeIn(page, selection.getRangeAt(0));
  if (!page || !place) return { exact, span: null };
  const raw = page.main.text.slice(place.start, place.end);
  const span = { start: place.start + raw.length - raw.trimStart().length, end: place.end - (raw.length - raw.trimEnd().length) };
  // Within one paragraph: a selector of text does not reach over several.
  const whole = page.main.text.slice(span.start, span.end);
  return folded(whole) === exact && !whole.includes('\n') ? { exact: whole, span } : { exact, span: null };
}

/** The stretch of the main text that a range covers; null outside it. Ranges begin and end in elements as often as in text. */
function placeIn({ main }: PageStory, range: Range): Span | null {
  const offset = (block: number, piece: TextPiece, at: number) =>
    (main.starts[block] ?? 0) + offsetInBlock(main.blocks[block] ?? '', piece, at);
  const covered = main.pieces.flatMap((pieces, block) =>
    pieces.flatMap((piece) => {
      if (!range.intersectsNode(piece.node)) return [];
      const from = piece.node === range.startContainer ? range.startOffset : 0;
      const to = piece.node === range.endContainer ? range.endOffset : piece.node.length;
      return to > from ? [{ start: offset(block, piece, from), end: offset(block, piece, to) }] : [];
    }),
  );
  const [first, last] = [covered[0], covered.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The claim that the selection lies in, or that lies in it: the one that shares most with it. */
function claimAt(placed: readonly PlacedClaim[], span: Span | null): number {
  if (!span) return -1;
  const shared = placed.map((claim) => Math.min(claim.span.end, span.end) - Math.max(claim.span.start, span.start));
  const most = Math.max(0, ...shared);
  return most > 0 ? shared.indexOf(most) : -1;
}

const CLOCKS: readonly CaptureClock[] = ['said', 'reported', 'event'];

/** `host` names the page's own outlet where no pack does. */
export function draftOf(
  selected: Selected,
  placed: readonly PlacedClaim[],
  views: readonly PageClaimView[],
  title: string | null,
  host: string,
): CaptureDraft {
  const at = claimAt(placed, selected.span);
  const view = views[at];
  const claim = placed[at]?.claim;
  const speakers = new Map([...(view ? [view] : []), ...views].flatMap(({ speaker }) => (speaker ? [[speaker.name, speaker]] : [])));
  const own = views.find((one) => one.own)?.outlet?.name ?? host;
  const others = new Map(views.flatMap((one) => (!one.own && one.outlet?.id ? [[one.outlet.id, one.outlet]] : [])));
  const clock = CLOCKS.find((name) => claim?.clocks[name]);
  const value = clock && claim?.clocks[clock];
  return {
    exact: selected.exact,
    title,
    speakers: [...speakers.values()],
    outlets: [{ id: null, name: own }, ...others.values()],
    speaker: view?.speaker?.name ?? '',
    outlet: view && !view.own ? (view.outlet?.id ?? null) : null,
    date: clock && value ? { clock, value } : null,
  };
}

/** The reader's claim: a date and a name that were left as they were keep what is known of them. */
export function captured(
  capture: Capture,
  draft: CaptureDraft,
  selected: Selected,
  page: PageStory | null,
  base: PageClaim | null,
): PageClaim {
  const speaker = draft.speakers.find(({ name }) => name === capture.speaker.trim());
  const same = draft.date && draft.date.clock === capture.clock && draft.date.value.edtf === capture.edtf.trim();
  const edtf = capture.edtf.trim();
  const { span } = selected;
  const block = span && page ? page.main.text.lastIndexOf('\n', span.start) + 1 : 0;
  const next = span && page ? page.main.text.indexOf('\n', span.end) : -1;
  const end = page && next < 0 ? page.main.text.length : next;
  return {
    text: folded(capture.text).slice(0, LONGEST_CLAIM) || selected.exact,
    speaker: speaker?.id ?? null,
    speakerName: capture.speaker.trim().slice(0, LONGEST_CLAIM) || null,
    outlet: capture.outlet,
    via: capture.outlet === draft.outlet ? (base?.via ?? []) : [],
    clocks: edtf ? { [capture.clock]: same && draft.date ? draft.date.value : { edtf, basis: 'reader' } } : {},
    actors: base?.actors ?? [],
    events: base?.events ?? [],
    hedged: base?.hedged ?? false,
    evidence: {
      exact: selected.exact,
      prefix: span && page ? page.main.text.slice(Math.max(block, span.start - CONTEXT), span.start) : '',
      suffix: span && page ? page.main.text.slice(span.end, Math.min(end, span.end + CONTEXT)) : '',
    },
  };
}

export const baseOf = (placed: readonly PlacedClaim[], { span }: Selected): PageClaim | null =>
  placed[claimAt(placed, span)]?.claim ?? null;
