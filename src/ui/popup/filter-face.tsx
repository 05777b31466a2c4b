/** How the popup's filter looks while it is empty, whatever it does (filter-box.tsx): the first frame has no more. */

export const FACE = {
  type: 'text',
  placeholder: 'Filter names, outlets, claims',
  'aria-label': 'Filter names, outlets and claims',
  'aria-keyshortcuts': '/',
  autocomplete: 'off',
  spellcheck: false,
} as const;

/** The key that leads to it. */
export const Slash = () => (
  <span class="slash" aria-hidden="true">
    /
  </span>
);

/** The whole of it. */
export const FilterFace = () => (
  <search class="filter">
    <input {...FACE} />
    <Slash />
  </search>
);
