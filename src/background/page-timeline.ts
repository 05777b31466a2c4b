/** How claims moved: those of one actor or event, or of all that a page names, on one axis of days with what was withdrawn or overtaken. */
import { createFamilies } from '@/core/coverage/families';
import { makeTimeline, type TimelineItem } from '@/core/coverage/timeline';
import { type Claim, leadingClock } from '@/core/model/claim';
import { newestFirst } from '@/core/model/edtf';
import type { QualifiedId } from '@/core/model/ids';
import type { TimelineView } from '@/core/model/view';
import type { Reader, Store } from '@/store/store';
import { dayOf } from './claim-record';
import { differencesAmong } from './page-origins';
import { claimViews } from './resolve';

/** Claims drawn: more dots than these run into each other at the width of a popup. */
const DRAWN = 100;
/** Unconfirmed ones among them, of one subject. */
const UNCONFIRMED = 30;
/** References read of each of many subjects, the newest. */
const PER_SUBJECT = 500;

/** `published`: the page's own date, for what is old beside it. */
export function timelineOf(store: Store, subjects: readonly QualifiedId[], published: string | undefined): Promise<TimelineView> {
  return store.read(async (facts) => {
    const { claims, total } = await claimsOf(facts, subjects);
    const voices = await voicesOf(facts, claims);
    const items = claims.map((claim): TimelineItem => {
      const leading = leadingClock(claim);
      return {
        id: claim.id,
        clock: leading?.clock ?? null,
        // A part of a month or a year has no sharp ends.
        date: leading ? softened(leading.value) : null,
        status: claim.status,
        voice: voices(claim),
        speaker: claim.speaker ?? claim.speakerName ?? null,
        ...(claim.supersedes === undefined ? {} : { supersedes: claim.supersedes }),
      };
    });
    const timeline = makeTimeline(items, dayOf(published), await differencesAmong(facts, claims));
    return { timeline, claims: await claimViews(facts, claims), total };
  });
}

const softened = ({ edtf, qualifier }: { readonly edtf: string; readonly qualifier?: string }): string =>
  qualifier && /^[\d-]+$/.test(edtf) ? `${edtf}~` : edtf;

async function claimsOf(facts: Reader, subjects: readonly QualifiedId[]): Promise<{ claims: readonly Claim[]; total: number }> {
  const [only, ...others] = subjects;
  if (only === undefined) return { claims: [], total: 0 };
  if (others.length > 0) return facts.claims.about(subjects, { perSubject: PER_SUBJECT, limit: DRAWN });
  const [known, unconfirmed, tally] = await Promise.all([
    facts.claims.latestOf(only, DRAWN),
    facts.claims.unconfirmedOf(only, UNCONFIRMED),
    facts.claims.tally(only),
  ]);
  const claims = [...known, ...unconfirmed].sort((a, b) => newestFirst(dateOf(a), dateOf(b))).slice(0, DRAWN);
  return { claims, total: tally.claims + unconfirmed.length };
}

const dateOf = (claim: Claim) => leadingClock(claim)?.value.edtf;

/** The publisher family that carried a claim; null where nobody is named. */
async function voicesOf(facts: Reader, claims: readonly Claim[]): Promise<(claim: Claim) => string | null> {
  const known = await facts.subjects.get(claims.flatMap(({ outlet }) => outlet ?? []));
  const familyOf = createFamilies([...known.values()].flatMap((subject) => (subject.kind === 'outlet' ? [subject.record] : [])));
  return ({ outlet }) => (outlet === null ? null : familyOf(outlet));
}
