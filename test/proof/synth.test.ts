import { existsSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { ApiObject, App, Chart, Include, Lazy, Testing, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { MonitoredApp } from '../../lib/app/monitored-app';
import { Prometheus } from '../../lib/prometheus/prometheus';
import { Findings } from '../../lib/proof/findings';
import { Proof } from '../../lib/proof/proof';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { temporaryFolder } from '../cli/temporary-folder';
import { messageOf } from '../private/synth';
import { newApp, newMonitoredApp, newStack, unselectedMonitor } from './fixtures';

let stderr: jest.SpyInstance;
const said = (): string => stderr.mock.calls.map(([text]) => text).join('');

beforeEach(() => {
  stderr = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
});

describe('an app whose monitoring does not work', () => {
  const broken = () => {
    const app = newApp();
    newStack(app);
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    unselectedMonitor(chart);
    return { app, chart };
  };

  test('fails at synth with the whole report before the first line of the stack', () => {
    const { app } = broken();
    let stack = '';
    try {
      app.synth();
    } catch (error) {
      stack = (error as Error).stack ?? '';
    }
    const report = Findings.of(app)
      .toText()
      .trimEnd()
      .replace(/^(?=.)/gm, '    ');
    expect(report).toContain('error  monitor/not-selected  ServiceMonitor shop/forgotten metadata.labels.release');
    expect(stack.slice(0, stack.search(/^\s+at /m))).toBe(`Error: Validation failed with the following errors:
  [] The monitoring of this app does not work as it stands:

${report}
    A finding that is meant to be so: Proof.ignore(construct, 'the/check', 'the reason').
`);
  });

  test('writes nothing', () => {
    const { app } = broken();
    expect(() => app.synth()).toThrow('monitor/not-selected');
    expect(readdirSync(app.outdir)).toEqual([]);
  });

  test.each<[string, (app: App, chart: Chart) => unknown]>([
    ['app.synth()', (app) => app.synth()],
    ['app.synthYaml()', (app) => app.synthYaml()],
    ['chart.toJson()', (_, chart) => chart.toJson()],
    ['Testing.synth(chart)', (_, chart) => Testing.synth(chart)],
  ])('fails in %s, with one report', (_, act) => {
    const { app, chart } = broken();
    new Chart(app, 'other');
    const message = messageOf(() => act(app, chart));
    expect(message.match(/The monitoring of this app/g)).toHaveLength(1);
    expect(message).toContain('construct shop/forgotten');
  });

  test('fails whichever of its charts is rendered', () => {
    const { app } = broken();
    expect(() => Testing.synth(new Chart(app, 'other'))).toThrow('construct shop/forgotten');
  });

  test('fails again after another mistake was added, with both', () => {
    const { app, chart } = broken();
    expect(() => app.synth()).toThrow('1 error in 1 object');
    unselectedMonitor(chart, 'second');
    expect(() => app.synth()).toThrow('2 errors in 2 objects');
  });

  test('passes as soon as it is mended', () => {
    const { chart } = broken();
    expect(() => Testing.synth(chart)).toThrow('monitor/not-selected');
    (chart.node.findChild('forgotten') as ApiObject).metadata.addLabel('release', 'stack');
    expect(Testing.synth(chart)).toHaveLength(1);
  });

  test('fails when it breaks between two charts that are rendered in one go', () => {
    const app = newApp();
    newStack(app);
    const chart = new Chart(app, 'shop', { namespace: 'shop' });
    expect(Testing.synth(chart)).toEqual([]);
    unselectedMonitor(chart);
    expect(() => Testing.synth(chart)).toThrow('monitor/not-selected');
  });
});

test('counts the StackRelease that is created last', () => {
  const app = newApp();
  unselectedMonitor(new Chart(app, 'shop', { namespace: 'shop' }));
  newStack(new Chart(app, 'monitoring'));
  expect(() => app.synth()).toThrow('construct shop/forgotten');
});

test('says nothing of an app in order, and lets it be written', () => {
  const app = newApp();
  newMonitoredApp(app, { prometheus: newStack(app) });
  app.synth();
  expect(said()).toBe('');
  expect(existsSync(path.join(app.outdir, 'shop.k8s.yaml'))).toBe(true);
});

test('does nothing in an app without a registration', () => {
  const app = newApp();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const prometheus = new ApiObject(chart, 'prometheus', {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'Prometheus',
    metadata: { name: 'k8s' },
    spec: { serviceMonitorSelector: { matchLabels: { team: 'a' } } },
  });
  unselectedMonitor(chart);
  app.synth();
  expect(prometheus.node.root.node.validate()).toEqual([]);
});

test('does nothing where the StackRelease says so', () => {
  const app = newApp();
  newStack(app, { proof: false });
  unselectedMonitor(new Chart(app, 'shop', { namespace: 'shop' }));
  expect(() => app.synth()).not.toThrow();
});

test('takes one line in an app without a StackRelease', () => {
  const app = newApp();
  const prometheus = Prometheus.fromSelectors({
    name: 'k8s',
    namespace: 'monitoring',
    serviceMonitorSelector: LabelSelector.matchLabels({ team: 'a' }),
    serviceMonitorNamespaceSelector: NamespaceSelector.all(),
  });
  const { node } = newMonitoredApp(app, { prometheus });
  unselectedMonitor(Chart.of(node.scope as Construct));
  expect(() => app.synth()).not.toThrow();
  Proof.of(app);
  expect(() => app.synth()).toThrow('Prometheus monitoring/k8s takes only monitors with team=a');
});

test('sees manifests that are included', () => {
  const folder = temporaryFolder({
    'monitor.yaml': `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: included, namespace: shop }
spec: { selector: {}, endpoints: [{ port: http }] }
`,
  });
  const app = newApp();
  newStack(app);
  new Include(new Chart(app, 'shop'), 'manifests', { url: path.join(folder, 'monitor.yaml') });
  expect(() => app.synth()).toThrow('ServiceMonitor shop/included');
});

test('sees values that are known late', () => {
  const app = newApp();
  newStack(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  let team: string | undefined;
  unselectedMonitor(chart, 'late', { release: Lazy.any({ produce: () => team }) as string });
  team = 'stack';
  expect(() => app.synth()).not.toThrow();
  team = 'another';
  expect(() => app.synth()).toThrow('ServiceMonitor shop/late');
});

test('does not hide why an object cannot be rendered', () => {
  const app = newApp();
  newStack(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  unselectedMonitor(chart);
  new ApiObject(chart, 'impossible', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: Lazy.any({
      produce: () => {
        throw new Error('not known yet');
      },
    }),
  } as any);
  const message = messageOf(() => app.synth());
  expect(message).toContain('not known yet');
  expect(message).not.toContain('monitor/not-selected');
});

test('leaves the error of cdk8s alone below a root that is no App, where nothing can be rendered', () => {
  const root = new Construct(undefined as any, '');
  newStack(root);
  const chart = new Chart(root, 'shop', { namespace: 'shop' });
  unselectedMonitor(chart);
  expect(() => chart.toJson()).toThrow("Failed serializing construct at path 'shop/forgotten'");
});

test('leaves out what has been removed from the tree', () => {
  const app = newApp();
  newStack(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  unselectedMonitor(chart);
  chart.node.tryRemoveChild('forgotten');
  expect(() => app.synth()).not.toThrow();
});

describe('rendering', () => {
  /** An app with many charts that counts how often one of its objects is rendered. */
  const counting = (yamlOutputType = YamlOutputType.FILE_PER_CHART) => {
    const app = new App({ outdir: temporaryFolder(), yamlOutputType });
    newStack(app);
    const charts = ['a', 'b', 'c', 'd'].map((name) => new Chart(app, name, { namespace: name }));
    let count = 0;
    new ApiObject(charts[0], 'counted', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: Lazy.any({
        produce: () => {
          count += 1;
          return {};
        },
      }),
    } as any);
    return { app, charts, count: () => count };
  };

  test.each<[string, (app: App) => unknown]>([
    ['app.synth()', (app) => app.synth()],
    ['app.synthYaml()', (app) => app.synthYaml()],
  ])('is done once in %s: what is written is what was proven', (_, act) => {
    const { app, count } = counting();
    act(app);
    expect(count()).toBe(1);
    act(app);
    expect(count()).toBe(2);
  });

  test('is done once more where cdk8s validates before it renders anything', () => {
    const { app, count } = counting(YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE);
    app.synth();
    expect(count()).toBe(2);
  });

  test('is not skipped for anybody but the synth, in whose middle an object may be asked for', () => {
    const { app, charts, count } = counting();
    const seen: unknown[] = [];
    const counted = charts[0].node.findChild('counted') as ApiObject;
    charts[3].node.addValidation({
      validate: () => {
        seen.push(counted.toJson().data);
        return [];
      },
    });
    app.synth();
    expect(seen).toHaveLength(1 + charts.length);
    expect(count()).toBe(1 + seen.length);
    expect(Object.hasOwn(counted, 'toJson')).toBe(false);
  });

  test('shows what validations do to objects', () => {
    const { app, charts } = counting();
    const { metadata } = charts[0].node.findChild('counted') as ApiObject;
    charts[0].node.addValidation({
      validate: () => {
        metadata.addLabel('validated', 'true');
        return [];
      },
    });
    expect(app.synthYaml()).toContain('validated: "true"');
  });

  test('goes on as always after a synth that fails', () => {
    const { app, charts } = counting();
    const [first, second] = charts;
    const late = new ApiObject(second, 'late', { apiVersion: 'v1', kind: 'ConfigMap' });
    let calls = 0;
    second.node.addValidation({
      validate: () => {
        calls += 1;
        // The third is that of the second chart.
        return calls === 3 ? ['not now'] : [];
      },
    });
    expect(() => app.synth()).toThrow('not now');
    late.metadata.addLabel('late', 'true');
    expect(late.toJson().metadata.labels).toEqual({ late: 'true' });
    expect(Testing.synth(second)[0].metadata.labels).toEqual({ late: 'true' });
    expect(Object.hasOwn(late, 'toJson')).toBe(false);
    expect(Chart.of(first.node.findChild('counted'))).toBe(first);
  });

  test('is done once more for each chart that is rendered for itself', () => {
    const { charts, count } = counting();
    for (const chart of charts) {
      Testing.synth(chart);
    }
    expect(count()).toBe(1 + charts.length);
  });
});

describe('a warning', () => {
  const warned = (id: string) => {
    const app = newApp();
    const monitored = newMonitoredApp(app, { prometheus: newStack(app), chart: id });
    Proof.ignore(monitored, 'monitor/not-selected', 'it was once');
    return { app, chart: Chart.of(monitored) };
  };

  test('goes to stderr once, and the manifests are written', () => {
    const { app, chart } = warned('warned');
    app.synth();
    app.synth();
    Testing.synth(chart);
    expect(said().match(/warning {2}suppression\/unused {2}Construct warned\/web/g)).toHaveLength(1);
    expect(existsSync(path.join(app.outdir, 'warned.k8s.yaml'))).toBe(true);
  });

  test('stands in the report beside an error, and not on stderr', () => {
    const { app, chart } = warned('both');
    unselectedMonitor(chart);
    const message = messageOf(() => app.synth());
    expect(message).toContain('suppression/unused');
    expect(message).toContain('1 error, 1 warning');
    expect(said()).toBe('');
  });
});

describe('charts with objects of the same name', () => {
  const twice = () => {
    const app = newApp();
    const stack = newStack(app);
    const charts = ['eu', 'us'].map((id) => new Chart(app, id, { namespace: 'shop' }));
    for (const chart of charts) {
      new MonitoredApp(chart, 'web', { image: 'web:1', port: 8080, prometheus: stack });
    }
    unselectedMonitor(charts[1]);
    return { app, charts };
  };

  test('may be for two clusters, so nothing fails unless somebody says otherwise', () => {
    const { app } = twice();
    app.synth();
    expect(said()).toContain('charts "eu" and "us" both hold Service shop/web, so they cannot be for one cluster');
    expect(said()).toContain('error  monitor/not-selected  ServiceMonitor shop/forgotten');
  });

  test('are proven each for itself where they are registered', () => {
    const { app, charts } = twice();
    for (const chart of charts) {
      Proof.of(chart);
    }
    const message = messageOf(() => app.synth());
    expect(message).toContain('[us] The monitoring of this app');
    expect(message).toContain('1 error in 4 objects; 1 target');
    expect(message).not.toContain('[eu]');
  });

  test('are one cluster where the app is registered', () => {
    const { app } = twice();
    Proof.of(app);
    expect(() => app.synth()).toThrow('monitor/not-selected');
  });
});

test('a mistake of the proof itself keeps nobody from writing manifests', () => {
  const app = newApp();
  newStack(app);
  const chart = new Chart(app, 'shop');
  const { createEvaluation } = jest.requireActual('../../lib/check/create-evaluation');
  const evaluations = require('../../lib/check/create-evaluation');
  const failing = jest.spyOn(evaluations, 'createEvaluation').mockImplementation((...args: unknown[]) => ({
    ...createEvaluation(...args),
    report: () => {
      throw new Error('a mistake');
    },
  }));
  try {
    expect(Testing.synth(chart)).toEqual([]);
    expect(said()).toContain('the proof of the app failed, which is a mistake of this library');
    expect(said()).toContain('Error: a mistake');
  } finally {
    failing.mockRestore();
  }
});
