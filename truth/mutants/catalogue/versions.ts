import { type Mutant, mutantsIn } from '../mutant';

/** What depends on versions, and how versions and durations are read. */
export const VERSIONS: readonly Mutant[] = [
  ...mutantsIn(
    'versions/operator-releases.ts',
    ['Operator 0.93 runs Prometheus 3.13.1', "prometheus: '3.13.1'", "prometheus: '2.55.1'"],
    [
      'Operator 0.86 was tested on Kubernetes 1.34',
      "prometheus: '3.6.0', kubernetes: '1.34.0'",
      "prometheus: '3.6.0', kubernetes: '1.33.0'",
    ],
    ['a release counts until the next one', 'return reached[reached.length - 1] ??', 'return reached[0] ??'],
    ['an Operator older than all releases is taken for the oldest', '?? OPERATOR_RELEASES[0];', '?? NEWEST_OPERATOR;'],
    [
      'PodMonitors choose one way to authenticate from Operator 0.86',
      "'one authentication method per PodMonitor endpoint': '0.86.0',",
      "'one authentication method per PodMonitor endpoint': '0.94.0',",
    ],
    [
      'ServiceMonitors choose their role from Operator 0.86',
      "'ServiceMonitor.spec.serviceDiscoveryRole': '0.86.0',",
      "'ServiceMonitor.spec.serviceDiscoveryRole': '0.94.0',",
    ],
    [
      'shards by zone are on from Operator 0.92',
      "PrometheusTopologySharding: '0.92.0',",
      "PrometheusTopologySharding: '0.94.0',",
    ],
  ),
  ...mutantsIn(
    'versions/prometheus-gates.ts',
    [
      'honorTimestamps needs Prometheus 2.9',
      "path: ['honorTimestamps'], since: '2.9.0' }",
      "path: ['honorTimestamps'], since: '2.0.0' }",
    ],
    ['oauth2 needs Prometheus 2.27', "    since: '2.27.0',\n    consequence", "    since: '2.0.0',\n    consequence"],
    [
      'fallbackScrapeProtocol needs Prometheus 3',
      "path: ['fallbackScrapeProtocol'], since: '3.0.0' }",
      "path: ['fallbackScrapeProtocol'], since: '2.0.0' }",
    ],
    [
      'scrapeNativeHistograms needs Prometheus 3.8',
      "path: ['scrapeNativeHistograms'], since: '3.8.0' }",
      "path: ['scrapeNativeHistograms'], since: '3.0.0' }",
    ],
    [
      'attachMetadata of a PodMonitor needs Prometheus 2.35',
      "since: '2.35.0', kind: 'PodMonitor' }",
      "since: '2.37.0', kind: 'PodMonitor' }",
    ],
    [
      'keepDroppedTargets needs Prometheus 2.47',
      "path: ['keepDroppedTargets'], since: '2.47.0' }",
      "path: ['keepDroppedTargets'], since: '2.0.0' }",
    ],
    [
      'PrometheusText1.0.0 needs Prometheus 3',
      "since: '3.0.0-rc.0', element: 'PrometheusText1.0.0' }",
      "since: '2.0.0', element: 'PrometheusText1.0.0' }",
    ],
    ['authorization needs Prometheus 2.26', "authorization: '2.26.0',", "authorization: '2.0.0',"],
    ['RoleSelector needs Prometheus 2.17', "roleSelector: '2.17.0',", "roleSelector: '2.0.0',"],
    ['slices need Prometheus 2.21', "endpointSlice: '2.21.0',", "endpointSlice: '2.0.0',"],
  ),
  ...mutantsIn(
    'operator/dropped-fields.ts',
    ['a field that is not set is not left out', 'present(value) : Array', 'true : Array'],
    ['a gate may be about one kind', '(gate.kind ?? kind) === kind &&', ''],
    [
      'of a list one element may be left out',
      'Array.isArray(value) && value.includes(gate.element)',
      'Array.isArray(value)',
    ],
  ),
  ...mutantsIn(
    'versions/version.ts',
    ['a version may begin with a v', "text.trim().replace(/^v/, '')", 'text.trim()'],
    ['a version may have two numbers', '  while (parts.length < 3) {', '  while (parts.length < 2) {'],
    ['a pre-release comes before its release', 'return b.length - a.length;', 'return a.length - b.length;'],
    [
      'a suffix needs all three numbers',
      'number !== undefined && NUMBER.test(number)',
      'number !== undefined && /^\\d/.test(number)',
    ],
    ['leading zeros of a number are left out', "const trimmed = part.replace(/^0+/, '');", 'const trimmed = part;'],
    ['numbers of a pre-release compare as numbers', 'return Number(a) - Number(b);', 'return a < b ? -1 : 1;'],
    [
      'a boundary is part of what it begins',
      'return compareVersions(version, parsed) >= 0;',
      'return compareVersions(version, parsed) > 0;',
    ],
    [
      'the second number of a version counts before the third',
      'a.minor - b.minor || a.patch - b.patch',
      'a.patch - b.patch || a.minor - b.minor',
    ],
    ['the build of a version does not count', '(?:\\+(.*))?$/s.exec(parts[2])', '$/s.exec(parts[2])'],
  ),
  ...mutantsIn(
    'duration-text.ts',
    ['a day has 24 hours', "['d', 86_400_000],", "['d', 8_640_000],"],
    ['a bare zero is a duration', "if (text === '0') {", "if (text === '00') {"],
    ['a duration has a longest value', 'sum === null || sum >= LONGEST', 'sum === null'],
    [
      'weeks are written only where nothing is left over',
      "(unit === 'y' || unit === 'w') && rest % size !== 0",
      "unit === 'y' && rest % size !== 0",
    ],
    ['90s are written as 1m30s', '      rest -= count * size;', '      rest = 0;'],
  ),
  ...mutantsIn(
    'operator/monitor-parts.ts',
    [
      'a PodMonitor has podMetricsEndpoints',
      "monitor.object.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints'",
      "'endpoints'",
    ],
    ['RoleSelector is asked for by its name', "=== 'RoleSelector';", "=== 'roleSelector';"],
  ),
];
