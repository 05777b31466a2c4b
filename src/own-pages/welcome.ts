/**
 * The welcome page's session: which sites are read, whether the browser lets us onto them, which keys are set, and one real
 * card as an example. Draws nothing and knows no browser API: both come in.
 */
import type { Result } from '@/core/result';
import type { BackgroundAnswers, BackgroundCall, BackgroundInput } from '@/messaging/protocol';
import type { WelcomeProps } from '@/ui/welcome/welcome';

export interface WelcomeWorld {
  ask<C extends BackgroundCall>(call: C, input: BackgroundInput<C>): Promise<Result<BackgroundAnswers[C]>>;
  /** Match patterns of the sites that the installed extension reads. */
  readonly matches: readonly string[];
  /** What the reader can press, as set now; `keys` is '' where nothing is set. */
  shortcuts(): Promise<WelcomeProps['shortcuts']>;
  /** Has the browser granted all of these? */
  hasAccess(origins: readonly string[]): Promise<boolean>;
  /** Must be called within a click. */
  requestAccess(origins: readonly string[]): Promise<boolean>;
  draw(props: WelcomeProps): void;
}

/** Somebody whom every news reader meets and about whom the starter packs hold dated claims. */
const EXAMPLE = { id: 'world:mark-rutte', surface: 'Mark Rutte' } as const;

/**
 * Access is missing where the browser keeps us off most of the sites. A reader who took back a few of them knows that, and
 * the rest is read.
 */
async function accessOf(world: WelcomeWorld): Promise<WelcomeProps['access']> {
  if (await world.hasAccess(world.matches)) return 'granted';
  const each = await Promise.all(world.matches.map((match) => world.hasAccess([match])));
  return each.filter(Boolean).length * 2 > each.length ? 'granted' : 'missing';
}

export function startWelcome(world: WelcomeWorld): void {
  /** Where the browser does not even ask, access is missing as before. */
  const onGrant = () =>
    void world.requestAccess(world.matches).then(
      (granted) => show({ access: granted ? 'granted' : 'missing' }),
      () => show({ access: 'missing' }),
    );
  let props: WelcomeProps = { example: null, sites: world.matches.length, shortcuts: [], access: 'granted', onGrant };
  const show = (change: Partial<WelcomeProps>) => {
    props = { ...props, ...change };
    world.draw(props);
  };

  show({});
  void world.shortcuts().then((shortcuts) => show({ shortcuts }));
  void accessOf(world).then((access) => show({ access }));
  // The health answer waits for the packs, so the card after it is never empty for being early.
  void world
    .ask('health/get', {})
    .then(() => world.ask('subject/get', { id: EXAMPLE.id }))
    .then((answer) =>
      show({
        example: answer.ok
          ? { kind: 'ready', view: answer.value, surface: EXAMPLE.surface, reason: 'full-name' }
          : { kind: 'failed', message: answer.fault.message },
      }),
    );
}
