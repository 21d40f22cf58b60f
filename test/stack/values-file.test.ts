import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { ApiObject, App, Chart, Testing, YamlOutputType } from 'cdk8s';
import { RootConstruct } from 'constructs';
import * as yaml from 'yaml';
import { Platform } from '../../lib/stack/platform';
import { ControlPlaneMetrics } from '../../lib/stack/platforms/control-plane';
import { StackRelease } from '../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../lib/stack/stack-release-props';

const ROOT = join(__dirname, '..', '..');
const folders: string[] = [];

function folder(): string {
  const created = mkdtempSync(join(tmpdir(), 'values-file-'));
  folders.push(created);
  return created;
}

afterAll(() => {
  for (const created of folders) {
    rmSync(created, { recursive: true, force: true });
  }
});

interface Release extends StackReleaseProps {
  readonly id?: string;
}

function appWith(outdir: string, releases: Release[] = [{}], yamlOutputType = YamlOutputType.FILE_PER_CHART) {
  const app = new App({ outdir, yamlOutputType });
  const chart = new Chart(app, 'monitoring', { namespace: 'monitoring' });
  new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' } });
  for (const { id = 'prometheus-stack', ...props } of releases) {
    new StackRelease(chart, id, { platform: Platform.GKE, ...props });
  }
  return { app, chart };
}

function valuesFiles(outdir: string): string[] {
  return readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.values'));
}

