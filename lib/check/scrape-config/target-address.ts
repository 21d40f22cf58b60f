import { Level } from '../../report/finding';
import { joinPath } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import { type DirectGroup, directGroups } from '../direct-groups';
import { distinct } from '../draft-of-problem';
import { setField } from '../field-edit';

/**
 * A target that Prometheus gives up because what is left as its address is none: mostly a URL where a host and a port belong.
 *
 * Mirrors: prometheus v3.15 `scrape/target.go`, `PopulateLabels`.
 */
export const targetAddress: Check = {
  id: 'scrape-config/target-address',
  level: Level.ERROR,
  summary: 'static target that is no address',
  why: 'Prometheus gives such a target up with an error in its log; it is not even shown as down.',
  *run(context) {
    yield* distinct(directGroups(context).flatMap((group) => [...draftsFor(group)]));
  },
};

function* draftsFor({ monitor, targets }: DirectGroup): Iterable<Draft> {
  const { kind, spec } = monitor.object;
  const failures = targets.lost.flatMap(({ raw, outcome }) => (outcome.outcome === 'failed' ? [{ raw, outcome }] : []));
  const written = failures.length === 0 ? new Map<string, string>() : placesIn(spec);
  for (const { raw, outcome } of failures) {
    const address = raw.labels.__address__ ?? '';
    const place = kind === 'ScrapeConfig' && outcome.label === '__address__' ? written.get(address) : undefined;
    const [, scheme = '', host = '', path = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/]*)(.*)$/is.exec(address) ?? [];
    if (place === undefined) {
      yield {
        object: monitor,
        field: kind === 'Probe' ? 'spec.targets' : 'spec.relabelings',
        message: `After all relabelings the label ${outcome.label} of the target "${address}" is of no use: ${outcome.problem}.`,
        basis: 'present',
        fix: { text: `look for the relabeling with targetLabel: ${outcome.label}, here or in the scrape class.` },
      };
      continue;
    }
    const more = [
      ...(scheme === '' || scheme.toLowerCase() === 'http' ? [] : [`scheme: ${scheme.toUpperCase()}`]),
      ...(path === '' || path === '/' || path === '/metrics' ? [] : [`metricsPath: ${path}`]),
    ];
    yield {
      object: monitor,
      field: place,
      message: `"${address}" is a URL, and a target is a host or a host and a port.`,
      basis: 'present',
      fix: {
        text: `"${host}"${more.length === 0 ? '.' : ` in its place, and ${more.join(' and ')} in the spec.`}`,
        ...(more.length === 0 && host !== '' ? { patch: setField(monitor, place, host) } : {}),
      },
    };
  }
}

/** Where addresses are written. */
function placesIn(spec: any): Map<string, string> {
  const places = new Map<string, string>();
  for (const [i, { targets } = {} as any] of (spec.staticConfigs ?? []).entries()) {
    for (const [j, target] of (targets ?? []).entries()) {
      places.set(String(target), joinPath(`${joinPath('spec.staticConfigs', i)}.targets`, j));
    }
  }
  return places;
}
