/**
 * The one contract of all messages: what may be asked, by whom, in what shape, and what comes back.
 * Inputs are checked at the server as written here; answers are typed and cross as {@link Result} data.
 * Knows no browser API: server.ts and client.ts carry it.
 */
import * as v from 'valibot';
import type { Match, SubjectEntry } from '@/core/gazetteer/types';
import { type Actor, COUNTRY_CODE, DOMAIN, LANGUAGE_TAG, SUBJECT_KINDS } from '@/core/model/actor';
import type { Correction, PageCorrection } from '@/core/model/correction';
import { type DeedView, MOST_SPLIT } from '@/core/model/edit';
import { parseEdtf } from '@/core/model/edtf';
import type { NewsEvent } from '@/core/model/event';
import type { LedgerView, SourcesView } from '@/core/model/feed-view';
import { LOCAL_ID, OWN_PACK } from '@/core/model/ids';
import { KEEP_MONTHS } from '@/core/model/keeping';
import { LIBRARY_KINDS, LIBRARY_SORTS, LIBRARY_STATUSES, type LibraryDetail, type LibraryPage, MOST_ROWS } from '@/core/model/library';
import { CONTEXT, LEAD, LONGEST_CLAIM, MOST_CLAIMS, MOST_FIGURES } from '@/core/model/page-claim';
import type { Drawn, Painting } from '@/core/model/painting';
import type { SubscriptionView } from '@/core/model/subscription-view';
import type {
  CorrectionView,
  FoundSubject,
  Health,
  NameBearer,
  NewsChoices,
  PackList,
  PackPaint,
  PageClaimView,
  PageFacts,
  RelatedView,
  Remembering,
  SubjectView,
  TimelineView,
} from '@/core/model/view';
import { isWebAddress } from '@/core/pack/web-address';
import { PART_FILES } from '@/platform/reader-files';
import { LONGEST_ADDRESS, LONGEST_OPML, LONGEST_TEXT, MOST_FEEDS, MOST_SUBJECTS, MOST_TEXTS, MOST_VIA } from './limits';
import type { PopupOpening } from './popup-opening';

/** Who may send a message: a content script in a page, or one of the extension's own pages. */
export type Role = 'page' | 'own';

/** A call: who may make it and the shape of what it carries. The answer's type is in {@link BackgroundAnswers}. */
interface Call {
  readonly roles: readonly Role[];
  readonly input: v.GenericSchema;
}

const partNames = Object.keys(PART_FILES) as (keyof typeof PART_FILES)[];
const id = v.pipe(v.string(), v.maxLength(300));
const host = v.pipe(v.string(), v.minLength(1), v.maxLength(253));
/** A page's own date, EDTF or ISO 8601 with time and zone. */
const published = v.pipe(v.string(), v.maxLength(64));
const subjects = v.pipe(v.array(v.object({ id, count: v.pipe(v.number(), v.integer(), v.minValue(1)) })), v.maxLength(MOST_SUBJECTS));

