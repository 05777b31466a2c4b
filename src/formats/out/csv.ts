/** Claims as a table (RFC 4180). A cell that a spreadsheet would take for a formula is kept from being one. */
import { tableRow } from '../table-text';
import type { Form } from './forms';

const COLUMNS = ['id', 'text', 'quote', 'speaker', 'outlet', 'via', 'date', 'clock', 'status', 'actors', 'events', 'url', 'article'];

export const csv: Form = {
  extension: 'csv',
  type: 'text/csv',
  head: tableRow(COLUMNS),
  between: '',
  end: '',
  claim: ({ claim, speaker, outlet, via, date, actors, events, url, article }) =>
    tableRow([
      claim.id,
      claim.text,
      claim.quote ?? '',
      speaker ?? '',
      outlet ?? '',
      via.join('; '),
      date?.edtf ?? '',
      date?.clock ?? '',
      claim.status,
      actors.join('; '),
      events.join('; '),
      url ?? '',
      article?.title ?? '',
    ]),
};
