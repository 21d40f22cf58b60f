import type { SourcedObject } from '../kube-object';
import { PROMETHEUS_GATES, type PrometheusGate } from '../versions/prometheus-gates';
import { atLeast, formatVersion } from '../versions/version';
import { describeInstance, type Instance } from './instance';
import { endpointsOf } from './monitor-parts';
import { joinPath, type Problem } from './problem';
import { present } from './secret-or-config-map';

/** Fields of a monitor that never reach Prometheus, since it is too old for them. The monitor stays accepted. */
export function droppedFieldsOf(monitor: SourcedObject, instance: Instance): Problem[] {
  const { version } = instance.settings;
  if (!version) {
    return [];
  }
  const { kind, spec } = monitor.object;
  return PROMETHEUS_GATES.filter((gate) => (gate.kind ?? kind) === kind && !atLeast(version, gate.since)).flatMap(
    (gate) => {
      const places = gate.at === 'spec' ? [{ endpoint: spec, field: 'spec' }] : endpointsOf(monitor);
      return places.flatMap(({ endpoint, field }) => dropped(endpoint, field, gate));
    },
  );

  function dropped(start: any, startField: string, gate: PrometheusGate): Problem[] {
    const value = gate.path.reduce((inner, key) => inner?.[key], start);
    const lost = gate.element === undefined ? present(value) : Array.isArray(value) && value.includes(gate.element);
    if (!lost) {
      return [];
    }
    const field = gate.path.reduce(joinPath, startField);
    const what = gate.element === undefined ? 'is' : `"${gate.element}" is`;
    const since = gate.since.replace('-rc.0', '');
    return [
      {
        code: `dropped/${[...gate.path, ...(gate.element === undefined ? [] : [gate.element])].join('.')}`,
        certainty: 'certain',
        object: monitor,
        field,
        values: {
          value: gate.element ?? value,
          since,
          version: version && formatVersion(version),
          felt: gate.consequence !== undefined,
        },
        message: `${what} left out: it needs Prometheus ${since}, and ${describeInstance(instance.object)} runs ${version && formatVersion(version)}.${gate.consequence ? ` ${gate.consequence}` : ''}`,
        fix: `remove it, or run Prometheus ${since} or later.`,
      },
    ];
  }
}
