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

/** All other flags of the Operators that are looked at here. Source: prometheus-operator v0.93 `cmd/operator/main.go`. */
const VALUE_FLAGS = new Set([
  ...['alertmanager-config-namespaces', 'alertmanager-default-base-image', 'alertmanager-instance-namespaces'],
  ...['alertmanager-instance-selector', 'annotations', 'apiserver', 'as', 'auto-gomemlimit-ratio', 'ca-file'],
  ...['cert-file', 'cluster-domain', 'config-reloader-cpu-limit', 'config-reloader-cpu-request'],
  ...['config-reloader-memory-limit', 'config-reloader-memory-request', 'configmap-field-selector'],
  ...['configmap-label-selector', 'controller-id', 'deny-namespaces', 'feature-gates', 'key-file'],
  ...['kubelet-node-address-priority', 'kubelet-selector', 'kubelet-service', 'kubelet-sync-period', 'labels'],
  ...['localhost', 'log-format', 'log-level', 'namespaces', 'prometheus-config-reloader'],
  ...['prometheus-default-base-image', 'prometheus-instance-namespaces', 'prometheus-instance-selector'],
  ...['repair-policy-for-statefulsets', 'secret-field-selector', 'secret-label-selector'],
  ...['thanos-default-base-image', 'thanos-ruler-instance-namespaces', 'thanos-ruler-instance-selector'],
  ...['web.cert-file', 'web.client-ca-file', 'web.key-file', 'web.listen-address', 'web.tls-cipher-suites'],
  ...['web.tls-curves', 'web.tls-min-version', 'web.tls-reload-interval'],
]);

/** A flag with the place that it stands at. */
export interface Flag {
  readonly name: string;
  readonly value: string;
  /** Index in the list of arguments. */
  readonly index: number;
}

/** What the Operator makes of its arguments. */
export interface ParsedFlags {
  readonly flags: readonly Flag[];
  /** Index of the first argument that is no flag; the flags end there. */
  readonly rest?: number;
  /** An argument that begins as a flag and is none; nothing behind it is read. */
  readonly odd?: Flag;
  /** The last flag, where it needs a value and no argument follows. */
  readonly lacking?: Flag;
}

/** Whether an Operator from 0.89 on knows a flag. */
export function isKnownFlag({ name }: Flag): boolean {
  return BOOLEAN_FLAGS.has(name) || VALUE_FLAGS.has(name) || HELP.includes(name);
}

/** Whether a flag has the Operator print something and end. */
export function isToPrint({ name, value }: Flag): boolean {
  return HELP.includes(name) || (['version', 'short-version'].includes(name) && parseSwitch(value) === true);
}

/** Flags that every Go program has. */
const HELP = ['help', 'h'];

/** Whether a flag is for yes or no, and has another value. */
export function isNoSwitch({ name, value }: Flag): boolean {
  return BOOLEAN_FLAGS.has(name) && parseSwitch(value) === undefined;
}

/** Source: Go standard library, `strconv.ParseBool`. */
export function parseSwitch(value: string): boolean | undefined {
  return ['1', 't', 'T', 'TRUE', 'true', 'True'].includes(value)
    ? true
    : ['0', 'f', 'F', 'FALSE', 'false', 'False'].includes(value)
      ? false
      : undefined;
}

/**
 * Reads arguments as Go programs do: one or two hyphens, the value after `=` or in the next argument.
 *
 * Source: Go standard library, package `flag`.
 */
export function parseFlags(args: readonly string[]): ParsedFlags {
  const flags: Flag[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const text = String(args[index]);
    const [, name, assigned] = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (name === undefined) {
      if (/^-(?:=|-[-=])/.test(text)) {
        return { flags, odd: { name: text, value: '', index } };
      }
      return { flags, rest: index };
    }
    if (assigned !== undefined) {
      flags.push({ name, value: assigned, index });
    } else if (BOOLEAN_FLAGS.has(name) || HELP.includes(name)) {
      flags.push({ name, value: 'true', index });
    } else if (index + 1 < args.length) {
      flags.push({ name, value: String(args[index + 1]), index });
      index += 1;
    } else if (VALUE_FLAGS.has(name)) {
      return { flags, lacking: { name, value: '', index } };
    } else {
      flags.push({ name, value: '', index });
    }
  }
  return { flags };
}
