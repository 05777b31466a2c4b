/**
 * Dates that a page shows its readers: in time elements, under names like "date" and "byline", beside the main heading.
 * Says of each whether the page calls it the day of publication, of a change, or nothing. Dates of other articles, in
 * lists and comments, are left out by where they stand.
 */
import type { Steps } from '@/core/text/steps';
import { readMachineDate, readVisibleDate } from './date-text';
import type { PageDate } from './page-dates';
import { shortText } from './short-text';

export interface VisibleDate extends PageDate {
  readonly says: 'published' | 'modified' | 'perhaps modified' | 'nothing';
}

/** Elements that a page names after their date. */
const DATE_ELEMENTS =
  '[itemprop~="datePublished" i], time, [class*="date" i], [id*="date" i], [class*="publish" i], [class*="time" i], [class*="byline" i], [class*="meta" i], [class*="posted" i], [class*="datum" i], [class*="author" i]';
/** Looked for on a page of more elements, where the selector above would hold it up: a table of data, or one that never ends. */
const FEW_ELEMENTS = '[itemprop~="datePublished" i], time';
const MANY = 100_000;
/** Elements looked at, and how much of each: dates stand at the head of a page or close under the article. */
const MAX_ELEMENTS = 300;
const MAX_TEXT = 160;
const MAX_LINE = 640;
/** A line that is nothing but a date, with a weekday, a time and a word. */
const MAX_DATE_LINE = 48;

/** Where other articles are listed; their dates are theirs. */
const ELSEWHERE = /related|comment|sidebar|teaser|recommend|popular|latest|trending|widget_|calendar|archive|menu|recirc/i;
const ELSEWHERE_TAGS = new Set(['nav', 'footer']);
/** "Published", "updated" and the like at the head of a stretch of text, in the languages whose pages are read most. */
const PUBLISHED_WORD =
  /(?:publi(?:shed|é|cado|cato|cerad)|posted|veröffentlicht|erschienen|erstellt|geschrieben|yayınlan|opublikowan|опублікован|опубликован|^(?:datum|date|data|fecha|дата)\s*:)/i;
const PUBLISHED_NAME = /publi[sc]|posted|pubdate|veröffentlich/i;
const MODIFIED_WORD =
  /(?:updated|modified|aktualisiert|geändert|mis à jour|actualizado|modifica(?:to)?\b|güncellen|оновлен|обновлен|aktualizowan)/i;
const MODIFIED_NAME = /updat|modif|moddate|aktualis|changed/i;

/** Elements looked at between two pauses. */
const ELEMENTS_A_STEP = 50;
/** Climbed from an element: browsers nest no deeper than 512. */
const MAX_LEVELS = 64;

/** The dates shown, the nearest to the main heading first, those that the page names before those that it does not. In small steps. */
export function* visibleDatesInSteps(document: Document, lang: string | null): Steps<VisibleDate[]> {
  const wanted = document.getElementsByTagName('*').length > MANY ? FEW_ELEMENTS : DATE_ELEMENTS;
  const elements = [...document.querySelectorAll(`h1, ${wanted}`)];
  const heading = elements.findIndex((e) => e.localName === 'h1' && (e.textContent ?? '').trim().length > MIN_HEADING);
  const around = ancestorsOf(elements[heading]);
  const from = Math.max(0, heading - MAX_ELEMENTS / 2);
  const found: Placed[] = [];
  for (const [i, element] of elements.slice(from, from + MAX_ELEMENTS).entries()) {
    if (i % ELEMENTS_A_STEP === 0) yield;
    if (i + from === heading) continue;
    const place = placeOfElement(element, around);
    const date = place === 'elsewhere' ? null : readElement(element, lang);
    const far = heading < 0 ? i : Math.abs(i + from - heading);
    if (date && (place === 'own' || date.says !== 'nothing' || heading >= 0))
      found.push({
        date,
        name: `${element.localName} ${element.getAttribute('class') ?? ''}`,
        far: far + (place === 'aside' ? MAX_ELEMENTS : 0),
      });
  }
  if (found.length === 0) return yield* otherLines(document, around, lang);
  const own = withoutLists(found);
  const named = ({ date }: Placed) => Number(date.says === 'nothing');
  return own.sort((a, b) => named(a) - named(b) || a.far - b.far).map(({ date }) => date);
}

