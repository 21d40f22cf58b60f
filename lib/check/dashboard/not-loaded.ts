import { Level } from '../../report/finding';
import type { GrafanaMiss, GrafanaOutcome } from '../../simulator/dashboards/dashboards';
import type { SourcedObject } from '../../simulator/kube-object';
import { joinPath, namespaceOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { setField } from '../field-edit';
import { namespacesText, scalar } from '../list-text';
import { nearestName } from '../nearest-name';

/**
 * A ConfigMap or Secret with dashboards or datasources that the sidecar of no Grafana takes: by its label, the value of the
 * label, its namespace or its kind.
 *
 * Mirrors: k8s-sidecar 2.10.1 `src/resources.py`, `list_resources`; grafana (chart) 12.11.1 `templates/_pod.tpl`.
 *
 * Silent without any Grafana; for what only looks like a dashboard, also where anything else names the object, such as a volume
 * or a GrafanaDashboard.
 */
export const notLoaded: Check = {
  id: 'dashboard/not-loaded',
  level: Level.ERROR,
  summary: 'no Grafana takes the dashboards or datasources',
  why: 'Grafana never sees them, and nothing says so.',
  *run(context) {
    const { dashboards } = context.simulation;
    let names: ReadonlySet<string> | undefined;
    for (const outcome of dashboards.outcomes) {
      const [miss] = [...outcome.misses].sort((a, b) => ORDER.indexOf(a.miss) - ORDER.indexOf(b.miss));
      const isOpen = outcome.takenBy.length > 0 || miss === undefined || (dashboards.assumed && !outcome.labelled);
      if (isOpen) {
        continue;
      }
      if (outcome.labelled) {
        yield ofLabelled(outcome, miss);
      } else if (outcome.misses.every(({ sidecar }) => sidecar.certain)) {
        names ??= namesIn(context);
        if (!names.has(outcome.object.object.metadata.name)) {
          yield ofUnlabelled(outcome, miss);
        }
      }
    }
  },
};

/** The nearest first. */
const ORDER: readonly GrafanaMiss['miss'][] = ['kind', 'namespace', 'value', 'label'];

function ofLabelled({ object, collects }: GrafanaOutcome, { grafana, sidecar, miss }: GrafanaMiss): Draft {
  const draft = {
    object,
    basis: sidecar.certain ? ('present' as const) : ('hidden' as const),
    ...(grafana.object === undefined ? {} : { related: [{ object: grafana.object, message: 'runs the sidecar' }] }),
  };
  const who = `the sidecar of ${grafana.name}`;
  switch (miss) {
    case 'namespace': {
      const own = namespaceOf(object.object);
      const move = `move it to ${namespacesText(sidecar.namespaces)}`;
      const widen =
        grafana.object === undefined
          ? `set grafana.sidecar.${collects}.searchNamespace to ALL`
          : 'set NAMESPACE of the sidecar to ALL';
      return {
        ...draft,
        field: 'metadata.namespace',
        message: `${object.object.kind} is in namespace "${own}", and ${who} looks for ${collects} in ${namespacesText(sidecar.namespaces)} only.`,
        fix: { text: `${move}, or ${widen}.` },
      };
    }
    case 'kind':
      return {
        ...draft,
        field: '',
        message: `${who[0].toUpperCase()}${who.slice(1)} looks for ${collects} in ${sidecar.kinds[0]}s only, and this is a ${object.object.kind}.`,
        fix: { text: `make it a ${sidecar.kinds[0]}.` },
      };
    default: {
      const field = joinPath('metadata.labels', sidecar.label);
      const value = object.object.metadata.labels?.[sidecar.label];
      return {
        ...draft,
        field,
        message: `Label ${sidecar.label} is "${value}", and ${who} takes "${sidecar.labelValue}" only.`,
        fix: {
          text: `${sidecar.label}: ${scalar(sidecar.labelValue)}`,
          patch: setField(object, field, sidecar.labelValue),
        },
      };
    }
  }
}

function ofUnlabelled({ object }: GrafanaOutcome, { grafana, sidecar }: GrafanaMiss): Draft {
  const labels = Object.keys(object.object.metadata.labels ?? {});
  const near =
    nearestName(sidecar.label, labels) ?? labels.find((label) => spelling(label) === spelling(sidecar.label));
  const value = sidecar.labelValue || '1';
  return {
    object,
    field: 'metadata.labels',
    message: `${object.object.kind} holds a dashboard and has no label ${sidecar.label}, by which the sidecar of ${grafana.name} finds it${near === undefined ? '' : `; it has ${near}`}.`,
    basis: 'absent',
    level: Level.WARNING,
    fix: {
      text: `${sidecar.label}: ${scalar(value)}`,
      patch: setField(object, joinPath('metadata.labels', sidecar.label), value),
    },
    ...(grafana.object === undefined ? {} : { related: [{ object: grafana.object, message: 'runs the sidecar' }] }),
  };
}

function spelling(label: string): string {
  return label.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Every text of every object, but for what objects say of themselves: one of them may name the object. */
function namesIn({ prepared }: CheckContext): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const word of value.length > 10_000 ? [] : value.split(/[^\w.-]+/)) {
        names.add(word);
      }
    } else if (value !== null && typeof value === 'object') {
      Object.values(value).forEach(collect);
    }
  };
  const holders = new Set(['ConfigMap', 'Secret']);
  for (const { object } of prepared.given.filter((one: SourcedObject) => !holders.has(one.object.kind))) {
    const { metadata: _, ...rest } = object;
    collect(rest);
  }
  return names;
}
