import { findOperators } from '../../../lib/simulator/operator/find-operators';
import { parseFlags } from '../../../lib/simulator/operator/operator-flags';
import { listsNamespace, watchesInstances, watchesMonitors } from '../../../lib/simulator/operator/operator-settings';
import { formatVersion } from '../../../lib/simulator/versions/version';
import { bagOf, object, version } from './fixtures';

function operatorWith(...args: string[]) {
  const container = { image: 'quay.io/prometheus-operator/prometheus-operator:v0.91.0', args };
  const deployment = object('Deployment', 'operator', {
    template: { spec: { containers: [{ image: 'proxy:1' }, container] } },
  });
  const [settings] = findOperators(bagOf(deployment));
  return settings;
}

describe('parseFlags', () => {
  test('reads one or two hyphens, values after "=" or in the next argument, and flags without a value', () => {
    expect(parseFlags(['--a=1', '-b=2', '--c', '3', '--tls-insecure', '--d=x=y', 'rest', '--e=5'])).toEqual({
      rest: 6,
      flags: [
        { name: 'a', value: '1', index: 0 },
        { name: 'b', value: '2', index: 1 },
        { name: 'c', value: '3', index: 2 },
        { name: 'tls-insecure', value: 'true', index: 4 },
        { name: 'd', value: 'x=y', index: 5 },
      ],
    });
  });

  test.each([
    [['--namespaces=a', '---b', '--c=1'], { flags: 1, odd: { name: '---b', value: '', index: 1 } }],
    [['--=a'], { flags: 0, odd: { name: '--=a', value: '', index: 0 } }],
    [['-=a'], { flags: 0, odd: { name: '-=a', value: '', index: 0 } }],
    [['--namespaces'], { flags: 0, lacking: { name: 'namespaces', value: '', index: 0 } }],
    [['-'], { flags: 0, rest: 0 }],
    [['--', '---b'], { flags: 0, rest: 0 }],
    [['--namespaces', '---b'], { flags: 1 }],
    [['--no-flag-of-it'], { flags: 1 }],
  ])('of %j says what is odd', (args, { flags, ...rest }) => {
    expect(parseFlags(args)).toEqual({ flags: expect.any(Array), ...rest });
    expect(parseFlags(args).flags).toHaveLength(flags);
  });
});