describe('the values file', () => {
  test('says what it is for, and holds the values', () => {
    const outdir = folder();
    const { app } = appWith(outdir, [{ chartVersion: '88.5.3' }]);
    app.synth();
    const text = readFileSync(join(outdir, 'prometheus-stack.values'), 'utf8');
    expect(text).toBe(
      [
        '# Helm values of release "prometheus-stack" in namespace "monitoring", chart kube-prometheus-stack 88.5.3.',
        '# Install or upgrade, in this folder:',
        '#   helm upgrade --install prometheus-stack oci://ghcr.io/prometheus-community/charts/kube-prometheus-stack \\',
        '#     --version 88.5.3 --namespace monitoring --create-namespace \\',
        '#     --values prometheus-stack.values --wait --timeout 10m',
        '# Platform "gke" sets:',
        ...Platform.GKE.settings.map(({ path, value, reason }) => `#   ${path} = ${value}: ${reason}`),
        'coreDns:',
        '  enabled: false',
        'kubeControllerManager:',
        '  enabled: false',
        'kubeDns:',
        '  enabled: true',
        'kubeEtcd:',
        '  enabled: false',
        'kubeProxy:',
        '  enabled: false',
        'kubeScheduler:',
        '  enabled: false',
        '',
      ].join('\n'),
    );
  });

  function comments(props: StackReleaseProps): string[] {
    const outdir = folder();
    appWith(outdir, [{ proof: false, ...props }]).app.synth();
    const text = readFileSync(join(outdir, 'prometheus-stack.values'), 'utf8');
    return text.split('\n').filter((line) => line.startsWith('# Platform') || line.includes(' = '));
  }

  test('has nothing to say about a preset that is none', () => {
    expect(comments({ platform: Platform.GENERIC })).toEqual([]);
  });

  test('names a platform whose options leave nothing to set', () => {
    const platform = Platform.kind({ controlPlaneMetrics: ControlPlaneMetrics.EXPOSED });
    expect(comments({ platform })).toEqual(['# Platform "kind", with these options, sets no value.']);
  });

  test.each([
    ['another value', { kubeDns: { enabled: false } }, ['kubeDns.enabled']],
    ['a null', { kubeDns: { enabled: null } }, ['kubeDns.enabled']],
    ['the same value', { kubeDns: { enabled: true } }, []],
    ['a value beside it', { kubeDns: { serviceMonitor: { interval: '1m' } } }, []],
    [
      'two values',
      { kubeDns: { enabled: false }, kubeEtcd: { enabled: true } },
      ['kubeEtcd.enabled', 'kubeDns.enabled'],
    ],
  ])('marks what the user overrode, by %s', (_how, values, paths) => {
    const marked = comments({ values }).filter((line) => line.includes(', overridden by yours: '));
    expect(marked.map((line) => line.split(' ').at(3))).toEqual(paths);
  });

  test.each([
    ['typed', { prometheusOperator: { namespaces: { releaseNamespace: false, additional: ['monitoring'] } } }],
    ['in the bag', { values: { prometheusOperator: { namespaces: null, denyNamespaces: ['openshift-monitoring'] } } }],
  ])('marks it %s, with the namespace filled in and nulls as they are', (_where, props) => {
    const lines = comments({ platform: Platform.OPENSHIFT, ...props });
    expect(lines.filter((line) => line.includes('overridden'))).toEqual([
      expect.stringContaining('prometheusOperator.namespaces.releaseNamespace = true, overridden by yours: '),
    ]);
    expect(lines).toContainEqual(expect.stringContaining('prometheusInstanceNamespaces = ["monitoring"]: '));
    expect(lines).toContainEqual(expect.stringContaining('grafana.securityContext = null: '));
  });

  test('takes a map for overridden as soon as it has another key', () => {
    const platform = Platform.aks({ kubeProxyMetrics: ControlPlaneMetrics.EXPOSED });
    const kubeProxy = { service: { selector: { tier: 'node' } } };
    expect(comments({ platform, values: { kubeProxy } })).toContainEqual(
      expect.stringContaining('kubeProxy.service.selector = {"component":"kube-proxy"}, overridden by yours: '),
    );
  });

  test('comes back from a YAML parser as the values that went in', () => {
    const outdir = folder();
    const values = { a: null, b: 'on', c: '012', d: '1e3', e: [{ f: '{{ $labels.x }}' }], g: 'two\nlines', h: {} };
    const { app, chart } = appWith(outdir, [{ values }]);
    app.synth();
    const release = chart.node.findChild('prometheus-stack') as StackRelease;
    const text = readFileSync(join(outdir, release.valuesFile), 'utf8');
    for (const version of ['1.1', '1.2'] as const) {
      expect(yaml.parse(text, { version })).toEqual(release.toHelmValues());
    }
    expect(release.toHelmValues()).toMatchObject(values);
  });

  test('has no anchors where one object stands at two places', () => {
    const outdir = folder();
    const shared = { nodeSelector: { pool: 'monitoring' } };
    appWith(outdir, [{ values: { a: shared, b: [shared, shared] } }]).app.synth();
    expect(readFileSync(join(outdir, 'prometheus-stack.values'), 'utf8')).not.toMatch(/[&*]/);
  });

  test.each(Object.values(YamlOutputType).filter((type): type is YamlOutputType => typeof type === 'number'))(
    'stands in the output folder itself for output type %s',
    (type) => {
      const outdir = folder();
      appWith(outdir, [{}], type).app.synth();
      expect(valuesFiles(outdir)).toEqual(['prometheus-stack.values']);
    },
  );

  test('is written for each release of an app, once per synth', () => {
    const outdir = folder();
    const { app } = appWith(outdir, [{ id: 'one' }, { id: 'two' }, { id: 'three', valuesFile: 'third' }]);
    app.synth();
    app.synth();
    expect(valuesFiles(outdir).sort()).toEqual(['one.values', 'two.values']);
    expect(existsSync(join(outdir, 'third'))).toBe(true);
  });

  test('creates an output folder that is not there yet', () => {
    const outdir = join(folder(), 'a', 'b');
    appWith(outdir).app.synth();
    expect(valuesFiles(outdir)).toEqual(['prometheus-stack.values']);
  });

  test('is written when synth is looked up on the prototype, as the jsii kernel does for other languages', () => {
    const outdir = folder();
    const { app } = appWith(outdir);
    (app.constructor.prototype as App).synth.call(app);
    expect(valuesFiles(outdir)).toEqual(['prometheus-stack.values']);
  });

  test('is written for an app whose class has its own synth', () => {
    class OwnApp extends App {
      public override synth(): void {
        super.synth();
      }
    }
    const outdir = folder();
    const app = new OwnApp({ outdir });
    new StackRelease(new Chart(app, 'c', { namespace: 'monitoring' }), 'kps');
    app.synth();
    expect(valuesFiles(outdir)).toEqual(['kps.values']);
  });

  test('leaves to an own synth what it takes and gives, and to the class what it shows', () => {
    class CountingApp extends App {
      public override synth(charts = 0): any {
        super.synth();
        return charts;
      }
    }
    const app = new CountingApp({ outdir: folder() });
    new StackRelease(new Chart(app, 'c', { namespace: 'monitoring' }), 'kps');
    expect(app.synth(3)).toBe(3);
    expect(Object.keys(CountingApp.prototype)).toEqual([]);
  });

  test('is nothing to a root whose synth is no method', () => {
    const root = Object.assign(new RootConstruct(), { synth: () => undefined, outdir: folder() });
    new StackRelease(root, 'kps', { namespace: 'monitoring' });
    root.synth();
    expect(readdirSync(root.outdir)).toEqual([]);
  });

  test('is nothing to an app without a release', () => {
    const outdir = folder();
    const { app } = appWith(outdir, []);
    app.synth();
    expect(readdirSync(outdir)).toEqual(['monitoring.k8s.yaml']);
  });

  test('is not written by Testing.synth, chart.toJson or app.synthYaml', () => {
    const outdir = folder();
    const { app, chart } = appWith(outdir);
    Testing.synth(chart);
    chart.toJson();
    app.synthYaml();
    expect(readdirSync(outdir)).toEqual([]);
  });

  test('is not written for a release that left the tree', () => {
    const outdir = folder();
    const { app, chart } = appWith(outdir);
    chart.node.tryRemoveChild('prometheus-stack');
    app.synth();
    expect(valuesFiles(outdir)).toEqual([]);
  });

  test('is neither written nor left by a synth that fails', () => {
    const outdir = folder();
    appWith(outdir).app.synth();
    expect(valuesFiles(outdir)).toHaveLength(1);

    const { app, chart } = appWith(outdir);
    chart.node.addValidation({ validate: () => ['wrong'] });
    expect(() => app.synth()).toThrow('wrong');
    expect(valuesFiles(outdir)).toEqual([]);
  });

  test('is not written when a manifest fails after validation', () => {
    const outdir = folder();
    const { app, chart } = appWith(outdir);
    chart.toJson = () => {
      throw new Error('late');
    };
    expect(() => app.synth()).toThrow('late');
    expect(valuesFiles(outdir)).toEqual([]);
  });

  test('of another tool is not deleted by a synth that fails', () => {
    const outdir = folder();
    writeFileSync(join(outdir, 'prometheus-stack.values'), 'mine: true\n');
    const { app, chart } = appWith(outdir);
    chart.node.addValidation({ validate: () => ['wrong'] });
    expect(() => app.synth()).toThrow('wrong');
    expect(readFileSync(join(outdir, 'prometheus-stack.values'), 'utf8')).toBe('mine: true\n');
  });

  test('cannot be that of two releases', () => {
    const { app } = appWith(folder(), [{ id: 'one' }, { id: 'two', valuesFile: 'ONE.values' }]);
    expect(() => app.synth()).toThrow(
      '[monitoring/two] values file "ONE.values" is also that of monitoring/one; one would overwrite the other. Fix: give one of them another `valuesFile`.',
    );
  });

  test('can have the same name in two apps', () => {
    const [one, two] = [folder(), folder()];
    const apps = [appWith(one), appWith(two, [{ chartVersion: '87.0.0' }])];
    for (const { app } of apps) {
      app.synth();
    }
    expect(readFileSync(join(one, 'prometheus-stack.values'), 'utf8')).not.toContain('87.0.0');
    expect(readFileSync(join(two, 'prometheus-stack.values'), 'utf8')).toContain('87.0.0');
  });

  test('gives the same bytes for the same app', () => {
    const texts = [folder(), folder()].map((outdir) => {
      appWith(outdir).app.synth();
      return readFileSync(join(outdir, 'prometheus-stack.values'), 'utf8');
    });
    expect(texts[0]).toBe(texts[1]);
  });
});

