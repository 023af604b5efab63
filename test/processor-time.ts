/**
 * Milliseconds for which a processor worked on this, whatever else the machine does meanwhile.
 *
 * A limit on them shows that work grows no faster than its input, where it would take minutes otherwise.
 */
export function processorTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
