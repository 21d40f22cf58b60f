import {
  NEWEST_OPERATOR,
  OPERATOR_FEATURES,
  OPERATOR_RELEASES,
  operatorHas,
  operatorRelease,
} from '../../../lib/simulator/versions/operator-releases';
import { PROMETHEUS_FEATURES, PROMETHEUS_GATES } from '../../../lib/simulator/versions/prometheus-gates';
import { compareVersions, parseVersion } from '../../../lib/simulator/versions/version';
import { version } from '../operator/fixtures';

describe('operatorRelease', () => {
  test.each([
    ['0.84.1', '3.4.2', '1.33'],
    ['0.86.2', '3.6.0', '1.34'],
    ['0.88.1', '3.9.1', '1.34'],
    ['0.93.0', '3.13.1', '1.36'],
    ['0.93.1', '3.13.1', '1.36'],
    ['0.99.0', '3.13.1', '1.36'],
    ['0.60.0', '3.4.2', '1.33'],
  ])('of %s runs Prometheus %s, on Kubernetes %s', (operator, prometheus, kubernetes) => {
    const release = operatorRelease(version(operator));
    expect(release.prometheus).toBe(prometheus);
    expect(release.kubernetes).toMatch(new RegExp(`^${kubernetes}\\.`));
  });

  test('knows releases from old to new, the newest last', () => {
    const operators = OPERATOR_RELEASES.map(({ operator }) => version(operator));
    expect([...operators].sort(compareVersions)).toEqual(operators);
    expect(operators[operators.length - 1]).toEqual(version(NEWEST_OPERATOR.operator));
  });

  test('has readable versions everywhere', () => {
    const texts = [
      ...OPERATOR_RELEASES.flatMap(({ operator, prometheus, kubernetes }) => [operator, prometheus, kubernetes]),
      ...Object.values(OPERATOR_FEATURES),
      ...Object.values(PROMETHEUS_FEATURES),
      ...PROMETHEUS_GATES.map(({ since }) => since),
    ];
    expect(texts.filter((text) => parseVersion(text) === undefined)).toEqual([]);
  });
});

describe('operatorHas', () => {
  test('tells an Operator before a feature from one with it', () => {
    expect(operatorHas('ServiceMonitor.spec.serviceDiscoveryRole', version('0.85.0'))).toBe(false);
    expect(operatorHas('ServiceMonitor.spec.serviceDiscoveryRole', version('0.86.0'))).toBe(true);
  });
});
