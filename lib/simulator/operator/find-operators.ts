import type { SourcedObject } from '../kube-object';
import { parseVersion } from '../versions/version';
import type { ObjectLookup } from './object-lookup';
import { type OperatorAssumptions, type OperatorSettings, operatorSettings } from './operator-settings';
import { joinPath, keyOf } from './problem';

/** Annotation of an instance that names the Operator which takes care of it. */
export const CONTROLLER_ID = 'operator.prometheus.io/controller-id';

/** Images of the Operator, with their tag. */
export const OPERATOR_IMAGE = /(?:^|\/)prometheus-operator(?::([^@]+))?(?:@.*)?$/;

const WORKLOADS = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod'];

/**
 * The Operators that the bag holds, each with its settings. Without any, one with default settings is assumed, since
 * monitors without an Operator are of no use, and one for each controller that an instance names.
 */
export function findOperators(objects: ObjectLookup, assumptions: OperatorAssumptions = {}): OperatorSettings[] {
  const found = WORKLOADS.flatMap((kind) => [...objects.byKind(kind)])
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .flatMap((object) => operatorIn(object, assumptions));
  if (found.length > 0) {
    return found;
  }
  const ids = ['Prometheus', 'PrometheusAgent', 'Alertmanager'].flatMap((kind) =>
    objects.byKind(kind).map(({ object }) => String(object.metadata.annotations?.[CONTROLLER_ID] ?? '')),
  );
  return ['', ...ids.filter((id, i) => id !== '' && ids.indexOf(id) === i).sort()].map((id) =>
    operatorSettings(undefined, id === '' ? [] : [`--controller-id=${id}`], '', undefined, assumptions),
  );
}

function operatorIn(workload: SourcedObject, assumptions: OperatorAssumptions): OperatorSettings[] {
  const path = workload.object.kind === 'Pod' ? 'spec' : 'spec.template.spec';
  const spec = workload.object.kind === 'Pod' ? workload.object.spec : workload.object.spec?.template?.spec;
  const containers: any[] = Array.isArray(spec?.containers) ? spec.containers : [];
  return containers.flatMap((container, i) => {
    const image = OPERATOR_IMAGE.exec(String(container?.image ?? ''));
    if (!image) {
      return [];
    }
    const field = joinPath(joinPath(path, 'containers'), i);
    const version = image[1] === undefined ? undefined : parseVersion(image[1]);
    const args = Array.isArray(container.args) ? container.args : [];
    // Rarely, the flags follow the program in `command`.
    const command = Array.isArray(container.command) ? container.command.slice(1) : [];
    const [list, listField] = args.length > 0 ? [args, 'args'] : [command, 'command'];
    return [operatorSettings(workload, list.map(String), joinPath(field, listField), version, assumptions)];
  });
}
