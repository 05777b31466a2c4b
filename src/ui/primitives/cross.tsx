/** The cross of a button that closes or clears. The button says what it does; the drawing is hidden from screen readers. */
export function Cross() {
  return (
    <svg viewBox="0 0 12 12" width="12" aria-hidden="true">
      <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
    </svg>
  );
}
