import { checkSchema } from '../../../lib/schema/check-schema';
import type { KubeObject } from '../../../lib/simulator/kube-object';
import { VERSIONS } from '../../../truth/machine/tools';
import { predict } from '../../../truth/prediction/predict';
import { describeCluster, generateCluster } from '../../../truth/random/generate-cluster';
import { withSupplements } from '../../../truth/scenario/supplements';

const SEEDS = Array.from({ length: 80 }, (_, i) => 5000 + i);

function keyOf({ kind, metadata }: KubeObject): string {
  return `${kind} ${metadata.namespace}/${metadata.name}`;
}

function areDistinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

function refusedIn(objects: readonly KubeObject[]): string[] {
  return objects.filter((object) => checkSchema({ object, source: {} }).length > 0).map(keyOf);
}

test('makes the same bytes of the same seed', () => {
  for (const seed of SEEDS) {
    expect(JSON.stringify(generateCluster(seed))).toBe(JSON.stringify(generateCluster(seed)));
  }
});

test('makes another cluster of another seed', () => {
  const texts = SEEDS.map((seed) => JSON.stringify(generateCluster(seed)));
  expect(new Set(texts).size).toBe(SEEDS.length);
});

test('makes clusters that can be predicted', () => {
  for (const seed of SEEDS) {
    const { instances } = predict(withSupplements(generateCluster(seed)), VERSIONS);
    expect(Object.keys(instances).length).toBeLessThan(12);
  }
});

test('breaks the schema only where it says so', () => {
  const odd = SEEDS.filter((seed) => {
    const { objects, faults } = describeCluster(seed);
    return refusedIn(objects).length > 0 && !faults.some((fault) => fault.startsWith('schema/'));
  });
  expect(odd).toEqual([]);
});

test('breaks the schema in most clusters where it says so', () => {
  const said = SEEDS.map(describeCluster).filter(({ faults }) => faults.some((fault) => fault.startsWith('schema/')));
  const broken = said.filter(({ objects }) => refusedIn(objects).length > 0);
  expect(said.length).toBeGreaterThan(5);
  // A later mistake may take the object away altogether.
  expect(broken.length).toBeGreaterThan(0.9 * said.length);
});

test('leaves some clusters without any deliberate mistake', () => {
  const sound = SEEDS.filter((seed) => describeCluster(seed).faults.length === 0);
  expect(sound.length).toBeGreaterThan(SEEDS.length / 20);
  expect(sound.length).toBeLessThan(SEEDS.length / 2);
});

test('gives no two objects of a kind the same name', () => {
  for (const seed of SEEDS) {
    const keys = generateCluster(seed).map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  }
});

describe('the API server takes', () => {
  const objects = SEEDS.flatMap((seed) => generateCluster(seed));

  test('Services, whose ports differ in name, and in number and protocol', () => {
    const services = objects.filter(({ kind }) => kind === 'Service');
    expect(services.length).toBeGreaterThan(SEEDS.length);
    const odd = services.filter(({ spec: { ports = [], type, clusterIP } }) => {
      const needsPorts = type !== 'ExternalName' && clusterIP !== 'None';
      const names: (string | undefined)[] = ports.map(({ name }: any) => name);
      return (
        !areDistinct(ports.map(({ port, protocol = 'TCP' }: any) => `${port} ${protocol}`)) ||
        !areDistinct(names) ||
        (names.length > 1 && names.includes(undefined)) ||
        (needsPorts && names.length === 0)
      );
    });
    expect(odd).toEqual([]);
  });

  test('workloads, whose pods have the labels that they select', () => {
    const workloads = objects.filter(({ spec }) => spec?.selector?.matchLabels && spec.template);
    expect(workloads.length).toBeGreaterThan(SEEDS.length);
    for (const { spec } of workloads) {
      expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
    }
  });

  test('containers, whose ports have short names, and differ in name, and in number and protocol', () => {
    const specs = objects.flatMap(({ spec }) => [spec, spec?.template?.spec, spec?.jobTemplate?.spec.template.spec]);
    const containers = specs.flatMap((spec) => [...(spec?.containers ?? []), ...(spec?.initContainers ?? [])]);
    expect(containers.length).toBeGreaterThan(SEEDS.length);
    const odd = containers.filter(({ ports = [] }) => {
      const names: string[] = ports.flatMap(({ name }: any) => name ?? []);
      return (
        !areDistinct(names) ||
        !areDistinct(ports.map(({ containerPort, protocol = 'TCP' }: any) => `${containerPort} ${protocol}`)) ||
        names.some((name) => !/^(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/.test(name))
      );
    });
    expect(odd).toEqual([]);
  });
});

test('rarely decides on what only a cluster knows', () => {
  let targets = 0;
  let unsure = 0;
  for (const seed of SEEDS) {
    const { instances } = predict(withSupplements(generateCluster(seed)), VERSIONS);
    for (const { active, unsure: some } of Object.values(instances).flatMap(({ jobs }) => Object.values(jobs))) {
      targets += active.length;
      unsure += some.length;
    }
  }
  expect(targets).toBeGreaterThan(SEEDS.length);
  expect(unsure).toBeLessThan(targets / 20);
});