const text = v.pipe(v.string(), v.maxLength(LONGEST_CLAIM));
const ids = v.pipe(v.array(id), v.maxLength(MOST_SUBJECTS), v.readonly());
const clock = v.object({
  edtf: v.pipe(
    v.string(),
    v.maxLength(64),
    v.check((value) => parseEdtf(value) !== null, 'no EDTF date'),
  ),
  qualifier: v.exactOptional(v.picklist(['early', 'mid', 'late'])),
  basis: v.picklist(['text', 'relative', 'metadata', 'url', 'record', 'reader']),
});
/** An article as the page's own script read it: ReadArticle of core/model/page-claim.ts. */
const readArticle = v.object({
  url: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)),
  title: v.nullable(text),
  published: v.nullable(published),
  lang: v.nullable(v.pipe(v.string(), v.maxLength(35))),
});
/** A claim as read: PageClaim there. */
const pageClaim = v.object({
  text,
  speaker: v.nullable(id),
  speakerName: v.nullable(text),
  outlet: v.nullable(id),
  via: v.pipe(v.array(v.object({ name: text, id: v.exactOptional(id) })), v.maxLength(MOST_VIA), v.readonly()),
  clocks: v.object({ said: v.exactOptional(clock), reported: v.exactOptional(clock), event: v.exactOptional(clock) }),
  actors: ids,
  events: ids,
  hedged: v.boolean(),
  evidence: v.object({ exact: text, prefix: v.pipe(v.string(), v.maxLength(CONTEXT)), suffix: v.pipe(v.string(), v.maxLength(CONTEXT)) }),
});
const lead = v.pipe(v.string(), v.maxLength(LEAD));
/** What a page says, as its own script read it: PageSaid of core/model/page-claim.ts. */
const said = v.object({
  claims: v.pipe(v.array(v.object({ id, claim: pageClaim })), v.maxLength(MOST_CLAIMS), v.readonly()),
  figures: v.pipe(v.array(v.object({ id, text, subjects: ids, events: ids })), v.maxLength(MOST_FIGURES), v.readonly()),
  credits: v.pipe(v.array(text), v.maxLength(MOST_VIA), v.readonly()),
  lead,
});
const verdict = v.nullable(v.picklist(['kept', 'dismissed']));
const address = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));
const feedChoice = v.object({
  url: address,
  title: v.pipe(v.string(), v.maxLength(300)),
  outlet: v.nullable(id),
  home: v.nullable(v.pipe(v.string(), v.maxLength(2000))),
});
const word = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const where = v.variant('in', [
  v.object({ in: v.literal('page'), address }),
  v.object({ in: v.literal('site'), host }),
  v.object({ in: v.literal('everywhere') }),
]);
const says = v.variant('is', [
  v.object({ is: v.literal('not'), subject: id }),
  v.object({ is: v.literal('other'), subject: id }),
  v.object({ is: v.literal('never') }),
]);
const ruleId = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const paint = v.picklist(['open', 'discreet', 'off']);
/** An actor of the reader's own, as the form gives it. */
const ownActor = v.object({
  id: v.optional(v.pipe(v.string(), v.maxLength(110), v.regex(new RegExp(`^${OWN_PACK}:${LOCAL_ID.source.slice(1)}`)))),
  kind: v.picklist(['person', 'organisation', 'place']),
  name: word,
  names: v.pipe(v.array(word), v.maxLength(200)),
  surnames: v.pipe(v.array(word), v.maxLength(50)),
  description: v.optional(v.pipe(v.string(), v.maxLength(1000))),
});

const day = v.pipe(v.string(), v.isoDate());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const libraryQuery = v.object({
  kind: v.picklist(LIBRARY_KINDS),
  text: v.pipe(v.string(), v.maxLength(200)),
  outlet: v.optional(id),
  actor: v.optional(id),
  event: v.optional(id),
  subject: v.optional(id),
  status: v.optional(v.picklist(LIBRARY_STATUSES)),
  from: v.optional(day),
  to: v.optional(day),
  sort: v.picklist(LIBRARY_SORTS),
  offset: count,
  limit: v.pipe(count, v.maxValue(MOST_ROWS)),
});

