/**
 * Which web addresses a pack may hold: those of public pages. A link into the reader's own machine or network would make the
 * reader's click a request there, and one with a user name hides which site it leads to. Pure; asks no name server.
 */

/** Names that never leave a machine or a local network (RFC 6761, 6762, 8375, and the reserved `internal`). */
const LOCAL_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

/** First octets, or the first and a range of second ones, of IPv4 blocks that are not public. */
const PRIVATE_V4: readonly (readonly [first: number, from: number, to: number])[] = [
  [0, 0, 255],
  [10, 0, 255],
  [100, 64, 127],
  [127, 0, 255],
  [169, 254, 254],
  [172, 16, 31],
  [192, 168, 168],
];

/** Unspecified, loopback, unique local, link-local, and IPv4 addresses in IPv6 clothes. */
const PRIVATE_V6 = /^\[(?:::|f[cd]|fe[89ab]|64:ff9b:)/;

/** An http(s) address without blanks. */
export function isWebAddress(address: string): boolean {
  return /^https?:\/\/\S+$/i.test(address) && URL.canParse(address);
}

/** A web address of a public host, written as what it is, without user name and password. */
export function isPublicAddress(address: string): boolean {
  if (!isWebAddress(address)) return false;
  const { hostname, username, password } = new URL(address);
  if (username || password) return false;
  const host = hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return !PRIVATE_V6.test(host);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) {
    const [first, second = 0] = host.split('.').map(Number);
    // Written otherwise (2130706433, 0x7f.1) it is there to be misread.
    return address.includes(host) && !PRIVATE_V4.some(([block, from, to]) => first === block && second >= from && second <= to);
  }
  return host.includes('.') && !LOCAL_NAME.test(host);
}
