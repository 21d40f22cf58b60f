import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { connectedEngine } from '../../lib/engine/connected-engine';
import { runCli } from './run-cli';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();

/** Runs a command on a text, with everything that the library has. */
async function look(text: string | Buffer, ...argv: string[]) {
  writeFileSync(path.join(folder, 'x.yaml'), text);
  return runCli([...(argv.length > 0 ? argv : ['check', '--format', 'json']), 'x.yaml'], {
    cwd: folder,
    engine: connectedEngine,
  });
}

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n';

describe('a manifest that is no good', () => {
  test.each<[string, string, RegExp]>([
    ['a key that stands twice', `${SERVICE}spec: {}\nspec: {}\n`, /spec.*twice/],
    ['an alias bomb', bomb(), /alias/i],
    ['a tab for indentation', 'apiVersion: v1\nkind: Service\nmetadata:\n\tname: web\n', /tab/i],
    ['a template', '{{- if .Values.x }}\napiVersion: v1\n{{- end }}\n', /helm template/],
    ['brackets without an end', `${SERVICE}spec: {ports: [\n`, /x\.yaml:\d+/],
    ['a document of one word', 'hello\n', /apiVersion and kind/],
    ['a depth that nobody writes', `${SERVICE}spec: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, /deep/],
  ])('is named with file, line and reason: %s', async (_title, text, reason) => {
    const { code, stderr } = await look(text);
    expect(code).toBe(2);
    expect(stderr).toMatch(reason);
    expect(stderr).toMatch(/x\.yaml:\d+/);
  });

  test('does not hide the others', async () => {
    const { code, stdout } = await look(`${SERVICE}---\na: [\n---\n${SERVICE.replace('web', 'api')}`);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).summary.objects).toBe(2);
  });

  test.each([
    ['carriage returns', `${SERVICE}---\n${SERVICE.replace('web', 'api')}`.replaceAll('\n', '\r\n'), 2],
    ['a byte order mark', `\ufeff${SERVICE}`, 1],
    ['empty documents', `---\n---\n# nothing\n---\n${SERVICE}---\nnull\n---\n`, 1],
    ['a list', `apiVersion: v1\nkind: List\nitems:\n- ${SERVICE.trim().replaceAll('\n', '\n  ')}\n`, 1],
    [
      'keys of prototypes',
      `${SERVICE}spec: {__proto__: {polluted: yes}, constructor: {prototype: {polluted: 1}}}\n`,
      1,
    ],
  ])('is read where kubectl reads it: %s', async (_title, text, objects) => {
    const { code, stdout } = await look(text);
    expect([0, 1]).toContain(code);
    expect(JSON.parse(stdout).summary.objects).toBe(objects);
    expect(({} as any).polluted).toBeUndefined();
  });
});

describe('objects of any shape', () => {
  const key = fc.constantFrom(
    ...[
      'metadata',
      'name',
      'namespace',
      'labels',
      'annotations',
      'spec',
      'selector',
      'matchLabels',
      'matchExpressions',
    ],
    ...['endpoints', 'podMetricsEndpoints', 'port', 'targetPort', 'portNumber', 'ports', 'template', 'containers'],
    ...['namespaceSelector', 'matchNames', 'any', 'relabelings', 'regex', 'action', 'sourceLabels', 'scrapeClasses'],
    ...['serviceMonitorSelector', 'podMonitorSelector', 'version', 'shards', 'key', 'operator', 'values', 'source'],
    ...['helm', 'valuesObject', 'chart', 'items', 'subsets', 'addresses', 'status', '__proto__', 'constructor', 'app'],
  );
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        null,
        true,
        0,
        -1,
        8080,
        1e308,
        2 ** 60,
        '',
        'web',
        '8080',
        '{}',
        '$(SHARD)',
        '(',
        'a'.repeat(300),
      ),
      fc.string({ maxLength: 6 }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  })).value;
  const kind = fc.constantFrom(
    ...['ServiceMonitor', 'PodMonitor', 'Prometheus'].map((name) => ['monitoring.coreos.com/v1', name]),
    ...['Deployment', 'StatefulSet', 'DaemonSet'].map((name) => ['apps/v1', name]),
    ...['Service', 'Pod', 'Secret', 'ConfigMap', 'Endpoints', 'Namespace', 'List'].map((name) => ['v1', name]),
    ['monitoring.coreos.com/v1alpha1', 'PrometheusAgent'],
    ['discovery.k8s.io/v1', 'EndpointSlice'],
    ['batch/v1', 'CronJob'],
    ['argoproj.io/v1alpha1', 'Application'],
    ['helm.toolkit.fluxcd.io/v2', 'HelmRelease'],
    ['helm.cattle.io/v1', 'HelmChart'],
  );
  const object = fc.tuple(kind, json, json, fc.boolean()).map(([[apiVersion, name], spec, labels, sound]) => ({
    apiVersion,
    kind: name,
    metadata: sound ? { name: 'web', namespace: 'shop', labels: { app: 'web' } } : labels,
    spec,
  }));

  test.each([
    [['check', '--format', 'json']],
    [['targets', '--format', 'json']],
    [['check', '--complete']],
    [['graph']],
    [['report']],
  ])('end without a crash: %j', async (argv) => {
    await fc.assert(
      fc.asyncProperty(fc.array(object, { minLength: 1, maxLength: 6 }), async (objects) => {
        const { code, stdout, stderr } = await look(objects.map((one) => stringify(one)).join('---\n'), ...argv);
        expect([0, 1, 2]).toContain(code);
        expect(stdout + stderr).not.toMatch(/^\s+at /m);
      }),
      { numRuns: 150 },
    );
  });
});

/** Nine levels of ten aliases each. */
function bomb(): string {
  const levels = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
  for (const [i, name] of [...'bcdefghi'].entries()) {
    const alias = `*${'abcdefghi'[i]}`;
    levels.push(`${name}: &${name} [${Array.from({ length: 10 }, () => alias).join(', ')}]`);
  }
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: bomb}\n${levels.join('\n')}\n`;
}
