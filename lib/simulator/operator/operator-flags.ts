/** Flags that take no value of their own. */
const BOOLEAN_FLAGS = new Set([
  'disable-unmanaged-prometheus-configuration',
  'enable-config-reloader-probes',
  'kubelet-endpoints',
  'kubelet-endpointslice',
  'kubelet-http-metrics',
  'short-version',
  'tls-insecure',
  'version',
  'watch-referenced-objects-in-all-namespaces',
  'web.enable-http2',
  'web.enable-tls',
]);

/** A flag with the place that it stands at. */
export interface Flag {
  readonly name: string;
  readonly value: string;
  /** Index in the list of arguments. */
  readonly index: number;
}

/**
 * Reads arguments as Go programs do: one or two hyphens, the value after `=` or in the next argument.
 *
 * Source: Go standard library, package `flag`.
 */
export function parseFlags(args: readonly string[]): Flag[] {
  const flags: Flag[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const [, name, assigned] = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(String(args[index])) ?? [];
    if (name === undefined) {
      break;
    }
    if (assigned !== undefined) {
      flags.push({ name, value: assigned, index });
    } else if (BOOLEAN_FLAGS.has(name)) {
      flags.push({ name, value: 'true', index });
    } else {
      flags.push({ name, value: String(args[index + 1] ?? ''), index });
      index += 1;
    }
  }
  return flags;
}