/** A name that can be searched for: more than one character, a letter among them. */
const spelling = v.pipe(
  word,
  v.check((name) => [...name.trim()].length > 1 && /\p{L}/u.test(name), 'too short to be a name'),
);
const spellings = v.pipe(v.array(spelling), v.maxLength(200), v.readonly());
const someText = v.pipe(v.string(), v.maxLength(4_000));
/** EDTF, or '' where no date is known. */
const dateOrNone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((value) => value === '' || parseEdtf(value) !== null, 'no EDTF date'),
);
/** SubjectDraft, ClaimDraft and ArticleDraft of core/model/edit.ts. */
const outletDraft = v.object({
  domains: v.pipe(v.array(v.pipe(v.string(), v.maxLength(253), v.regex(DOMAIN))), v.minLength(1), v.maxLength(200), v.readonly()),
  languages: v.pipe(v.array(v.pipe(v.string(), v.maxLength(35), v.regex(LANGUAGE_TAG))), v.minLength(1), v.maxLength(50), v.readonly()),
  country: v.pipe(v.string(), v.regex(COUNTRY_CODE)),
  family: v.pipe(v.string(), v.maxLength(200)),
  agency: v.boolean(),
});
const subjectDraft = {
  ...{ name: spelling, names: spellings, surnames: spellings, description: someText, date: dateOrNone },
  outlet: v.optional(outletDraft),
};
const claimDraft = {
  text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4_000)),
  quote: someText,
  speaker: v.object({ id: v.nullable(id), name: v.pipe(v.string(), v.maxLength(200)) }),
  outlet: v.nullable(id),
  clocks: v.object({ said: dateOrNone, reported: dateOrNone, published: dateOrNone, event: dateOrNone }),
  ...{ actors: ids, events: ids },
};
const articleDraft = {
  title: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4_000)),
  outlet: v.nullable(id),
  url: v.pipe(
    v.string(),
    v.maxLength(4_000),
    v.check((value) => value === '' || isWebAddress(value), 'no http(s) address'),
  ),
  published: dateOrNone,
  ...{ actors: ids, events: ids },
};
const record = v.picklist(['claim', 'subject', 'article']);

/**
 * Calls that the background answers.
 * Role `page` is checked against the sender, never against the payload.
 */
