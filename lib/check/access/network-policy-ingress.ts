import { Level } from '../../report/finding';
import type { Check } from '../check';
import { deniedDrafts } from './denied-drafts';

/**
 * A NetworkPolicy that isolates pods which Prometheus scrapes, where no rule of any policy lets Prometheus in.
 *
 * Mirrors: kubernetes v1.36 `staging/src/k8s.io/api/networking/v1/types.go`, `NetworkPolicySpec`. Nothing here was tried out
 * in a cluster: who enforces policies is the network plugin.
 *
 * Stays silent where a range of addresses, the network of the node, labels of a namespace that is not among the objects, or a
 * policy of a network plugin may let it in.
 */
export const networkPolicyIngress: Check = {
  id: 'access/network-policy-ingress',
  level: Level.ERROR,
  summary: 'NetworkPolicy that does not let Prometheus in to what it scrapes',
  why: 'Where the network of the cluster enforces policies, the target is there and down: "context deadline exceeded". That it does, no manifest shows.',
  *run(context) {
    yield* deniedDrafts(context, 'ingress');
  },
};
