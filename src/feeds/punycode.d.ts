/** The one function that is used; the package brings no types. */
declare module 'punycode/punycode.es6.js' {
  const punycode: { toUnicode(host: string): string };
  export default punycode;
}