describe('findOperators', () => {
  test('reads the version from the image and the cluster from the release', () => {
    const settings = operatorWith();
    expect(formatVersion(settings.version)).toBe('0.91.0');
    expect(formatVersion(settings.kubernetesVersion)).toBe('1.35.1');
  });

  test('has another version where one is asked for', () => {
    const container = { image: 'prometheus-operator:v0.91.0' };
    const bag = bagOf(object('Deployment', 'operator', { template: { spec: { containers: [container] } } }));
    const [settings] = findOperators(bag, { version: version('0.90.0'), kubernetesVersion: version('1.30.0') });
    expect([settings.version, settings.kubernetesVersion].map(formatVersion)).toEqual(['0.90.0', '1.30.0']);
  });

  test('assumes one with default settings where the bag holds none', () => {
    const [settings] = findOperators(bagOf(), { version: version('0.90.0') });
    expect(settings).toMatchObject({ object: undefined, controllerId: '', unmanagedAllowed: true });
    expect(formatVersion(settings.version)).toBe('0.90.0');
    expect(watchesMonitors(settings, 'anywhere')).toBe(true);
  });

  test('does not take the config reloader or the webhook for the Operator', () => {
    const images = [
      'quay.io/prometheus-operator/prometheus-config-reloader:v0.91.0',
      'quay.io/prometheus-operator/admission-webhook:v0.91.0',
    ];
    const deployments = images.map((image, i) =>
      object('Deployment', `d${i}`, { template: { spec: { containers: [{ image }] } } }),
    );
    expect(findOperators(bagOf(...deployments))[0].object).toBeUndefined();
  });

  test('takes flags from the command where there are no arguments', () => {
    const container = { image: 'prometheus-operator', command: ['/bin/operator', '--controller-id=mine'] };
    const [settings] = findOperators(bagOf(object('Pod', 'operator', { containers: [container] })));
    expect(settings.controllerId).toBe('mine');
  });

  test('watches every namespace without flags', () => {
    const settings = operatorWith();
    expect([watchesMonitors(settings, 'shop'), watchesInstances(settings, 'shop')]).toEqual([true, true]);
  });

  test('watches the listed namespaces, of one flag or several', () => {
    const settings = operatorWith('--namespaces=apps,web', '--namespaces=db');
    expect(['apps', 'web', 'db', 'shop'].map((ns) => watchesMonitors(settings, ns))).toEqual([true, true, true, false]);
    expect(watchesInstances(settings, 'shop')).toBe(false);
  });

  test('takes an empty list for all namespaces', () => {
    const settings = operatorWith('--namespaces=');
    expect([watchesMonitors(settings, 'shop'), listsNamespace(settings, 'shop')]).toEqual([true, true]);
  });

  test('leaves out denied namespaces', () => {
    const settings = operatorWith('--deny-namespaces=kube-system');
    expect([watchesMonitors(settings, 'kube-system'), watchesInstances(settings, 'kube-system')]).toEqual([
      false,
      false,
    ]);
  });

  test('forgets denied namespaces for instances that have a list of their own', () => {
    const settings = operatorWith('--deny-namespaces=a', '--prometheus-instance-namespaces=a');
    expect(watchesInstances(settings, 'a')).toBe(true);
    expect(watchesMonitors(settings, 'a')).toBe(false);
  });

  test('looks for monitors in the base list, whatever the list of instances says', () => {
    const settings = operatorWith('--namespaces=apps', '--prometheus-instance-namespaces=monitoring');
    expect(watchesInstances(settings, 'monitoring')).toBe(true);
    expect(watchesMonitors(settings, 'monitoring')).toBe(false);
    expect(watchesMonitors(settings, 'apps')).toBe(true);
  });

  test('has the gates of its release, changed by its flags', () => {
    expect(operatorWith().gates.PrometheusTopologySharding).toBe(false);
    const settings = operatorWith('--feature-gates=PrometheusTopologySharding=true,PrometheusAgentDaemonSet=true');
    expect(settings.gates).toMatchObject({ PrometheusTopologySharding: true, PrometheusAgentDaemonSet: true });
    expect(operatorWith('--feature-gates=,PrometheusAgentDaemonSet=true,')).toMatchObject({
      gates: { PrometheusAgentDaemonSet: true },
      problems: [],
    });
  });

  test('reads the labels that it adds', () => {
    expect(operatorWith('--labels=team=web,tier=a').labels).toEqual({ team: 'web', tier: 'a' });
  });

  test.each([
    ['operator/namespaces-and-deny-namespaces', ['--namespaces=a', '--deny-namespaces=b'], 1],
    ['operator/unknown-feature-gate', ['--feature-gates=Magic=true'], 0],
    ['operator/instance-selector', ['--prometheus-instance-selector=a=b=c'], 0],
    ['operator/namespaces-and-deny-namespaces', ['--namespaces=', '--deny-namespaces='], 1],
    ['operator/unknown-flag', ['--tls-insecure', '--manage-crds=false'], 1],
    ['operator/flag-value', ['--kubelet-endpoints=maybe'], 0],
    ['operator/flag-value', ['--feature-gates=PrometheusAgentDaemonSet'], 0],
    ['operator/flag-value', ['--feature-gates=PrometheusAgentDaemonSet=on'], 0],
    ['operator/flag-value', ['--labels=team=web,tier'], 0],
    ['operator/flag-value', ['--annotations=team'], 0],
    ['operator/command', ['--disable-unmanaged-prometheus-configuration', 'true'], 1],
    ['operator/command', ['full-crds'], 0],
    ['operator/command', ['--', 'full-crds'], 1],
    ['operator/command', ['--short-version'], 0],
    ['operator/command', ['-h'], 0],
    ['operator/command', ['--version=0', '--version'], 1],
    ['operator/flag-value', ['--controller-id=a', '--controller-id'], 1],
    ['operator/flag-value', ['--repair-policy-for-statefulsets=x'], 0],
    ['operator/flag-syntax', ['---x'], 0],
  ])('does not start: %s', (code, args, index) => {
    expect(operatorWith(...args).problems).toMatchObject([
      { code, field: `spec.template.spec.containers[1].args[${index}]` },
    ]);
  });

  test('starts with a command that says so, and does not heed flags behind it', () => {
    const settings = operatorWith('--controller-id=a', 'start', '--controller-id=b');
    expect(settings).toMatchObject({ controllerId: 'a', problems: [] });
  });

  test('starts where it is told not to print its version', () => {
    expect(operatorWith('--version=false', '--short-version=0').problems).toEqual([]);
    expect(operatorWith('--version', '--version=false').problems).toEqual([]);
  });

  test('starts where two hyphens alone end the flags', () => {
    expect(operatorWith('--controller-id=a', '--')).toMatchObject({ controllerId: 'a', problems: [] });
  });

  test('has flags and commands that are not known here where it is of another time', () => {
    const problems = ['0.80.0', '0.99.0', '1.0.0'].flatMap((text) => {
      const args = ['--manage-crds=false', '--log-level=loud', 'true'];
      const container = { image: `prometheus-operator:v${text}`, args };
      const deployment = object('Deployment', 'operator', { template: { spec: { containers: [container] } } });
      return findOperators(bagOf(deployment))[0].problems;
    });
    expect(problems).toEqual([]);
  });

  test('watches all namespaces for an empty name among others, but does not list them', () => {
    const settings = operatorWith('--namespaces=monitoring,,shop');
    expect(watchesInstances(settings, 'blog')).toBe(true);
    expect(watchesMonitors(settings, 'blog')).toBe(true);
    expect(['monitoring', 'shop', 'blog'].map((ns) => listsNamespace(settings, ns))).toEqual([true, true, false]);
  });

  test('looks for instances everywhere where their own list is empty', () => {
    const settings = operatorWith('--namespaces=monitoring', '--prometheus-instance-namespaces=');
    expect([watchesInstances(settings, 'shop'), watchesMonitors(settings, 'shop')]).toEqual([true, false]);
  });
});

describe('without an Operator in the bag', () => {
  test('one is assumed for each controller that an instance names', () => {
    const annotated = (name: string, id: string) =>
      object('Prometheus', name, {}, { metadata: { annotations: { 'operator.prometheus.io/controller-id': id } } });
    const operators = findOperators(bagOf(annotated('a', 'green'), annotated('b', 'blue'), annotated('c', 'blue')));
    expect(operators.map(({ controllerId }) => controllerId)).toEqual(['', 'blue', 'green']);
  });
});
