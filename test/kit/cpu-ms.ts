/**
 * ms that the cores worked for this process while it did so, all its threads together: what an act costs,
 * however busy the machine is with other things. What is bounded so is the act's growth, not its speed.
 */
export function cpuMs(act: () => void): number {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
