/**
 * Foreign text and foreign links. Every string that comes from a pack or a page goes through here: a text node,
 * isolated so that its direction cannot reorder what stands around it; a link only to http(s).
 */
import type { ComponentChildren } from 'preact';

/**
 * The two controls that turn text around whatever its script. They have no place in a name or a sentence, only in a
 * disguise, so each is shown as a replacement character. Embeddings and isolates, which right-to-left text may need, stay.
 */
const OVERRIDES = /[\u202d\u202e]/g;

/** A foreign string that cannot pose as another. */
export const disarmed = (text: string): string => text.replace(OVERRIDES, '\ufffd');

/** A foreign string within a `title` or an `aria-label`, where no element can isolate it: between U+2068 and U+2069. */
export const isolated = (text: string): string => `\u2068${disarmed(text)}\u2069`;

/** A foreign string in its own direction. */
export function Foreign({ children }: { readonly children: string }) {
  return <bdi dir="auto">{disarmed(children)}</bdi>;
}

/** The address if it is one that a reader may be sent to, else null: http and https, nothing else. */
export function httpHref(url: string | null | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** A link into the world, in a new tab, telling nothing of where it came from; plain content where `href` is no http(s) address. */
export function OutLink(props: { readonly href: string | null; readonly label?: string; readonly children: ComponentChildren }) {
  const href = httpHref(props.href);
  if (!href) return <>{props.children}</>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" aria-label={props.label}>
      {props.children}
    </a>
  );
}

/** Pieces with something between them; empty ones leave no gap behind. */
function joined(pieces: readonly ComponentChildren[], between: string): ComponentChildren[] {
  return pieces.filter(Boolean).flatMap((piece, i) => (i > 0 ? [between, piece] : [piece]));
}

/** Pieces in a row with a middle dot between, which never begins a line. */
export function Dotted({ children }: { readonly children: readonly ComponentChildren[] }) {
  return <>{joined(children, '\u00a0· ')}</>;
}

/** The names of some things in a row. */
export function Names({ of, between = ', ' }: { readonly of: readonly { readonly name: string }[]; readonly between?: string }) {
  return (
    <>
      {joined(
        of.map(({ name }) => <Foreign key={name}>{name}</Foreign>),
        between,
      )}
    </>
  );
}
