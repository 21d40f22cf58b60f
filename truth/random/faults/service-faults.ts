import type { Cluster, Front, Watch } from '../cluster';
import { addServiceMonitor } from '../monitors';
import { addService, addServiceOf } from '../services';
import { podStatus } from '../workloads';
import { type Fault, makeVisible } from './fault';

/** What is wrong with a Service that a monitor takes. */
export const SERVICE_FAULTS: readonly Fault[] = [
  inService('service/selects-no-pods', ({ object, app }, { random }) => {
    object.spec.selector = random.one<object>([
      { app: `${app?.name}s` },
      { ...object.spec.selector, tier: 'no-such-tier' },
      { name: app?.name },
    ]);
  }),
  inService(
    'service/target-port-exists',
    ({ object }, { random }) => {
      for (const port of object.spec.ports ?? []) {
        port.targetPort = random.one(['no-such-port', 'http-web', 'metric']);
      }
    },
    ({ object }) => (object.spec.ports ?? []).length > 0,
  ),
  inService(
    'service/no-endpoints',
    ({ object: { spec } }) => {
      spec.clusterIP = 'None';
      delete spec.type;
      delete spec.ports;
    },
    ({ object: { spec } }) => spec.type === undefined || spec.type === 'ClusterIP',
  ),
  {
    check: 'service/no-endpoints',
    plant: (cluster) => {
      const { random } = cluster;
      const front = addServiceOf(
        cluster,
        random.one(cluster.namespaces),
        random.one(['no selector', 'ExternalName'] as const),
      );
      pointAt(addServiceMonitor(cluster, front));
      return true;
    },
  },
  {
    check: 'service/no-endpoints',
    plant: (cluster) => {
      const { random } = cluster;
      const pods = cluster.apps.filter(({ object: { kind } }) => kind === 'Pod');
      if (pods.length === 0) {
        return false;
      }
      const app = random.one(pods);
      app.object.status = podStatus(cluster, random.one(['pending', 'succeeded', 'failed'] as const));
      pointAt(addServiceMonitor(cluster, addService(cluster, app, random.one(['ClusterIP', 'headless'] as const))));
      return true;
    },
  },
  // By hand, endpoints may be as odd as one likes; the role decides what is seen of them.
  {
    check: 'service/no-endpoints',
    plant: (cluster) => {
      const { random } = cluster;
      const form = random.one(['slices', 'not mirrored', 'empty', 'lone'] as const);
      const front = addServiceOf(cluster, random.one(cluster.namespaces), 'no selector', form);
      const watch = addServiceMonitor(cluster, front);
      watch.object.spec.serviceDiscoveryRole = random.one(['Endpoints', 'EndpointSlice']);
      pointAt(watch);
      return true;
    },
  },
];

/** A fault of a Service that some monitor takes. */
function inService(
  check: string,
  change: (front: Front, cluster: Cluster) => void,
  fits: (front: Front) => boolean = () => true,
): Fault {
  return {
    check,
    plant: (cluster) => {
      const { random, watches } = cluster;
      const fitting = watches.filter(
        ({ sound, front }) =>
          sound && front?.object.spec.selector !== undefined && front.app !== undefined && fits(front),
      );
      if (fitting.length === 0) {
        return false;
      }
      const watch = random.one(fitting);
      watch.sound = false;
      makeVisible(watch);
      change(watch.front as Front, cluster);
      return true;
    },
  };
}

/** A selector that takes the Service of a monitor and no other. */
function pointAt({ object: { spec }, front }: Watch): void {
  spec.selector = { matchLabels: { ...front?.object.metadata.labels } };
}
