/** The page Ledger: connects its session with the drawing. Nothing else. */
import { render } from 'preact';
import { createAsk } from '@/messaging/client';
import { startLedger } from '@/own-pages/ledger';
import { platform } from '@/platform/browser';
import { Ledger } from '@/ui/ledger/ledger';

const root = document.getElementById('ledger') as HTMLElement;

startLedger({
  ask: createAsk(platform.messages),
  draw: (state) => render(<Ledger state={state} />, root),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
});
