/** How long something took, by the clock and of the processor; of all threads together, for beside other work the clock says little. */
export interface Took {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** Starts; what it gives tells how long it has been. */
export function stopwatch(): () => Took {
  const started = performance.now();
  const before = process.cpuUsage();
  return () => {
    const {user, system} = process.cpuUsage(before);
    return {seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6};
  };
}
