/** `1 ServiceMonitor`, `3 ServiceMonitors`. */
export function monitorCount(kind: string, count: number): string {
  return `${count} ${kind}${count === 1 ? '' : 's'}`;
}
