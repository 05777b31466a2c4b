/** Where something will be listed. */
export function Bones() {
  return (
    <div class="rows" aria-hidden="true">
      {['a', 'b', 'c', 'd', 'e'].map((row) => (
        <span key={row} class="skeleton" />
      ))}
    </div>
  );
}

/** The same of what the page claims. */
export const ClaimsBones = () => (
  <p class="told-note" role="status">
    Reading what this page claims…
  </p>
);
