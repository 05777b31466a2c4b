/**
 * The part that reads what a page claims: after the names are painted, in short turns, again when the page changes, and
 * never while it is being left. Holds what was read and what the reader decided about it; decides nothing itself.
 */
import { placesInPage } from '@/article/main-text';
import type { Span } from '@/core/attribution/model';
import type { PlacedClaim } from '@/core/attribution/page-claims';
import type { QualifiedId } from '@/core/model/ids';
import {
  type Capture,
  type CaptureDraft,
  LEAD,
  type PageClaim,
  type PageSaid,
  type ReadArticle,
  type Verdict,
} from '@/core/model/page-claim';
import type { PageClaims, PageClaimView } from '@/core/model/view';
import { type Fault, FaultError } from '@/core/result';
import type { Steps } from '@/core/text/steps';
import { readArticle } from '@/doors/article';
import { MOST_SUBJECTS } from '@/messaging/limits';
import type { ServeClaims } from '@/messaging/page-server';
import { createSlices } from '../slices';
import { baseOf, captured, draftOf, type Selected, selectedOn } from './capture';
import type { ClaimsPage, ClaimsReading } from './contract';
import { flash } from './flash';
import { type PageStory, pageInSteps } from './read-page';

/** The part of the main thread that reading anew may take on a page that changes without end. */
const SHARE = 0.02;
/** The shortest and longest rest (ms) before a page that changed is read anew: nobody reads a story that is still being built. */
const REST = { least: 400, most: 30_000 };

export interface ClaimsWorld {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly serve: ServeClaims;
}

/** One reading of the page: everything in it belongs together. */
interface Read {
  readonly page: PageStory;
  readonly article: ReadArticle;
  readonly subjects: readonly QualifiedId[];
  readonly placed: readonly PlacedClaim[];
  /** In the order of `placed`; what the reader decides is written here. */
  readonly views: PageClaimView[];
  readonly canKeep: boolean;
}

