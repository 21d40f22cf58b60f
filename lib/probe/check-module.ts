import type { Problems } from '../private/problems';
import type { ProbeTargetSource } from './probe-targets';

/** The module that the blackbox exporter takes where none is named (v0.28 `prober/handler.go`, `Handler`). */
const DEFAULT_MODULE = 'http_2xx';

/** Adds to `problems` why the prober would refuse to probe: no such module, or targets that it cannot read. */
export function checkModule(
  { form, targets = [] }: ProbeTargetSource,
  wanted: string | undefined,
  modules: { readonly [name: string]: string } | undefined,
  problems: Problems,
): void {
  if (!modules) {
    return;
  }
  const name = wanted ?? DEFAULT_MODULE;
  const known = Object.keys(modules);
  if (!known.includes(name)) {
    problems.add(
      'module',
      wanted === undefined
        ? `is not given, so the prober takes "${DEFAULT_MODULE}", which it does not have. It has: ${known.join(', ') || 'none'}.`
        : `"${wanted}" is no module of the prober, which has: ${known.join(', ') || 'none'}. It would answer every request with an error.`,
      known.length > 0
        ? `module: '${known[0]}'${known.length > 1 ? ', or another of these.' : ''}`
        : 'give it a module.',
    );
    return;
  }
  const probesOver = modules[name];
  for (const [index, target] of targets.entries()) {
    const why = whyNot(probesOver, form, target);
    if (why) {
      problems.add(
        `targets[${index}]`,
        `"${target}" ${why.message}, so every probe by module "${name}" would fail.`,
        why.fix,
      );
    }
  }
  if (form === 'ingress' && ['tcp', 'icmp', 'dns'].includes(probesOver)) {
    problems.add(
      'targets',
      `are those of an Ingress, which are URLs, but module "${name}" probes over ${probesOver}.`,
      'name a module that probes over http.',
    );
  }
}

/** Source: blackbox_exporter v0.28 `prober/tcp.go`, `dialTCP`; `prober/icmp.go`; `prober/dns.go`. */
function whyNot(
  probesOver: string,
  form: ProbeTargetSource['form'],
  target: string,
): { readonly message: string; readonly fix: string } | undefined {
  if (form === 'url') {
    return ['tcp', 'icmp', 'dns'].includes(probesOver)
      ? {
          message: `is a URL, and ${probesOver} takes a host`,
          fix: `ProbeTargets.addresses('${addressOf(target, probesOver)}')`,
        }
      : undefined;
  }
  const hasPort = /^(?:[^:]+|\[.*\]):\d+$/.test(target);
  if (probesOver === 'tcp' && !hasPort) {
    return { message: 'has no port', fix: `'${target}:443', with the right port.` };
  }
  return probesOver === 'icmp' && hasPort
    ? { message: 'has a port, which ICMP does not know', fix: `'${target.replace(/:\d+$/, '')}'` }
    : undefined;
}

/** Host of a URL, with the port where one is needed. */
function addressOf(url: string, probesOver: string): string {
  const { hostname, port, protocol } = new URL(url);
  return probesOver === 'tcp' ? `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}` : hostname;
}
