/** What the columns of a table are: proposed, seen beside its first rows, and chosen by the reader. */
import { useState } from 'preact/hooks';
import type { ColumnChoice, ImportState, TableKind } from './state';

type Table = Extract<ImportState['state'], { readonly kind: 'table' }>;

/** The fields of either kind, in the words of the reader. */
const FIELD_WORDS: Readonly<Record<TableKind, Readonly<Record<string, string>>>> = {
  actors: {
    id: 'id',
    name: 'name',
    kind: 'kind (person, organisation, place)',
    aliases: 'other names, with ; or | between',
    description: 'description',
    country: 'country code',
    office: 'office',
    'office-from': 'office from',
    'office-to': 'office to',
  },
  claims: {
    id: 'id',
    text: 'claim',
    quote: 'quotation',
    speaker: 'speaker',
    said: 'date said',
    reported: 'date reported',
    published: 'date published',
    'event-date': 'date of the event',
    url: 'address',
    outlet: 'outlet',
    status: 'status',
  },
};

/** Languages by the order in which they write a date with slashes. */
const DATE_ORDERS = [
  ['', 'dates such as 01/02/2025 stop the import'],
  ['en-GB', '01/02/2025 is 1 February'],
  ['en-US', '01/02/2025 is January 2'],
] as const;

export function TableChoice({ table, onChoose }: { readonly table: Table; readonly onChoose: (choice: ColumnChoice) => void }) {
  const found = (kind: TableKind) => table.proposed[kind].filter((field) => field !== null).length;
  const [kind, setKind] = useState<TableKind>(found('claims') > found('actors') ? 'claims' : 'actors');
  const [mappings, setMappings] = useState(table.proposed);
  const [language, setLanguage] = useState('');
  const mapping = mappings[kind];
  const setColumn = (column: number, field: string | null) =>
    setMappings({ ...mappings, [kind]: mapping.map((each, i) => (i === column ? field : each === field ? null : each)) });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChoose({ kind, mapping, ...(language ? { language } : {}) });
      }}
    >
      <p class="choices">
        <label>
          Each row is{' '}
          <select value={kind} onChange={(event) => setKind(event.currentTarget.value === 'claims' ? 'claims' : 'actors')}>
            <option value="actors">an actor</option>
            <option value="claims">a claim</option>
          </select>
        </label>
        <label>
          and{' '}
          <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
            {DATE_ORDERS.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              {table.columns.map((column, i) => (
                <th key={`${i} ${column}`} scope="col">
                  <label>
                    <bdi>{column || `column ${i + 1}`}</bdi>
                    <select value={mapping[i] ?? ''} onChange={(event) => setColumn(i, event.currentTarget.value || null)}>
                      <option value="">left out</option>
                      {Object.entries(FIELD_WORDS[kind]).map(([field, words]) => (
                        <option key={field} value={field}>
                          {words}
                        </option>
                      ))}
                    </select>
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, i) => (
              <tr key={`${i} ${row[0]}`}>
                {table.columns.map((column, j) => (
                  <td key={`${j} ${column}`}>
                    <bdi>{row[j] ?? ''}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="submit" class="action">
        Read the table
      </button>
    </form>
  );
}
