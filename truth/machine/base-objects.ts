import * as fs from 'node:fs';
import { parseAllDocuments } from 'yaml';
import type { KubeObject } from '../../lib/simulator/kube-object';
import { customResourceDefinitions } from './tools';

/** Zones of the nodes; pods of workloads are scheduled to one of them. */
const ZONES = ['zone-a', 'zone-b'];

/** The node of bare Pods that come with a status: nothing changes them there. */
export const NODE_OF_GIVEN_STATUS = 'given-status';

/** Label of the nodes that have a stand-in for a kubelet. */
export const MANAGED_NODES = 'truth.example/kubelet=kwok';

/** What a cluster has before any scenario: kinds, nodes, and the right to read for all who ask. */
export function baseObjects(): KubeObject[] {
  const kinds = customResourceDefinitions().flatMap((file) =>
    parseAllDocuments(fs.readFileSync(file, 'utf8')).flatMap((document) => document.toJS() ?? []),
  );
  return [...kinds, ...ZONES.map(zoneNode), statusNode(), ...readersOfAll()];
}

/** How many nodes have to become ready. */
export const READY_NODES = ZONES.length;

function zoneNode(zone: string): KubeObject {
  const [key, value] = MANAGED_NODES.split('=');
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${zone}`, labels: { [key]: value, 'topology.kubernetes.io/zone': zone } },
  };
}

function statusNode(): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: NODE_OF_GIVEN_STATUS, labels: { 'topology.kubernetes.io/zone': ZONES[0] } },
    // Only pods that ask for it by name come here.
    spec: { unschedulable: true },
  };
}

/** Where the binding is that lets all service accounts read. */
export const READERS_BINDING = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/truth-readers';

/**
 * What the service account of a Prometheus may do is not what most scenarios are about, so all of them may read, unless a
 * scenario has bindings of its own.
 */
function readersOfAll(): KubeObject[] {
  const name = 'truth-readers';
  const rule = (apiGroup: string, ...resources: string[]): object => ({
    ...{ apiGroups: [apiGroup], resources, verbs: ['get', 'list', 'watch'] },
  });
  return [
    {
      ...{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name } },
      rules: [
        rule('', 'endpoints', 'namespaces', 'nodes', 'pods', 'services'),
        rule('discovery.k8s.io', 'endpointslices'),
        rule('networking.k8s.io', 'ingresses'),
      ],
    },
    {
      ...{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name } },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: 'system:serviceaccounts' }],
    },
  ];
}
