/** Whether a host, as `URL.hostname` has it, is this machine itself. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith(".localhost");
}

/** Networks of IPv4 that are nobody's on the internet (IANA's registry of special-purpose addresses), with their bits. */
const SPECIAL = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["224.0.0.0", 3],
] as const;

/**
 * Whether an IP address lies in a private network, or on this machine. Of IPv6 only what the internet routes is public,
 * and what wraps an IPv4 address is not.
 *
 * @param address as `URL.hostname` or a name service has it; a name is no address, and so not private
 */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "");
  if (bare.includes(":")) return !/^[23][0-9a-f]{3}:/i.test(bare) || /^2002:/i.test(bare);
  if (!/^\d+(\.\d+){3}$/.test(bare)) return false;
  return SPECIAL.some(([network, bits]) => numberOf(bare) >>> (32 - bits) === numberOf(network) >>> (32 - bits));
}

function numberOf(address: string): number {
  return address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0) >>> 0;
}
