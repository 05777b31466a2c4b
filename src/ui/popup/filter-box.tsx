/** The filter's input. `/` comes to it from anywhere in the popup; Escape clears it first and closes the popup next. */
import { useEffect, useRef } from 'preact/hooks';
import { Cross } from '../primitives/cross';
import { FACE, Slash } from './filter-face';

export function FilterBox({ query, onQuery }: { readonly query: string; readonly onQuery: (query: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const toFilter = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLInputElement;
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', toFilter);
    return () => document.removeEventListener('keydown', toFilter);
  }, []);
  const clear = () => {
    onQuery('');
    input.current?.focus();
  };
  return (
    <search class="filter">
      <input
        ref={input}
        {...FACE}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          event.preventDefault();
          event.stopPropagation();
          clear();
        }}
      />
      {query === '' ? (
        <Slash />
      ) : (
        <button type="button" class="clear" aria-label="Clear the filter" onClick={clear}>
          <Cross />
        </button>
      )}
    </search>
  );
}
