/** One address, written by hand: of a feed, of a pack. Props in, callback out; what is being written is its own. */
import { useState } from 'preact/hooks';

interface Props {
  /** What the address is of, for who hears the page. */
  readonly label: string;
  /** On the button. */
  readonly action: string;
  /** What was written stays, to be mended where it is refused. */
  readonly stays?: boolean;
  readonly onAddress: (address: string) => void;
}

export function AddressForm({ label, action, stays, onAddress }: Props) {
  const [address, setAddress] = useState('');
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        onAddress(address);
        if (!stays) setAddress('');
      }}
    >
      <label>
        <span class="spoken">{label}</span>
        <input
          type="text"
          inputMode="url"
          spellcheck={false}
          placeholder="https://…"
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="action">
        {action}
      </button>
    </form>
  );
}
