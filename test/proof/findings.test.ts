import { ApiObject, Chart } from 'cdk8s';
import { Findings } from '../../lib/proof/findings';
import { Proof } from '../../lib/proof/proof';
import { Level } from '../../lib/report/finding';
import { messageOf } from '../private/synth';
import { idsOf, newApp, newMonitoredApp, newStack, unselectedMonitor } from './fixtures';

const broken = () => {
  const app = newApp();
  newStack(app);
  const charts = ['shop', 'payments'].map((id) => new Chart(app, id, { namespace: id }));
  return { app, charts, monitors: charts.map((chart) => unselectedMonitor(chart)) };
};

test('are those of the app, with the construct that each comes from', () => {
  expect(Findings.of(broken().app).list).toMatchObject([
    { check: 'monitor/not-selected', level: Level.ERROR, source: { construct: 'payments/forgotten' } },
    { check: 'monitor/not-selected', level: Level.ERROR, source: { construct: 'shop/forgotten' } },
  ]);
});

test('can be asked of one construct', () => {
  const { charts, monitors } = broken();
  for (const construct of [charts[0], monitors[0]]) {
    const findings = Findings.of(construct);
    expect(findings.list.map(({ source }) => source.construct)).toEqual(['shop/forgotten']);
    expect(findings.toText()).toContain('1 error in 2 objects');
  }
});

test('are none in an app in order, with or without a registration', () => {
  const app = newApp();
  newMonitoredApp(app, { prometheus: newStack(app, { proof: false }) });
  expect(Findings.of(app).list).toEqual([]);
  expect(Proof.of(app).findings.list).toEqual([]);
  expect(Proof.of(app).targets.list).toHaveLength(1);
});

describe('that are ignored with a reason', () => {
  test('are counted and not shown, for the construct and what is below it', () => {
    const { app, charts } = broken();
    Proof.ignore(charts[0], 'monitor/not-selected', 'scraped by another cluster');
    const findings = Findings.of(app);
    expect(findings.list.map(({ source }) => source.construct)).toEqual(['payments/forgotten']);
    expect(findings.toText()).toContain('1 error (1 suppressed) in 2 objects');
  });

  test('let synth pass', () => {
    const { app, monitors } = broken();
    for (const monitor of monitors) {
      Proof.ignore(monitor, 'monitor/not-selected', 'scraped by another cluster');
    }
    expect(() => app.synth()).not.toThrow();
  });

  test('can be ignored in the whole app', () => {
    const { app } = broken();
    Proof.ignore(app, 'monitor/not-selected', 'scraped by another cluster');
    expect(Findings.of(app).list).toEqual([]);
  });

  test('can be ignored by an annotation of the object', () => {
    const { app, monitors } = broken();
    for (const { metadata } of monitors) {
      metadata.addAnnotation('ignore.cdk8s-prometheus/monitor.not-selected', 'scraped by another cluster');
    }
    expect(Findings.of(app).list).toEqual([]);
  });

  test('are missed where there are none', () => {
    const { app, charts } = broken();
    new ApiObject(charts[0], 'config', { apiVersion: 'v1', kind: 'ConfigMap' });
    Proof.ignore(charts[0].node.findChild('config'), 'monitor/not-selected', 'why not');
    expect(idsOf(Findings.of(app).list)).toContain('warning suppression/unused');
  });

  test('need an id and a reason, and say so at once', () => {
    const { app } = broken();
    expect(messageOf(() => Proof.ignore(app, 'not-selected', ' '))).toBe(`Proof.ignore at the app has 2 problems:
  check: "not-selected" is no id of a check.
    Fix: give it as findings show it: 'monitor/not-selected'.
  reason: is empty, and whoever reads this later has to know why.
    Fix: say why in a few words.`);
  });
});

describe('Proof.of', () => {
  test('may be called again, and adds to the props', () => {
    const app = newApp();
    Proof.of(app, { operatorVersion: '0.90.0' });
    Proof.of(app);
    Proof.of(app, { kubernetesVersion: 'v1.33', operatorVersion: '0.90.0' });
    expect(app.node.validate()).toEqual([]);
  });

  test('refuses what contradicts an earlier call, and what is no version', () => {
    const app = newApp();
    Proof.of(app, { complete: true });
    expect(
      messageOf(() => Proof.of(app, { complete: false, operatorVersion: 'newest' })),
    ).toBe(`Proof of the app has 2 problems:
  complete: is "false" here, and was "true" in an earlier Proof.of.
    Fix: say it once.
  operatorVersion: "newest" is no version.
    Fix: write it as '0.93.0'.`);
  });
});
