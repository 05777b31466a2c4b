/**
 * A date as it is typed by hand → EDTF: EDTF itself, "24 Dec 2025", "Dec 24, 2025", "December 2025", "24.12.2025", "Q3 2025",
 * "about 2025". What could be two days (3/4/2025) is none. Pure.
 */
import { type Edtf, isEdtf } from '@/core/model/edtf';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** A month by its name or the first three letters of it and more. */
const monthOf = (word: string): number => (word.length < 3 ? 0 : MONTHS.findIndex((name) => name.startsWith(word)) + 1);
/** As EDTF numbers the seasons of the north. */
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

const two = (number: number | string): string => String(number).padStart(2, '0');

/** Null where it is no date, '' where nothing was typed. */
export function typedDate(text: string): Edtf | '' | null {
  const given = text.trim().replace(/[–—]/g, '-');
  if (given === '' || isEdtf(given)) return given;
  const [, about, rest = ''] = /^(?:(about|around|circa|ca?\.?)\s+)?(.*)$/i.exec(given) ?? [];
  const edtf = plain(rest.toLowerCase());
  const marked = edtf && about ? `${edtf}~` : edtf;
  return marked && isEdtf(marked) ? marked : null;
}

function plain(text: string): string | null {
  if (isEdtf(text.toUpperCase())) return text.toUpperCase();
  const numbers = /^(\d{1,2})([./])\s?(\d{1,2})\2\s?(\d{4})$/.exec(text);
  if (numbers) {
    const [, a = '', mark, b = '', year = ''] = numbers;
    // With full stops everybody writes the day first; with slashes only a number above twelve tells.
    if (mark === '/' && Number(a) <= 12 && Number(b) <= 12 && a !== b) return null;
    const [day, month] = mark === '/' && Number(b) > 12 ? [b, a] : [a, b];
    return `${year}-${two(month)}-${two(day)}`;
  }
  const [, before = '', year] = /^(.*?)[\s,.]*(\d{4})$/.exec(text) ?? [];
  if (year === undefined) return null;
  const words = before.split(/[\s,.]+/).filter(Boolean);
  const [one = ''] = words;
  const season = SEASONS.indexOf(one);
  if (words.length === 1 && season >= 0) return `${year}-${21 + season}`;
  if (words.length === 1 && /^q[1-4]$/.test(one)) return `${year}-${32 + Number(one.slice(1))}`;
  const month = words.find((word) => monthOf(word) > 0);
  if (month === undefined || words.length > 2) return null;
  const day = words.find((word) => word !== month)?.replace(/(?:st|nd|rd|th)$/, '');
  if (day !== undefined && !/^\d{1,2}$/.test(day)) return null;
  return `${year}-${two(monthOf(month))}${day === undefined ? '' : `-${two(day)}`}`;
}
