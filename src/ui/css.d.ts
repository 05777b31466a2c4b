/** A stylesheet as one string, imports resolved: how Vite hands CSS to a shadow root. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
