import { Level } from '../../report/finding';
import type { Container } from '../../simulator/bag/normalize-pod';
import { joinPath, nameOf } from '../../simulator/operator/problem';
import type { FoundTarget } from '../../simulator/targets/job-targets';
import type { Check, Draft } from '../check';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';
import { setField } from '../field-edit';
import { quoted } from '../list-text';
import { podsText } from '../ports-text';

const INIT = '__meta_kubernetes_pod_container_init';

/**
 * A target at a port of an init container that has long ended when the pod runs.
 *
 * Mirrors: Prometheus `discovery/kubernetes/pod.go`, `buildPod`, and since 3.0 `endpoints.go`, `buildEndpoints`: ports of
 * init containers become targets, and stay so.
 *
 * Stays silent for native sidecars, which run as long as the pod.
 */
export const initContainerPort: Check = {
  id: 'monitor/init-container-port',
  level: Level.WARNING,
  summary: 'a port of an init container is scraped',
  why: 'The init container has ended when the pod is up, so its target is down for as long as the pod lives.',
  *run(context) {
    yield* distinct(
      liveEndpoints(context).flatMap((group) =>
        group.targets.found.flatMap((found) => (endsEarly(found) ? [draftOf(group, found)] : [])),
      ),
    );
  },
};

function endsEarly({ raw }: FoundTarget): boolean {
  if (raw.labels[INIT] !== 'true' || raw.via !== 'container') {
    return false;
  }
  const { containers = [], initContainers = [] } = raw.pod?.spec ?? {};
  const own = initContainers.find((container: Container) => container.name === raw.container);
  // Of a port that a main container has too, the target is up all the same.
  const shared = containers.some(({ ports }: Container) =>
    ports.some(({ containerPort }) => containerPort === raw.port),
  );
  return own?.restartPolicy !== 'Always' && !shared;
}

function draftOf({ monitor, field, spec }: EndpointGroup, { raw }: FoundTarget): Draft {
  const rule = { action: 'drop', sourceLabels: [INIT], regex: 'true' };
  const list = joinPath(field, 'relabelings');
  const there = Array.isArray(spec.relabelings) ? spec.relabelings.length : undefined;
  const pods = raw.pod === undefined ? '' : ` of ${podsText(raw.pod)}`;
  return {
    object: monitor,
    field: list,
    message: `${nameOf(monitor)} scrapes port ${raw.port} of init container ${quoted(raw.container)}${pods}.`,
    basis: 'present',
    fix: {
      text: `relabelings: [{ action: drop, sourceLabels: [${INIT}], regex: "true" }]`,
      patch: there === undefined ? setField(monitor, list, [rule]) : setField(monitor, joinPath(list, there), rule),
    },
    related: raw.pod === undefined ? [] : [{ object: raw.pod.workload, message: 'has the init container' }],
  };
}
