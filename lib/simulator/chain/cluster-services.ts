import type { Labels } from '../relabel/relabel-rule';
import type { CandidateQuery } from '../targets/candidates';
import { SelectorMatch, sanitizedLabels } from '../targets/selector-match';

/** A Service that no manifest holds, and that is there all the same. */
interface ClusterService {
  /** What makes it, for messages. */
  readonly text: string;
  /** `undefined` where that depends on flags. */
  readonly namespace: string | undefined;
  readonly labels: Labels;
}

/**
 * Sources: kubernetes v1.36 `pkg/controlplane/controller/kubernetesservice/controller.go`; prometheus-operator v0.93
 * `pkg/kubelet/controller.go`, `syncService`; kubeadm v1.36 `app/phases/addons/dns/manifests.go`.
 */
const SERVICES: readonly ClusterService[] = [
  {
    text: 'Service default/kubernetes is made by the API server itself',
    namespace: 'default',
    labels: { component: 'apiserver', provider: 'kubernetes' },
  },
  {
    text: 'the Service of the kubelets is made by the Operator (flag --kubelet-service)',
    namespace: undefined,
    labels: {
      'app.kubernetes.io/managed-by': 'prometheus-operator',
      'app.kubernetes.io/name': 'kubelet',
      'k8s-app': 'kubelet',
    },
  },
  {
    text: 'Service kube-system/kube-dns comes with the cluster',
    namespace: 'kube-system',
    labels: { 'k8s-app': 'kube-dns', 'kubernetes.io/cluster-service': 'true', 'kubernetes.io/name': 'CoreDNS' },
  },
];

/** What makes the Service that a ServiceMonitor asks for, where that is one which comes with a cluster. */
export function clusterServiceFor({ namespaces, selector }: CandidateQuery): string | undefined {
  const match = new SelectorMatch(selector);
  // A selector that takes anything is not about one of these.
  if (match.requirements.length === 0) {
    return undefined;
  }
  return SERVICES.find(
    ({ namespace, labels }) =>
      (namespace === undefined || namespaces === undefined || namespaces.includes(namespace)) &&
      match.takes(sanitizedLabels(labels)),
  )?.text;
}
