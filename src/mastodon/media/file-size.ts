const UNITS = ["bytes", "kB", "MB", "GB"];

/**
 * A number of bytes for people, such as `99 MB` or `1.4 MB`, in steps of 1024 as Mastodon names its own limits.
 *
 * @param other a number that must not look the same, where the two are compared
 */
export function formatSize(bytes: number, other = bytes): string {
  const short = rounded(bytes);
  return bytes !== other && short === rounded(other) ? `${bytes} bytes` : short;
}

function rounded(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Math.round(value * 10) / 10} ${UNITS[unit]}`;
}
