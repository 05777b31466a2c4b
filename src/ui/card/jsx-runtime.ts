/**
 * JSX for draw.ts alone: what the build puts in the place of `preact` and its JSX runtimes in the content script, where the
 * same components that own pages give to Preact are drawn without it. Compiled against Preact's types all the same.
 */
interface Props {
  readonly children?: unknown;
}

export const Fragment = (props: Props): unknown => props.children;

/** An element or a component with its properties. Keys are for renderers that update; this one is drawn once. */
export const jsx = (type: unknown, props: Props) => ({ type, props });
export const jsxs = jsx;
/** What JSX compiles to while developing. */
export const jsxDEV = jsx;
