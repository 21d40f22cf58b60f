import { Duration } from 'cdk8s';
import { operatorPodLabels, Prometheus, type PrometheusSelectors } from '../../lib/prometheus/prometheus';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { OperatorScope } from '../../lib/selection/operator-scope';
import { messageOf } from '../private/synth';

describe('Prometheus.fromSelectors', () => {
  test('what is left out means what it means on the Prometheus object', () => {
    const prometheus = Prometheus.fromSelectors({ name: 'k8s', namespace: 'monitoring' });
    for (const kind of ['serviceMonitor', 'podMonitor', 'probe', 'scrapeConfig', 'rule'] as const) {
      expect(prometheus[`${kind}Selector`].selectsNothing).toBe(true);
      expect(prometheus[`${kind}NamespaceSelector`].ownNamespaceOnly).toBe(true);
    }
    expect(prometheus.operatorScope.watches('anywhere')).toBe(true);
    expect(prometheus.ignoreNamespaceSelectors).toBe(false);
    expect(prometheus.scrapeInterval.toSeconds()).toBe(30);
    expect(prometheus.serviceAccountName).toBe('default');
    expect(prometheus.prometheusVersion).toBeUndefined();
  });

  test('every prop can be read back', () => {
    const allProps: Required<PrometheusSelectors> = {
      name: 'k8s',
      namespace: 'monitoring',
      version: '3.14.0',
      serviceMonitorSelector: LabelSelector.matchLabels({ kind: 'sm' }),
      serviceMonitorNamespaceSelector: NamespaceSelector.names('sm'),
      podMonitorSelector: LabelSelector.matchLabels({ kind: 'pm' }),
      podMonitorNamespaceSelector: NamespaceSelector.names('pm'),
      probeSelector: LabelSelector.matchLabels({ kind: 'probe' }),
      probeNamespaceSelector: NamespaceSelector.names('probe'),
      scrapeConfigSelector: LabelSelector.matchLabels({ kind: 'sc' }),
      scrapeConfigNamespaceSelector: NamespaceSelector.names('sc'),
      ruleSelector: LabelSelector.matchLabels({ kind: 'rule' }),
      ruleNamespaceSelector: NamespaceSelector.names('rule'),
      operatorScope: OperatorScope.only('monitoring'),
      ignoreNamespaceSelectors: true,
      scrapeInterval: Duration.minutes(1),
      serviceAccountName: 'prometheus-k8s',
      podLabels: { team: 'platform' },
      agent: false,
    };
    const { name, version, podLabels, agent, ...same } = allProps;
    expect(Prometheus.fromSelectors(allProps)).toMatchObject({
      ...same,
      prometheusName: name,
      prometheusVersion: version,
      podLabels: { ...podLabels, ...operatorPodLabels(name, agent) },
    });
  });

  test('knows the labels that the Operator puts on the pods', () => {
    expect(Prometheus.fromSelectors({ name: 'k8s', namespace: 'monitoring' }).podLabels).toEqual({
      'app.kubernetes.io/name': 'prometheus',
      'app.kubernetes.io/instance': 'k8s',
      'operator.prometheus.io/name': 'k8s',
    });
    expect(Prometheus.fromSelectors({ name: 'edge', namespace: 'monitoring', agent: true }).podLabels).toMatchObject({
      'app.kubernetes.io/name': 'prometheus-agent',
    });
  });

  test('reports a bad name and a bad namespace together', () => {
    expect(messageOf(() => Prometheus.fromSelectors({ name: 'K8s', namespace: '' }))).toBe(
      [
        'Prometheus.fromSelectors has 2 problems:',
        '  name: "K8s" may hold only lower-case letters, digits and hyphens, with a letter or digit at both ends.',
        '    Fix: copy metadata.name of the Prometheus object.',
        '  namespace: "" is empty.',
        '    Fix: copy metadata.namespace of the Prometheus object.',
      ].join('\n'),
    );
  });
});

test('an agent with selectors for rules is refused', () => {
  const ruleSelector = LabelSelector.everything();
  expect(() => Prometheus.fromSelectors({ name: 'a', namespace: 'b', agent: true, ruleSelector })).toThrow(
    'ruleSelector: is given for a PrometheusAgent, which evaluates no rules.',
  );
});
