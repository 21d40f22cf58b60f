import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { connectedEngine } from '../../lib/engine/connected-engine';
import { NEWEST_CHART } from '../../lib/stack/facts/chart-versions';
import { repositoryRoot } from '../packaging/built-package';
import { runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

const schema = (name: string) =>
  JSON.parse(readFileSync(path.join(repositoryRoot, 'schemas', `${name}.v1.schema.json`), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });

/** Runs `stack` with values files by name, and the engine that people have. */
function stack(argv: readonly string[], files: { [file: string]: string } = {}, stdin = '') {
  const cwd = temporaryFolder(files);
  const values = Object.keys(files).flatMap((file) => ['--helm-values', file]);
  return runCli(['stack', ...argv, ...values], { cwd, stdin, engine: connectedEngine });
}

async function json(values = '', ...argv: string[]): Promise<any> {
  const options = ['kps/monitoring', '--chart-version', NEWEST_CHART, '--format', 'json', ...argv];
  const { code, stdout, stderr } = await stack(options, values === '' ? {} : { 'values.yaml': values });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const document = JSON.parse(stdout);
  const validate = ajv.getSchema(schema('stack').$id) ?? ajv.compile(schema('stack'));
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  return document;
}

describe('the JSON of a release', () => {
  test('holds what the chart makes by default', async () => {
    const selector = { matchLabels: { release: 'kps' } };
    const full = 'kps-kube-prometheus-stack';
    expect(await json()).toEqual({
      version: 1,
      release: 'kps',
      namespace: 'monitoring',
      chartVersion: NEWEST_CHART,
      prometheus: {
        kind: 'Prometheus',
        name: `${full}-prometheus`,
        namespace: 'monitoring',
        version: '3.14.0',
        serviceAccountName: `${full}-prometheus`,
        ...Object.fromEntries(
          ['serviceMonitor', 'podMonitor', 'probe', 'rule', 'scrapeConfig'].flatMap((kind) => [
            [`${kind}Selector`, selector],
            [`${kind}NamespaceSelector`, {}],
          ]),
        ),
        shards: 1,
        scrapeInterval: '30s',
        ignoreNamespaceSelectors: false,
      },
      alertmanager: {
        name: `${full}-alertmanager`,
        namespace: 'monitoring',
        alertmanagerConfigSelector: {},
        alertmanagerConfigNamespaceSelector: {},
      },
      grafana: {
        name: 'kps-grafana',
        namespace: 'monitoring',
        dashboardLabel: 'grafana_dashboard',
        dashboardLabelValue: '1',
      },
      operator: { name: `${full}-operator`, namespace: 'monitoring', namespaces: [], denyNamespaces: [] },
      serviceMonitors: [
        'kps-grafana',
        ...['alertmanager', 'apiserver', 'coredns', 'kube-controller-manager', 'kube-etcd', 'kube-proxy'].map(
          (part) => `${full}-${part}`,
        ),
        ...['kube-scheduler', 'kubelet', 'operator', 'prometheus'].map((part) => `${full}-${part}`),
        'kps-kube-state-metrics',
        'kps-prometheus-node-exporter',
      ].map((name) => `monitoring/${name}`),
    });
  });

  test('leaves out what the values switch off', async () => {
    const document = await json(
      [
        'prometheus: { enabled: false }',
        'alertmanager: { enabled: false }',
        'grafana: { enabled: false }',
        'prometheusOperator: { enabled: false }',
      ].join('\n'),
    );
    expect(Object.keys(document)).toEqual(['version', 'release', 'namespace', 'chartVersion', 'serviceMonitors']);
  });

  test('leaves out the selector that the chart leaves out', async () => {
    const { prometheus } = await json(
      'prometheus: { prometheusSpec: { ruleSelector: null, ruleSelectorNilUsesHelmValues: false, shards: 2 }, agentMode: false }\nfullnameOverride: mon',
    );
    expect(prometheus).not.toHaveProperty('ruleSelector');
    expect(prometheus).toMatchObject({ name: 'mon-prometheus', ruleNamespaceSelector: {}, shards: 2 });
  });

  test('has no selector of rules in agent mode', async () => {
    const { prometheus } = await json(
      'prometheus: { agentMode: true, prometheusSpec: { remoteWrite: [{ url: https://mimir.example.com }] } }',
    );
    expect(prometheus.kind).toBe('PrometheusAgent');
    expect(Object.keys(prometheus).filter((key) => key.startsWith('rule'))).toEqual([]);
  });

  test('says what the Operator watches', async () => {
    const values = 'prometheusOperator: { namespaces: { releaseNamespace: true, additional: [shop] } }';
    expect((await json(values)).operator).toMatchObject({ namespaces: ['monitoring', 'shop'], denyNamespaces: [] });
  });
});

test('the release is in namespace default unless another is given', async () => {
  const { stdout } = await stack(['kps', '--format', 'json']);
  expect(JSON.parse(stdout)).toMatchObject({ namespace: 'default', prometheus: { namespace: 'default' } });
});

test('later values win, and may come from standard input', async () => {
  const cwd = temporaryFolder({ 'a.yaml': 'fullnameOverride: one', 'b.yaml': 'fullnameOverride: two' });
  const nameWith = async (...files: string[]) => {
    const values = files.flatMap((file) => ['--helm-values', file]);
    const argv = ['stack', 'kps', '--format', 'json', ...values];
    const { stdout } = await runCli(argv, { cwd, stdin: 'fullnameOverride: three', engine: connectedEngine });
    return JSON.parse(stdout).prometheus.name;
  };
  expect(await nameWith('a.yaml', 'b.yaml')).toBe('two-prometheus');
  expect(await nameWith('b.yaml', 'a.yaml')).toBe('one-prometheus');
  expect(await nameWith('a.yaml', '-')).toBe('three-prometheus');
});

describe('the text of a release', () => {
  test('says in plain words what selects what', async () => {
    const { code, stdout } = await stack(['prometheus-stack/monitoring', '--chart-version', NEWEST_CHART], {
      'values.yaml': [
        'prometheus:',
        '  prometheusSpec:',
        '    ruleSelectorNilUsesHelmValues: false',
        '    probeNamespaceSelector: { matchLabels: { kubernetes.io/metadata.name: web } }',
      ].join('\n'),
    });
    expect(code).toBe(0);
    expect(stdout).toMatchSnapshot();
  });

  test('tells which of its own monitors the release loses', async () => {
    const { stdout } = await stack(['kps/monitoring'], {
      'values.yaml': 'prometheus: { prometheusSpec: { serviceMonitorSelector: { matchLabels: { team: a } } } }',
    });
    expect(stdout).toMatch(
      /kubelet +monitoring\/kps-kube-prometheus-stack-kubelet, job kubelet, not taken: its labels/,
    );
  });
});

describe('the version of the chart', () => {
  test('is the newest known where none is given, so that a key without effect is an error', async () => {
    const { code, stdout } = await stack(['kps', '--format', 'json'], {
      'values.yaml': 'prometheus: { retention: 15d }',
    });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([{ check: 'stack/unknown-value', level: 'error' }]);
  });

  test('is assumed where none is given, and that is said on standard error', async () => {
    const { code, stdout, stderr } = await stack(['kps', '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout).chartVersion).toBe(NEWEST_CHART);
    expect(stderr).toMatch(/^info {2}No version of the chart is given; .* is taken\. Fix: add --chart-version/);
  });

  test('that is newer than those known is taken as it is, and what it brings is assumed', async () => {
    const { stdout, stderr } = await stack(['kps', '--format', 'json', '--chart-version', 'v188.0.0']);
    expect(JSON.parse(stdout)).toMatchObject({ chartVersion: '188.0.0', prometheus: { version: '3.14.0' } });
    expect(stderr.match(/newer than/g)).toHaveLength(1);
  });

  test('that is older than those known leaves versions open', async () => {
    const { stdout, stderr } = await stack(['kps', '--format', 'json', '--chart-version', '45.0.0']);
    expect(JSON.parse(stdout).prometheus).not.toHaveProperty('version');
    expect(stderr).toMatch(/older than/);
  });
});

describe('values that the chart cannot use', () => {
  const files = { 'values.yaml': 'prometheus: { enabled: "false" }\n' };

  test('give the JSON of check, and exit code 1', async () => {
    const { code, stdout } = await stack(['kps/monitoring', '--format', 'json'], files);
    const report = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(report.findings).toContainEqual(expect.objectContaining({ check: 'stack/values', level: 'error' }));
    const validate = ajv.compile(schema('check'));
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('give the text of check', async () => {
    const { code, stdout } = await stack(['kps/monitoring'], files);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^error {2}stack\/values .*\n.*prometheus\.enabled: "false" is not a boolean/);
  });

  test.each([
    ['a list', '- a\n'],
    ['a text', 'just text\n'],
  ])('are reported where the file is %s', async (_title, text) => {
    const { code, stdout } = await stack(['kps', '--format', 'json'], { 'values.yaml': text });
    expect(code).toBe(1);
    expect(JSON.parse(stdout).summary.errors).toBeGreaterThan(0);
  });
});

describe('what cannot be understood ends with 2, and without a stack', () => {
  test.each([
    ['a release that is none', ['KPS'], {}, /RELEASE or RELEASE\/NAMESPACE/],
    ['a namespace that is none', ['kps/a_b'], {}, /A namespace has at most 63/],
    ['two slashes', ['kps/a/b'], {}, /RELEASE or RELEASE\/NAMESPACE/],
    ['a release name that is too long', ['a'.repeat(54)], {}, /RELEASE or RELEASE\/NAMESPACE/],
    ['no release', [], {}, /[Mm]issing required argument/],
    ['a second release', ['kps', 'other'], {}, /[Tt]oo many arguments/],
    ['a range of charts', ['kps', '--chart-version', '88.x'], {}, /It is one version/],
    ['an unknown format', ['kps', '--format', 'yaml'], {}, /text, json/],
    ['bad YAML', ['kps'], { 'values.yaml': 'a: [' }, /values\.yaml/],
    ['tabs', ['kps'], { 'values.yaml': 'a:\n\tb: 1\n' }, /values\.yaml:2/],
    [
      'values that are not there',
      ['kps', '--helm-values', 'none.yaml'],
      {},
      /The Helm values "none\.yaml" cannot be used/,
    ],
    ['standard input twice', ['kps', '--helm-values', '-', '--helm-values', '-'], {}, /can be read once only/],
  ] as [string, string[], { [file: string]: string }, RegExp][])('%s', async (_title, argv, files, message) => {
    const { code, stdout, stderr } = await stack(argv, files);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test('--help names every option', async () => {
  const { code, stdout } = await runCli(['stack', '--help']);
  expect(code).toBe(0);
  expect(stdout).toMatchSnapshot();
});
