/** The `edtf` package has no types: only what the conformance test calls. Times are UTC milliseconds. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
