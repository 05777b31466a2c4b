/** Bytes that travel as text. */

/** Not yet in every browser that Sidelight runs in, nor in TypeScript's library. */
type Native = { fromBase64?(text: string): Uint8Array<ArrayBuffer> };

/** Throws on what is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as Native).fromBase64?.(text);
  if (native) return native;
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