interface Placed {
  readonly date: VisibleDate;
  /** Tag and classes of its element. */
  readonly name: string;
  /** Candidates between it and the heading. */
  readonly far: number;
}

/** As many elements of one name, with different days, date the items of a list. */
const LIST = 3;

function withoutLists(found: readonly Placed[]): Placed[] {
  const groups = new Map<string, Placed[]>();
  for (const f of found) if (f.date.says === 'nothing') groups.set(f.name, [...(groups.get(f.name) ?? []), f]);
  const days = (group: readonly Placed[]) => new Set(group.map((f) => f.date.value.slice(0, 10))).size;
  return found.filter((f) => {
    const group = f.date.says === 'nothing' ? (groups.get(f.name) ?? []) : [];
    return group.length < LIST || days(group) < 2;
  });
}

/** A heading of fewer characters is a logo or a label. */
const MIN_HEADING = 12;

function ancestorsOf(element: Element | undefined): ReadonlySet<Element> {
  const around = new Set<Element>();
  for (let e = element?.parentElement; e && around.size < MAX_LEVELS * 8; e = e.parentElement) around.add(e);
  return around;
}

/** Whether an element's surroundings, up to those of the heading, are the article's own. */
function placeOfElement(element: Element, around: ReadonlySet<Element>): 'own' | 'aside' | 'elsewhere' {
  // Where the heading stands in an `article`, any other is another story; headings also stand outside of all.
  const inArticle = [...around].some((e) => e.localName === 'article');
  let aside = false;
  let level = 0;
  for (let e = element.parentElement; e && level < MAX_LEVELS && !around.has(e) && e.localName !== 'body'; e = e.parentElement, level++) {
    if (
      (inArticle && e.localName === 'article') ||
      ELSEWHERE_TAGS.has(e.localName) ||
      ELSEWHERE.test(`${e.getAttribute('class') ?? ''} ${e.id}`)
    )
      return 'elsewhere';
    if (e.localName === 'aside') aside = true;
  }
  return aside ? 'aside' : 'own';
}

function readElement(element: Element, lang: string | null): VisibleDate | null {
  const microdata = /\bdatePublished\b/i.test(element.getAttribute('itemprop') ?? '');
  const isTime = element.localName === 'time';
  const written =
    element.getAttribute('datetime') ??
    // A parser that keeps capitals, as Node's does, keeps those that React writes.
    element.getAttribute('dateTime') ??
    (microdata ? element.getAttribute('content') : null) ??
    (isTime ? element.getAttribute('title') : null);
  const text = shortText(element, MAX_LINE).slice(0, MAX_TEXT);
  const read = (written && readMachineDate(written)) || (text ? readVisibleDate(text, lang) : null);
  if (!read) return null;
  const name = `${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('class') ?? ''}`;
  const published = microdata || PUBLISHED_WORD.test(text) || PUBLISHED_NAME.test(name) || element.hasAttribute('pubdate');
  const says = published
    ? 'published'
    : MODIFIED_WORD.test(text) || /\bdateModified\b/i.test(name)
      ? 'modified'
      : MODIFIED_NAME.test(name)
        ? 'perhaps modified'
        : 'nothing';
  return { ...read, basis: microdata ? 'microdata' : isTime ? 'time' : 'text', says };
}

/** Last resort: a line that is little but a date or stands beside a word for publishing; then a date in the page's own title. */
function* otherLines(document: Document, around: ReadonlySet<Element>, lang: string | null): Steps<VisibleDate[]> {
  let seen = 0;
  for (const element of document.querySelectorAll('p, span, div, small, em, strong, li, td, h2, h3, h4, h5, h6')) {
    if (++seen > MAX_ELEMENTS * 4) break;
    if (seen % ELEMENTS_A_STEP === 0) yield;
    const text = shortText(element, MAX_LINE).slice(0, MAX_TEXT);
    if (!text || !/\d/.test(text) || placeOfElement(element, around) === 'elsewhere') continue;
    const read = readVisibleDate(text, lang);
    if (read && (PUBLISHED_WORD.test(text) || text.length < MAX_DATE_LINE)) return [{ ...read, basis: 'text', says: 'nothing' }];
  }
  const title = readVisibleDate((document.querySelector('title')?.textContent ?? '').slice(-MAX_DATE_LINE), lang);
  return title ? [{ ...title, basis: 'text', says: 'nothing' }] : [];
}
