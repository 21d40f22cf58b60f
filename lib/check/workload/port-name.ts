import { whyNoPortName } from '../../private/kubernetes-names';
import { Level } from '../../report/finding';
import type { Container } from '../../simulator/bag/normalize-pod';
import type { VirtualPod } from '../../simulator/discovery/raw-target';
import { nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import { quoted, scalar } from '../list-text';

/**
 * A container port with a name that Kubernetes refuses.
 *
 * Mirrors: kubernetes v1.36 `apimachinery/pkg/util/validation/validation.go`, `IsValidPortName`.
 */
export const portName: Check = {
  id: 'workload/port-name',
  level: Level.ERROR,
  summary: 'Kubernetes refuses the name of a container port',
  why: 'The API server refuses the workload, so there are no pods and no targets.',
  *run({ simulation }) {
    for (const pod of simulation.discovery.pods.all) {
      if (TEMPLATES.has(pod.workload.object.kind)) {
        yield* draftsOf(pod, 'containers');
        yield* draftsOf(pod, 'initContainers');
      }
    }
  },
};

/** Where the pod spec of each kind is; what the Operator makes itself is fine. */
const TEMPLATES: ReadonlyMap<string, string> = new Map([
  ['Pod', 'spec'],
  ['CronJob', 'spec.jobTemplate.spec.template.spec'],
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job'].map(
    (kind) => [kind, 'spec.template.spec'] as const,
  ),
]);

function* draftsOf(pod: VirtualPod, list: 'containers' | 'initContainers'): Iterable<Draft> {
  for (const [i, container] of (pod.spec[list] as readonly Container[]).entries()) {
    for (const [j, { name }] of container.ports.entries()) {
      const why = name === '' ? undefined : whyNoPortName(name);
      if (why !== undefined) {
        const template = `${TEMPLATES.get(pod.workload.object.kind)}.${list}`;
        const shorter = shortened(name);
        yield {
          object: pod.workload,
          field: `${template}[${i}].ports[${j}].name`,
          message: `Port name ${quoted(name)} in ${nameOf(pod.workload)} ${why}.`,
          basis: 'present',
          fix: {
            text:
              shorter !== undefined
                ? `name: ${scalar(shorter)}, and the same wherever a Service or PodMonitor names it.`
                : 'a name of at most 15 lower-case letters, digits and hyphens, with a letter among them.',
          },
        };
      }
    }
  }
}

/** The last words of a name that fit, as they say more than the first ones. */
function shortened(name: string): string | undefined {
  const words = name.toLowerCase().split(/[^a-z0-9]+/);
  for (let i = 0; i < words.length; i++) {
    const rest = words.slice(i).join('-');
    if (whyNoPortName(rest) === undefined) {
      return rest;
    }
  }
  return undefined;
}
