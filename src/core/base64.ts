/** Bytes that travel as text. */

/** Not yet in every browser that Sidelight runs in, nor in TypeScript's library. */
type Native = { fromBase64?(text: string): Uint8Array<ArrayBuffer>; fromHex?(text: string): Uint8Array<ArrayBuffer> };

/** Throws on what is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as Native).fromBase64?.(text);
  if (native) return native;
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** The bytes of pairs of hexadecimal digits in small letters. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  // Browsers' own (Chrome 140, Firefox 133) costs nothing on a fresh page, where a loop is interpreted.
  const native = (Uint8Array as Native).fromHex?.(text);
  if (native) return native;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}
