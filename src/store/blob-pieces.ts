/** A Blob in pieces, as fast as browsers give one: read again and again into the same room. */

/** Bytes of that room: more gains nothing, and less costs a turn of the event loop for each. */
const ROOM = 1 << 20;

/** A piece is overwritten when the next is asked for. */
export async function* piecesOf(blob: Blob): AsyncGenerator<Uint8Array> {
  const reader = blob.stream().getReader({ mode: 'byob' });
  let room = new ArrayBuffer(ROOM);
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(room));
    if (done) return;
    yield value;
    room = value.buffer;
  }
}