describe('consumers of the output folder', () => {
  const outdir = folder();
  appWith(outdir).app.synth();
  const extensionsReadBy = {
    kubectl: ['.json', '.yaml', '.yml'],
    'Argo CD': ['.json', '.jsonnet', '.yaml', '.yml'],
    Flux: ['.yaml', '.yml'],
  };

  test.each(Object.entries(extensionsReadBy))(
    '%s does not read the file, by its extension',
    (_consumer, extensions) => {
      const read = readdirSync(outdir).filter((name) => extensions.some((extension) => name.endsWith(extension)));
      expect(read).toEqual(['monitoring.k8s.yaml']);
    },
  );

  /** Runs the installed cdk8s-cli on a small app and returns its standard output. */
  function cdk8s(cwd: string, ...args: string[]): string {
    const app = join(cwd, 'app.js');
    writeFileSync(
      app,
      `require(${JSON.stringify(require.resolve('ts-node'))}).register({ transpileOnly: true, cwd: ${JSON.stringify(ROOT)}, project: ${JSON.stringify(join(ROOT, 'tsconfig.dev.json'))} });
      const { App, Chart, ApiObject } = require(${JSON.stringify(require.resolve('cdk8s'))});
      const { StackRelease } = require(${JSON.stringify(join(ROOT, 'lib', 'stack', 'stack-release'))});
      const { Platform } = require(${JSON.stringify(join(ROOT, 'lib', 'stack', 'platform'))});
      const app = new App();
      const chart = new Chart(app, 'monitoring', { namespace: 'monitoring' });
      new ApiObject(chart, 'config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'config' } });
      new StackRelease(chart, 'prometheus-stack', { platform: Platform.GKE, values: { note: '{{ $labels.x }}' } });
      app.synth();`,
    );
    const cli = join(dirname(require.resolve('cdk8s-cli/package.json')), 'bin', 'cdk8s');
    return execFileSync(
      process.execPath,
      [cli, 'synth', '--app', `"${process.execPath}" app.js`, '--check-upgrade=false', ...args],
      {
        cwd,
        encoding: 'utf8',
      },
    );
  }

  test('cdk8s synth lists the manifest only, and leaves the file beside it', () => {
    const cwd = folder();
    const output = cdk8s(cwd, '--output', 'out');
    expect(output.match(/- .+/g)).toEqual(['- out/monitoring.k8s.yaml']);
    expect(valuesFiles(join(cwd, 'out'))).toEqual(['prometheus-stack.values']);
  }, 60_000);

  test('cdk8s synth -p prints the manifest only', () => {
    const documents = yaml.parseAllDocuments(cdk8s(folder(), '-p')).map((document) => document.toJSON());
    expect(documents.map((document) => document.kind)).toEqual(['ConfigMap']);
  }, 60_000);

  test('cdk8s synth --format helm keeps the file out of the templates, all of which Helm renders', () => {
    const cwd = folder();
    cdk8s(cwd, '--output', 'out', '--format', 'helm', '--chart-version', '1.0.0');
    expect(readdirSync(join(cwd, 'out', 'templates'))).toEqual(['monitoring.k8s.yaml']);
    expect(valuesFiles(join(cwd, 'out'))).toEqual(['prometheus-stack.values']);
  }, 60_000);

  test('a folder named templates that is no Helm chart holds the file itself', () => {
    const templates = join(folder(), 'templates');
    mkdirSync(templates);
    appWith(templates).app.synth();
    expect(valuesFiles(templates).map((name) => basename(name))).toEqual(['prometheus-stack.values']);
  });
});
