import type { RawTarget } from '../../../lib/simulator/discovery/raw-target';
import type { RelabelRule } from '../../../lib/simulator/relabel/relabel-rule';
import { toRule } from '../../../lib/simulator/relabel/to-rule';
import { decidesOnUnknown } from '../../../lib/simulator/targets/unknowable';
import { deployment, discoveryOf, operatedDiscoveryOf, pod, ports, service, serviceOf } from '../discovery/fixtures';

const HTTP = { name: 'http', containerPort: 8080 };
const SERVICE = service(
  { selector: { app: 'web' }, ports: [{ name: 'http', port: 80, targetPort: 'http' }] },
  { labels: { team: 'a' } },
);

function targetOf(...objects: any[]): RawTarget {
  const discovery = discoveryOf(SERVICE, ...objects);
  return discovery.endpoints('endpoints').targetsOf(serviceOf(discovery))[0];
}

const known = targetOf(deployment(ports(HTTP)));
const bare = targetOf(pod(ports(HTTP)));
const assumed = targetOf();

function rule(config: object): RelabelRule {
  return toRule(config, { reason: 'user', field: 'spec.endpoints[0].relabelings[0]' });
}

function keep(label: string, regex = 'x'): RelabelRule {
  return rule({ action: 'keep', sourceLabels: [label], regex });
}

/** Whether the last of these rules decides on something that is not known. */
function unknown(raw: RawTarget, ...rules: RelabelRule[]): boolean {
  return decidesOnUnknown(rules[rules.length - 1], rules, raw);
}

const META = '__meta_kubernetes_';

describe('what nobody can know', () => {
  test.each([
    'pod_ip',
    'pod_node_name',
    'pod_host_ip',
    'pod_uid',
    'node_name',
    'node_label_zone',
    'endpoint_node_name',
  ])('is %s, of any target', (label) => {
    for (const raw of [known, bare, assumed]) {
      expect(unknown(raw, keep(META + label))).toBe(true);
    }
  });

  test('is the image of a container that the Operator adds, unless the object names it', () => {
    const image = `${META}pod_container_image`;
    const discovery = operatedDiscoveryOf([
      {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'Prometheus',
        metadata: { name: 'k8s', namespace: 'shop' },
        spec: { image: 'registry.example/prometheus:1', podMonitorSelector: {} },
      },
    ]);
    const [server, reloader] = discovery.podTargets(discovery.pods.in('shop')[0]);
    expect([unknown(server, keep(image)), unknown(reloader, keep(image))]).toEqual([false, true]);
    expect(unknown(known, keep(image))).toBe(false);
  });

  test.each(['namespace', 'service_name', 'service_label_team', 'endpoint_port_name'])(
    'is not %s, even of an assumed target',
    (label) => {
      expect(unknown(assumed, keep(META + label))).toBe(false);
    },
  );

  test.each(['pod_label_app', 'pod_container_name', 'pod_container_port_name', 'pod_annotation_x', 'pod_phase'])(
    'is %s of an assumed target, and not of one whose pod is there',
    (label) => {
      expect(unknown(assumed, keep(META + label))).toBe(true);
      expect(unknown(known, keep(META + label))).toBe(false);
    },
  );

  test('is a label that a controller makes up, though not whether it is there', () => {
    expect(unknown(known, keep(`${META}pod_label_pod_template_hash`))).toBe(true);
    expect(unknown(known, keep(`${META}pod_labelpresent_pod_template_hash`, 'true'))).toBe(false);
  });

  test('is the name of a pod that a workload makes, and not that of a bare Pod', () => {
    expect(unknown(known, keep(`${META}pod_name`))).toBe(true);
    expect(unknown(bare, keep(`${META}pod_name`))).toBe(false);
  });

  test('is the host of an address, and not its port', () => {
    expect(unknown(known, keep('__address__', '10\\..*'))).toBe(true);
    expect(unknown(known, keep('__address__', '.*:9090'))).toBe(false);
    expect(unknown(known, keep('__address__', '([^:]+):9090'))).toBe(false);
  });

  test('is what comes of the unknown by other rules', () => {
    const hash = rule({ action: 'hashmod', sourceLabels: ['__address__'], modulus: 4, targetLabel: '__tmp_hash' });
    const copy = rule({ sourceLabels: ['__tmp_hash'], targetLabel: 'shard' });
    expect(unknown(known, hash, copy, keep('shard', '9'))).toBe(true);
    expect(unknown(known, copy, keep('shard', '9'))).toBe(false);
  });

  test('is what a labelmap may copy from labels that are not known', () => {
    const map = (regex: string) => rule({ action: 'labelmap', regex });
    expect(unknown(assumed, map(`${META}pod_label_(.+)`), keep('tier'))).toBe(true);
    expect(unknown(known, map(`${META}node_label_(.+)`), keep('tier'))).toBe(true);
    expect(unknown(known, map(`${META}service_label_(.+)`), keep('tier'))).toBe(false);
  });

  test('is the label that keepequal compares with', () => {
    const equal = (targetLabel: string) =>
      rule({ action: 'keepequal', sourceLabels: [`${META}namespace`], targetLabel });
    expect(unknown(known, equal(`${META}pod_node_name`))).toBe(true);
    expect(unknown(known, equal(`${META}service_name`))).toBe(false);
  });

  test('is nothing for the rules of shards, which are passed over', () => {
    expect(unknown(known, { ...keep('__address__'), origin: { reason: 'shard', field: 'spec.shards' } })).toBe(false);
  });

  test('is what each pod of an instance fills in for itself', () => {
    expect(unknown(known, keep(`${META}namespace`, '$(SHARD)'))).toBe(true);
    const filled = rule({ targetLabel: 'shard', replacement: '$(POD_NAME)' });
    expect(unknown(known, filled, keep('shard'))).toBe(true);
    expect(unknown(known, keep(`${META}namespace`, '$(OTHER)'))).toBe(false);
  });
});