export const backgroundCalls = {
  /**
   * A content script has started: may it read this page, and with which gazetteer? `probe` is a byte array: whether it
   * arrives as one tells whether this browser's messages carry binary data.
   */
  'page/hello': { roles: ['page'], input: v.object({ probe: v.optional(v.unknown()) }) },
  /** The packed gazetteer, in the form that `probe` shows to arrive. */
  'gazetteer/get': { roles: ['page'], input: v.object({ probe: v.optional(v.unknown()) }) },
  /** Put a further part of the reader into the page that asks (src/page/parts.ts). Answers once it has run. */
  'page/part': { roles: ['page'], input: v.object({ part: v.picklist(partNames) }) },
  /** Scan texts in the worker: for gazetteers too large for a tab. */
  'gazetteer/scan': {
    roles: ['page'],
    input: v.object({ texts: v.pipe(v.array(v.pipe(v.string(), v.maxLength(LONGEST_TEXT))), v.maxLength(MOST_TEXTS)) }),
  },
  /** Everything a card shows of one actor or event. */
  'subject/get': { roles: ['page', 'own'], input: v.object({ id }) },
  /** The tracked events that a page naming these subjects could tell of. */
  'article/events': { roles: ['page'], input: v.object({ subjects: ids }) },
  /**
   * What a page claims was read: answers the claims with their names and what the reader decided about each, in the same order.
   * Where the reader remembers what is read, the article is remembered with them.
   */
  'article/read': {
    roles: ['page'],
    input: v.object({ article: readArticle, claims: v.pipe(v.array(pageClaim), v.maxLength(MOST_CLAIMS), v.readonly()), subjects: ids }),
  },
  /** Keep a claim of this page, dismiss it, or take either back. Not in private windows. */
  'claim/judge': { roles: ['page'], input: v.object({ article: readArticle, claim: pageClaim, subjects: ids, verdict }) },
  /** Does the reader remember what is read, and how much is remembered? */
  'remember/get': { roles: ['own'], input: v.object({}) },
  /** Remember from now on, or no longer; what is remembered stays until it is forgotten. */
  'remember/set': { roles: ['own'], input: v.object({ on: v.boolean() }) },
  /** Forget all that is remembered, for good. What was kept stays. */
  'remember/forget': { roles: ['own'], input: v.object({}) },
  /** A popup opens: what the tab in front knows; what the store knows of it is looked up meanwhile. Null where no page is read there. */
  'popup/open': { roles: ['own'], input: v.object({}) },
  /** What the popup shows for a page that names these subjects; with what the page `said`, set beside the others' accounts. */
  'page/facts': { roles: ['own'], input: v.object({ host, subjects, published: v.optional(published), said: v.optional(said) }) },
  /** What is like the page though no tracked event ties it to it. `lead`: the beginning of its text, '' where that is not read. */
  'page/related': {
    roles: ['own'],
    input: v.object({
      host,
      url: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)),
      title: text,
      lead,
      published: v.optional(published),
      subjects: ids,
    }),
  },
  /** How the claims about these subjects moved; `published` is the page's own date. */
  'page/timeline': { roles: ['own'], input: v.object({ subjects: ids, published: v.optional(published) }) },
  /** The reader opened these: a card, a timeline, the coverage of a page's events. Nothing is kept of private windows. */
  'subject/opened': { roles: ['page', 'own'], input: v.object({ ids, tabId: v.optional(v.number()) }) },
  /** What the reader wants told of news. */
  'news/get': { roles: ['own'], input: v.object({}) },
  'news/set': { roles: ['own'], input: v.object({ badge: v.optional(v.boolean()), onlyNew: v.optional(v.boolean()) }) },
  /** Forget when whom was opened: nothing is new then. */
  'news/forget': { roles: ['own'], input: v.object({}) },
  /** Packs, faults, requests. */
  'health/get': { roles: ['own'], input: v.object({}) },
  /** Is a site read: built in, switched on by the reader, or neither? */
  'site/get': { roles: ['own'], input: v.object({ host }) },
  /** Switch reading of a site on or off; for sites that are not built in, the permission was asked in the popup before. */
  'site/set': { roles: ['own'], input: v.object({ host, on: v.boolean(), tabId: v.optional(v.number()) }) },
  /** Pause or resume everywhere. */
  'pause/set': { roles: ['own'], input: v.object({ paused: v.boolean() }) },
  /** The feeds that the reader chose, and the outlets whose feeds are known. */
  'feeds/list': { roles: ['own'], input: v.object({}) },
  /** Choose feeds; the permissions were asked on that click. Answers what was not taken, each with the reason. */
  'feeds/follow': { roles: ['own'], input: v.object({ feeds: v.pipe(v.array(feedChoice), v.maxLength(MOST_FEEDS)) }) },
  /** Give a feed up. */
  'feeds/unfollow': { roles: ['own'], input: v.object({ url: address }) },
  /** Ask one feed now. */
  'feeds/check': { roles: ['own'], input: v.object({ url: address }) },
  /** How long what feeds bring is kept; null for good. What is older goes at once. */
  'feeds/keep': { roles: ['own'], input: v.object({ months: v.nullable(v.picklist(KEEP_MONTHS)) }) },
  /** The feeds in an OPML file, to choose from; nothing is followed yet. */
  'feeds/opml': { roles: ['own'], input: v.object({ text: v.pipe(v.string(), v.maxLength(LONGEST_OPML)) }) },
  /** The requests that were sent. */
  'ledger/get': { roles: ['own'], input: v.object({}) },
  /** The packs that are there, and those that can be had back. */
  'packs/list': { roles: ['own'], input: v.object({}) },
  /** Take the last change of a pack back, or put it in again. */
  'packs/undo': { roles: ['own'], input: v.object({ pack: id }) },
  /** Take an imported pack out; it can be had back by undoing. */
  'packs/remove': { roles: ['own'], input: v.object({ pack: id }) },
  /** The library imported a pack: make the names anew and tell the pages. */
  'packs/changed': { roles: ['own'], input: v.object({}) },
  /** The packs that the reader subscribed to, each with how it fares. */
  'subscriptions/list': { roles: ['own'], input: v.object({}) },
  /** Subscribe to the pack at an address; the permission was asked on that click. Answers the address as it is kept; asks nothing yet. */
  'subscriptions/follow': { roles: ['own'], input: v.object({ url: address }) },
  /** Give a subscription up; the pack stays. */
  'subscriptions/unfollow': { roles: ['own'], input: v.object({ url: address }) },
  /** Look for an update now; false where that was done less than a minute ago. */
  'subscriptions/check': { roles: ['own'], input: v.object({ url: address }) },
  'subscriptions/choose': {
    roles: ['own'],
    input: v.object({ url: address, daily: v.optional(v.boolean()), automatic: v.optional(v.boolean()) }),
  },
  /** The library's worker found that a fetched revision is no pack: it is dropped, and why is shown. */
  'subscriptions/refuse': {
    roles: ['own'],
    input: v.object({ url: address, revision: v.number(), message: v.pipe(v.string(), v.maxLength(10_000)) }),
  },
  /** Do settings travel with the browser's sync, and if not, why? */
  'travel/get': { roles: ['own'], input: v.object({}) },
  'travel/set': { roles: ['own'], input: v.object({ on: v.boolean() }) },
  /** The settings, for a backup; null where they are damaged or newer. */
  'backup/settings': { roles: ['own'], input: v.object({}) },
  /** Are these settings of a backup whole? A fault where not. */
  'backup/check': { roles: ['own'], input: v.object({ settings: v.unknown() }) },
  /** Is anything kept that a restored backup took the place of? */
  'backup/aside': { roles: ['own'], input: v.object({}) },
  /** Exchanges that with what is there now. */
  'backup/bring-back': { roles: ['own'], input: v.object({}) },
  /** The library put a backup in: take its settings, make derived facts anew, and tell the pages. */
  'backup/restored': { roles: ['own'], input: v.object({}) },
  /** The reader's correction, from a card on a page (for that page's own site or everywhere) or from an own page. Open tabs follow. */
  'correction/add': { roles: ['page', 'own'], input: v.object({ word, says, where }) },
  /** Takes corrections back: from a card the one that it has just made, whose id nobody else knows. */
  'correction/remove': { roles: ['page', 'own'], input: v.object({ ids: v.pipe(v.array(ruleId), v.maxLength(10_000)) }) },
  /** Undo of a removal: the corrections as they were listed. */
  'correction/restore': {
    roles: ['own'],
    input: v.object({ corrections: v.pipe(v.array(v.object({ id: ruleId, word, says, where, made: v.string() })), v.maxLength(10_000)) }),
  },
  /** All corrections, newest first, with names. */
  'correction/list': { roles: ['own'], input: v.object({}) },
  /** Tracked actors and events by a part of a name, the best first. */
  'subject/search': { roles: ['page', 'own'], input: v.object({ text: v.pipe(v.string(), v.maxLength(200)) }) },
  /** A page of the library's list: claims, subjects or articles that answer every condition. */
  'library/search': { roles: ['own'], input: libraryQuery },
  /** All that is kept of one record, with its names resolved. */
  'library/get': { roles: ['own'], input: v.object({ kind: v.picklist(['claim', 'subject', 'article']), id }) },
  /** Adds an actor, outlet or event of the reader's own. Answers the step, for `tend/undo`, and the new id; so do all that follow. */
  'tend/add': { roles: ['own'], input: v.object({ kind: v.picklist(SUBJECT_KINDS), ...subjectDraft }) },
  /** Edits an actor, outlet or event over what its pack says, which stays beneath. Open tabs follow names. */
  'tend/subject': { roles: ['own'], input: v.object({ id, ...subjectDraft }) },
  /** Adds a claim of the reader's own. */
  'tend/add-claim': { roles: ['own'], input: v.object(claimDraft) },
  'tend/claim': { roles: ['own'], input: v.object({ id, ...claimDraft }) },
  /** Adds an article of the reader's own. */
  'tend/add-article': { roles: ['own'], input: v.object(articleDraft) },
  'tend/article': { roles: ['own'], input: v.object({ id, ...articleDraft }) },
  /** The reader's note on a record; '' takes it away. */
  'tend/note': { roles: ['own'], input: v.object({ kind: record, id, note: someText }) },
  /** Hides a record of a pack, and takes away one of the reader's own. */
  'tend/delete': { roles: ['own'], input: v.object({ kind: record, id }) },
  /** The fields of a record as its pack has them. */
  'tend/reset': { roles: ['own'], input: v.object({ kind: record, id }) },
  /** Two that are one: `into` stands for both. */
  'tend/merge': { roles: ['own'], input: v.object({ id, into: id }) },
  /** Takes one out of those that it was merged with. */
  'tend/part': { roles: ['own'], input: v.object({ id }) },
  /** One that is two: a new subject of the reader's own takes these names and claims of it. */
  'tend/split': {
    roles: ['own'],
    input: v.object({ id, ...subjectDraft, claims: v.pipe(v.array(id), v.maxLength(MOST_SPLIT), v.readonly()) }),
  },
  /** Takes a step back, or does it again. */
  'tend/undo': { roles: ['own'], input: v.object({ number: count }) },
  /** The reader's steps, the latest first. */
  'tend/list': { roles: ['own'], input: v.object({}) },
  /** How much is kept, by kind. */
  'storage/holdings': { roles: ['own'], input: v.object({}) },
  /** Deletes everything that is kept, the settings and the reader's permissions with it, for good. */
  'storage/erase': { roles: ['own'], input: v.object({}) },
  /** Who bears these names already? One list for each, in order; `except` leaves one subject out. */
  'names/check': { roles: ['own'], input: v.object({ names: v.pipe(v.array(word), v.maxLength(300)), except: v.optional(id) }) },
  /** The reader's own actors, by name. */
  'own-actor/list': { roles: ['own'], input: v.object({}) },
  /** Adds an own actor, or replaces the one of the same id; answers it as stored. Open tabs follow. */
  'own-actor/save': { roles: ['own'], input: ownActor },
  'own-actor/remove': { roles: ['own'], input: v.object({ id }) },
  /** How names are drawn: the reader's choices, and the packs that there are to choose for. */
  'painting/get': { roles: ['own'], input: v.object({}) },
  /** `paint` null takes the reader's choice back. */
  'painting/choose': {
    roles: ['own'],
    input: v.object({ of: v.picklist(['pack', 'subject']), id, paint: v.nullable(paint) }),
  },
  'painting/lines': { roles: ['own'], input: v.object({ lines: v.picklist(['always', 'pointed']) }) },
  /** The reader's overlay as the text of a pack file. */
  'overlay/export': { roles: ['own'], input: v.object({}) },
  /** Takes an exported overlay in: what is new is added, what has the same id is replaced; all or nothing. */
  'overlay/import': { roles: ['own'], input: v.object({ file: v.string(), text: v.string() }) },
  /** After a fault: open the store and install the starter packs again, and repair damaged settings. */
  'health/retry': { roles: ['own'], input: v.object({}) },
} as const satisfies Record<string, Call>;