export function startClaims({ window, blocks, ask, openLayer, signal }: ClaimsPage, { now, serve }: ClaimsWorld): ClaimsReading {
  const slices = createSlices(window, signal);
  let read: Read | null = null;
  /** The story, also where it claims nothing: its own figures are set beside others'. */
  let told: PageStory | null = null;
  let status: 'reading' | 'none' | Fault = 'reading';
  let wanted = false;
  let running = false;
  /** Goes up when the page is left: what is being read then is dropped. */
  let visit = 0;
  /** The sentence that a form was opened for, as it was then: the selection may go while the form has the focus. */
  let draft: { readonly selected: Selected; readonly of: CaptureDraft } | null = null;
  /** What was captured of it, to be taken back. */
  let capture: { readonly id: QualifiedId; readonly claim: PageClaim } | null = null;
  /** Ends what is being shown when something else is. */
  let shown = new AbortController();

  /** Does the steps in idle turns; gives the result, and the time it took (ms) without the waiting. */
  async function drive<T>(steps: Steps<T>): Promise<{ readonly value: T; readonly cost: number }> {
    let cost = 0;
    for (;;) {
      const slice = await slices.idle();
      const since = window.performance.now();
      do {
        const step = steps.next();
        if (step.done) return { value: step.value, cost: cost + window.performance.now() - since };
      } while (slice.left() > 0);
      cost += window.performance.now() - since;
    }
  }

  /** One reading, unless the page is left meanwhile; gives what it cost. */
  async function readOnce(): Promise<number> {
    const mine = visit;
    const subjects = namedOn(blocks);
    const events = await ask('article/events', { subjects });
    // Without them the claims are still there: only what they tell of is not.
    const { value: page, cost } = await drive(pageInSteps(window, blocks.all, events.ok ? events.value : [], now()));
    if (mine !== visit) return cost;
    told = page;
    const placed = page?.claims ?? [];
    if (!page || placed.length === 0) {
      read = null;
      status = 'none';
      return cost;
    }
    const { url, title, published, lang } = page.article;
    const article: ReadArticle = { url, title, published: published?.value ?? null, lang };
    const answer = await ask('article/read', { article, subjects, claims: placed.map(({ claim }) => claim) });
    if (mine !== visit || signal.aborted) return cost;
    read = answer.ok ? { page, article, subjects, placed, views: [...answer.value.claims], canKeep: answer.value.canKeep } : null;
    status = answer.ok ? 'reading' : answer.fault;
    return cost;
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    let rest = 0;
    try {
      while (wanted) {
        if (rest > 0) await slices.rest(rest);
        wanted = false;
        rest = Math.min(REST.most, Math.max(REST.least, (await readOnce()) / SHARE));
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      running = false;
    }
  }

  function list(): PageClaims {
    if (read) {
      const { readTo } = read.page;
      return { status: 'ready', claims: read.views, canKeep: read.canKeep, ...(readTo === null ? {} : { readTo }) };
    }
    return typeof status === 'string' ? { status } : { status: 'failed', problem: status.message };
  }

  const indexOf = (id: QualifiedId): number => read?.views.findIndex((view) => view.id === id) ?? -1;

  const reading: ClaimsReading = {
    read() {
      wanted = true;
      void run();
    },
    leave() {
      visit++;
      read = null;
      told = null;
      draft = null;
      status = 'reading';
      shown.abort();
    },
    about(subject) {
      if (!read) return null;
      const carried = ({ own, outlet, via }: PageClaimView): boolean =>
        (!own && outlet?.id === subject) || via.some(({ id }) => id === subject);
      return {
        status: 'ready',
        canKeep: read.canKeep,
        claims: read.views.filter((view) => view.speaker?.id === subject || carried(view)),
      };
    },
    show(id) {
      const span = read?.placed[indexOf(id)]?.span ?? (told && figureAt(told, id));
      if (!told || !span) return false;
      shown.abort();
      shown = new AbortController();
      return flash(window, placesInPage(told.main, span), openLayer, AbortSignal.any([signal, shown.signal]));
    },
    async judge(id, verdict) {
      const here = read;
      const claim = here?.placed[indexOf(id)]?.claim ?? (capture?.id === id ? capture.claim : undefined);
      if (!claim) throw new FaultError({ code: 'no-claim', message: 'This claim is no longer on the page.' });
      await keep(claim, verdict);
      return list();
    },
  };

  /** Hands a judgement on, and shows it where the claim is listed. */
  async function keep(claim: PageClaim, verdict: Verdict | null): Promise<PageClaimView> {
    const { article, subjects } = read ?? unread();
    const answer = await ask('claim/judge', { article, subjects, claim, verdict });
    if (!answer.ok) throw new FaultError(answer.fault);
    const at = indexOf(answer.value.id);
    if (read && at >= 0) read.views[at] = { ...answer.value, own: read.views[at]?.own ?? answer.value.own };
    return answer.value;
  }

  /** A page without a story, or whose claims are not read: what it says of itself is all that is known. */
  function unread(): Pick<Read, 'article' | 'subjects'> {
    const { url, title, published, lang } = readArticle(window.document, window.location.href, { now: now() });
    return { article: { url, title, published: published?.value ?? null, lang }, subjects: namedOn(blocks) };
  }

  function startDraft(): CaptureDraft {
    const selected = selectedOn(window, read?.page ?? null);
    if (selected) {
      const title = (read ?? unread()).article.title;
      draft = { selected, of: draftOf(selected, read?.placed ?? [], read?.views ?? [], title, window.location.hostname) };
    }
    if (!draft)
      throw new FaultError({ code: 'nothing-selected', message: 'Select a sentence on the page first, then press the key again.' });
    return draft.of;
  }

  async function captureDraft(form: Capture): Promise<QualifiedId> {
    if (!draft) throw new FaultError({ code: 'nothing-selected', message: 'The page has changed since. Select the sentence again.' });
    const { selected, of } = draft;
    const claim = captured(form, of, selected, read?.page ?? null, baseOf(read?.placed ?? [], selected));
    const { id } = await keep(claim, 'kept');
    capture = { id, claim };
    return id;
  }

  serve(
    {
      'claims/list': list,
      'claims/story': () => (told ? saidOn(told, read) : NOTHING_SAID),
      'claims/read': () => {
        reading.read();
        return true;
      },
      'claims/show': ({ id }) => reading.show(id),
      'claims/judge': ({ id, verdict }) => reading.judge(id, verdict),
      'claims/draft': startDraft,
      'claims/capture': captureDraft,
    },
    signal,
  );
  return reading;
}

const NOTHING_SAID: PageSaid = { claims: [], figures: [], credits: [], lead: '' };

function saidOn(page: PageStory, read: Read | null): PageSaid {
  return {
    claims: (read?.views ?? []).flatMap(({ id }, i) => (read?.placed[i] ? [{ id, claim: read.placed[i].claim }] : [])),
    figures: page.figures.map(({ id, text, subjects, events }) => ({ id, text, subjects, events })),
    credits: page.credits,
    lead: page.main.text.slice(0, LEAD),
  };
}

function figureAt(page: PageStory, id: string): Span | undefined {
  const figure = page.figures.find((one) => one.id === id);
  const start = Number(figure?.id.slice('page:'.length));
  return figure && { start, end: start + figure.text.length };
}

/** Whom the page names, most often first. */
function namedOn({ all }: ClaimsPage['blocks']): QualifiedId[] {
  const counts = new Map<QualifiedId, number>();
  for (const { mentions } of all) for (const { subject } of mentions) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_SUBJECTS)
    .map(([id]) => id);
}
