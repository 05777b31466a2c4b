/** The welcome page: connects its session with the browser and the drawing. Nothing else. */
import { render } from 'preact';
import { createAsk } from '@/messaging/client';
import { startWelcome } from '@/own-pages/welcome';
import { platform } from '@/platform/browser';
import { Welcome } from '@/ui/welcome/welcome';

const { messages, permissions, manifest, commands } = platform;
const root = document.getElementById('welcome') as HTMLElement;

startWelcome({
  ask: createAsk(messages),
  matches: manifest.matches,
  shortcuts: commands.shortcuts,
  hasAccess: permissions.contains,
  requestAccess: permissions.request,
  draw: (props) => render(<Welcome {...props} />, root),
});
