/** The line under a switch that says what is kept, with the way to have it forgotten: by a second press, because it can't be undone. */
import { useState } from 'preact/hooks';

interface ForgetProps {
  /** What is kept. */
  readonly kept: string;
  /** What the second press does. */
  readonly sure: string;
  readonly onForget: () => void;
}

export function Forget({ kept, sure, onForget }: ForgetProps) {
  const [asked, setAsked] = useState(false);
  const press = () => {
    setAsked(!asked);
    if (asked) onForget();
  };
  return (
    <p>
      {!asked && `${kept} · `}
      <button type="button" class="quiet" onClick={press}>
        {asked ? sure : 'Forget'}
      </button>
    </p>
  );
}
