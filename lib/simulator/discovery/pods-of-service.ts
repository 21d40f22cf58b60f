import type { Bag } from '../bag/bag';
import { type BagKind, groupOf, isBuiltIn } from '../bag/bag-kind';
import { KubeSelector } from '../bag/kube-selector';
import type { SourcedObject } from '../kube-object';
import type { Labels } from '../relabel/relabel-rule';
import type { NearPod, PodIndex } from './pod-index';
import type { VirtualPod } from './raw-target';
import { isSystemNamespace } from './system-namespaces';

/** The pods that a Service selects, or what is known of them. */
export type PodsOfService =
  /** Pods of the bag. */
  | { readonly known: 'pods'; readonly pods: readonly VirtualPod[] }
  /** There are pods in the namespace, and none is taken. */
  | { readonly known: 'none' }
  /** The bag cannot show them: it holds no pod of the namespace, or something that makes pods of its own. */
  | {
      readonly known: 'not in bag';
      readonly makers: readonly SourcedObject[];
    };

/** A value that differs by so much only is a slip of the pen. */
const SLIP = 2;

/**
 * The pods of a Service with a selector.
 *
 * @param makers objects of the Service's namespace that may make pods, see `podMakers`
 * @param complete whether the bag is all that there is, so that pods which it does not show are not there
 */
export function podsOfService(
  service: SourcedObject,
  pods: PodIndex,
  makers: readonly SourcedObject[],
  complete: boolean,
): PodsOfService {
  const namespace = service.object.metadata.namespace as string;
  const pairs: Labels = service.object.spec.selector;
  const matching = pods.matching(namespace, KubeSelector.ofPairs(pairs));
  if (matching.length > 0) {
    return { known: 'pods', pods: matching };
  }
  if (!pods.shows(namespace) && !complete) {
    return { known: 'not in bag', makers };
  }
  // Pods of one release share most labels, so only a slip is a stronger hint than an object that makes pods.
  return (makers.length > 0 || isSystemNamespace(namespace)) && !pods.nearest(namespace, pairs).some(isSlip)
    ? { known: 'not in bag', makers }
    : { known: 'none' };
}

function isSlip({ found, edits }: NearPod): boolean {
  return found === undefined || edits <= SLIP;
}

/** Objects in a namespace of which some controller may make pods that the simulator does not model. */
export function podMakers(bag: Bag, namespace: string): readonly SourcedObject[] {
  const others = bag.kinds.filter(mayMakePods).flatMap((kind) => bag.in(kind, namespace));
  return [...new Set([...others, ...bag.releases.into(namespace)])];
}

function mayMakePods(kind: BagKind): boolean {
  if (isBuiltIn(kind)) {
    return false;
  }
  const group = groupOf(kind);
  return !NO_PODS.some((one) => group === one || group.endsWith(`.${one}`)) && !NO_PODS_KINDS.has(kind);
}

/** API groups, with those below them, whose objects configure things and run none. */
const NO_PODS: readonly string[] = [
  'monitoring.coreos.com',
  'cert-manager.io',
  'cilium.io',
  'cloud.google.com',
  'external-secrets.io',
  'externaldns.k8s.io',
  'gateway.networking.k8s.io',
  'getambassador.io',
  'istio.io',
  'keda.sh',
  'kyverno.io',
  'linkerd.io',
  'metallb.io',
  'notification.toolkit.fluxcd.io',
  'policy.networking.k8s.io',
  'projectcalico.org',
  'secrets-store.csi.x-k8s.io',
  'snapshot.storage.k8s.io',
  'source.toolkit.fluxcd.io',
  'traefik.containo.us',
  'traefik.io',
];

const NO_PODS_KINDS: ReadonlySet<BagKind> = new Set([
  'AppProject.argoproj.io',
  'AnalysisTemplate.argoproj.io',
  'GrafanaAlertRuleGroup.grafana.integreatly.org',
  'GrafanaDashboard.grafana.integreatly.org',
  'GrafanaDatasource.grafana.integreatly.org',
  'GrafanaFolder.grafana.integreatly.org',
  'Route.route.openshift.io',
  'SealedSecret.bitnami.com',
  'VerticalPodAutoscaler.autoscaling.k8s.io',
]);