export interface PageOrders {
  readonly state: 'on' | 'off' | 'paused';
  readonly overlay: PageOverlay;
  /** Changes whenever the tracked names change. `where`: who scans, by size and by what messages carry (docs/architecture.md). */
  readonly gazetteer: { readonly revision: string; readonly names: number; readonly where: 'page' | 'worker' };
}

/** What of the reader's own decisions concerns a page. `corrections` in the order of their authority, the last overrules. */
export interface PageOverlay {
  readonly corrections: readonly PageCorrection[];
  readonly painting: Painting<Drawn>;
}

/** A site as the switch in the popup shows it. */
export interface SiteState {
  /** `built-in`: an outlet of the pack; `granted`: the reader switched it on; `other`: needs a permission first. */
  readonly kind: 'built-in' | 'granted' | 'other';
  readonly on: boolean;
  readonly paused: boolean;
}

/** A step that was done, by its number, and the record that it was about. */
interface Tended {
  readonly number: number;
  readonly id: string;
}

/** What the worker found in texts. */
export interface Found {
  /** Of each text, in its order. */
  readonly matches: readonly (readonly Match[])[];
  /** The subjects that the matches refer to, by index. */
  readonly subjects: readonly (readonly [index: number, entry: SubjectEntry])[];
}

export interface BackgroundAnswers {
  'page/hello': PageOrders;
  /** Bytes, or base64 where the browser's messages are JSON. */
  'gazetteer/get': { readonly revision: string; readonly bytes: Uint8Array | string };
  'page/part': true;
  /** `found`: {@link Found} as JSON. A text is cloned at once, but as objects the matches of a long page take Firefox 25 ms. */
  'gazetteer/scan': { readonly revision: string; readonly found: string };
  'subject/get': SubjectView;
  'article/events': readonly NewsEvent[];
  'article/read': { readonly claims: readonly PageClaimView[]; readonly canKeep: boolean };
  'claim/judge': PageClaimView;
  'remember/get': Remembering;
  'remember/set': Remembering;
  'remember/forget': Remembering;
  'popup/open': PopupOpening | null;
  'page/facts': PageFacts;
  'page/related': RelatedView;
  'page/timeline': TimelineView;
  'subject/opened': true;
  'news/get': NewsChoices;
  'news/set': NewsChoices;
  'news/forget': NewsChoices;
  'health/get': Health;
  'site/get': SiteState;
  'site/set': SiteState;
  'pause/set': SiteState['paused'];
  'feeds/list': SourcesView;
  'feeds/follow': { readonly followed: number; readonly refused: readonly string[] };
  'feeds/unfollow': true;
  'feeds/check': true;
  'feeds/keep': true;
  'feeds/opml': { readonly feeds: readonly v.InferOutput<typeof feedChoice>[]; readonly refused: readonly string[] };
  'ledger/get': LedgerView;
  'packs/list': PackList;
  'packs/undo': true;
  'packs/remove': true;
  'packs/changed': true;
  'travel/get': { readonly on: boolean; readonly fault: string | null };
  'travel/set': { readonly on: boolean; readonly fault: string | null };
  'backup/settings': unknown;
  'backup/check': true;
  /** `at` in ms; `again`: to bring it back is to put the backup in again. */
  'backup/aside': { readonly at: number; readonly again: boolean } | null;
  'backup/bring-back': true;
  'backup/restored': true;
  'subscriptions/list': readonly SubscriptionView[];
  'subscriptions/follow': string;
  'subscriptions/unfollow': true;
  'subscriptions/check': boolean;
  'subscriptions/choose': true;
  'subscriptions/refuse': true;
  'health/retry': Health;
  'correction/add': Correction;
  'correction/remove': readonly Correction[];
  'correction/restore': true;
  'correction/list': readonly CorrectionView[];
  'subject/search': readonly FoundSubject[];
  'library/search': LibraryPage;
  'library/get': LibraryDetail;
  'tend/add': Tended;
  'tend/subject': Tended;
  'tend/add-claim': Tended;
  'tend/claim': Tended;
  'tend/add-article': Tended;
  'tend/article': Tended;
  'tend/note': Tended;
  'tend/delete': Tended;
  'tend/reset': Tended;
  'tend/merge': Tended;
  'tend/part': Tended;
  'tend/split': Tended;
  'tend/undo': true;
  'tend/list': readonly DeedView[];
  'storage/holdings': readonly { readonly what: string; readonly count: number }[];
  'storage/erase': true;
  'names/check': readonly (readonly NameBearer[])[];
  'own-actor/list': readonly Actor[];
  'own-actor/save': Actor;
  'own-actor/remove': Actor | null;
  'painting/get': { readonly painting: Painting; readonly packs: readonly PackPaint[] };
  'painting/choose': true;
  'painting/lines': true;
  'overlay/export': { readonly name: string; readonly text: string };
  'overlay/import': { readonly actors: number; readonly corrections: number };
}

export type BackgroundCall = keyof typeof backgroundCalls;
export type BackgroundInput<C extends BackgroundCall> = v.InferOutput<(typeof backgroundCalls)[C]['input']>;
