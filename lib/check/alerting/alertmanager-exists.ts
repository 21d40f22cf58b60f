import { Level } from '../../report/finding';
import type { AlertmanagerLink } from '../../simulator/alertmanager/find-links';
import { madeFor } from '../../simulator/discovery/governing-services';
import { nameOf } from '../../simulator/operator/problem';
import { modelledFrom } from '../../simulator/stack/modelled-source';
import type { Basis, Check, Draft } from '../check';
import type { CheckContext } from '../check-context';
import { setField } from '../field-edit';
import { listText } from '../list-text';
import { nearestName } from '../nearest-name';
import { servicePortsText } from '../ports-text';

/**
 * An entry of `spec.alerting.alertmanagers` that finds nothing: no Service of that name, no such port, or rules that drop all
 * that there is.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateAlertmanagerConfig`.
 *
 * Silent about a namespace of which the objects show nothing, or that a release fills, and about a Service without endpoints,
 * which has checks of its own.
 */
export const alertmanagerExists: Check = {
  id: 'alerting/alertmanager-exists',
  level: Level.ERROR,
  summary: 'a Prometheus sends alerts to something that is not there',
  why: 'Prometheus drops its alerts without an error that anybody would see, and nobody is told.',
  *run(context) {
    for (const link of context.simulation.alertmanagerLinks) {
      const draft = draftFor(link, context);
      if (draft !== undefined) {
        yield draft;
      }
    }
  },
};

function draftFor(link: AlertmanagerLink, { simulation }: CheckContext): Draft | undefined {
  const { prometheus, field, namespace, name, port, services, cause } = link;
  const base = { object: prometheus.object };
  const given = services.filter((service) => madeFor(service) === undefined);
  const related = given.slice(0, 3).map((object) => ({ object, field: 'spec.ports', message: 'is the Service' }));
  // What a release makes is changed in its values.
  const patch = (path: string, value: string) =>
    modelledFrom(prometheus.object) === undefined ? { patch: setField(prometheus.object, path, value) } : {};
  switch (cause) {
    case 'service': {
      const names = simulation.discovery.services.in(namespace).map(({ object }) => object.metadata.name as string);
      const nearest = nearestName(name, names);
      const elsewhere = simulation.alerting.instances.filter(
        ({ object }) => object.object.metadata.namespace !== namespace,
      );
      const [other] = elsewhere;
      const hint =
        nearest !== undefined
          ? ` Service "${nearest}" is there.`
          : other === undefined
            ? ''
            : ` ${nameOf(other.object)} is in namespace "${other.object.object.metadata.namespace}".`;
      return {
        ...base,
        field: `${field}.name`,
        message: `There is no Service "${name}" in namespace "${namespace}".${hint}`,
        basis: basisOf(namespace, nearest !== undefined, simulation),
        fix: {
          text:
            nearest !== undefined
              ? `name: ${nearest}`
              : other === undefined
                ? 'name: alertmanager-operated, which the Operator makes for every Alertmanager, and its namespace.'
                : `namespace: ${other.object.object.metadata.namespace}, and name: alertmanager-operated`,
          ...(nearest === undefined ? {} : patch(`${field}.name`, nearest)),
        },
      };
    }
    case 'port': {
      const ports: readonly any[] = services.flatMap(({ object }) => object.spec.ports);
      const text = listText(services.map(servicePortsText), 2);
      const meant = ports.find((one) => one.port === 9093 || one.name === 'web' || one.name === 'http-web');
      return {
        ...base,
        field: `${field}.port`,
        message:
          typeof port === 'number'
            ? `No container behind Service "${name}" in namespace "${namespace}" declares port ${port}; ${text}.`
            : `"${port}" is no port of Service "${name}" in namespace "${namespace}": ${text}.`,
        basis: 'present',
        fix: meant?.name
          ? { text: `port: ${meant.name}`, ...patch(`${field}.port`, meant.name) }
          : { text: 'port: the name of a port of the Service.' },
        related,
      };
    }
    case 'relabelings':
      return {
        ...base,
        field: `${field}.relabelings`,
        message: `The rules drop everything that Service "${name}" in namespace "${namespace}" has to offer.`,
        basis: 'present',
        fix: { text: 'keep the addresses of the Alertmanager.' },
        related,
      };
    default:
      return undefined;
  }
}

function basisOf(namespace: string, isNear: boolean, { shownNamespaces, lookup }: CheckContext['simulation']): Basis {
  const isShown = isNear || shownNamespaces.has(namespace);
  return isShown && lookup.releasesInto(namespace).length === 0 ? 'absent' : 'hidden';
}
