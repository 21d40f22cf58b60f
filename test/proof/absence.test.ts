import { Chart, Testing } from 'cdk8s';
import type { Check } from '../../lib/check/check';
import { Proof } from '../../lib/proof/proof';
import { Level } from '../../lib/report/finding';
import { newApp, newMonitoredApp, newStack } from './fixtures';

/** Says of every monitor what its name stands for. */
const fake: Check = {
  id: 'monitor/fake',
  level: Level.ERROR,
  summary: 'fake',
  why: 'It matters.',
  *run({ simulation }) {
    for (const object of simulation.monitors) {
      const basis = object.object.metadata.name as 'present' | 'absent' | 'hidden' | 'made' | 'reference';
      yield { object, field: 'spec', message: `found in ${object.object.metadata.namespace}`, basis };
    }
  },
};

jest.mock('../../lib/check/registry', () => ({
  get CHECKS() {
    return [fake];
  },
}));

let stderr: jest.SpyInstance;
const said = (): string => stderr.mock.calls.map(([text]) => text).join('');

beforeEach(() => {
  stderr = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
});

const appWith = (basis: string, chart: string) => {
  const app = newApp();
  newMonitoredApp(app, { prometheus: newStack(app), name: basis, chart });
  return app;
};

test('what is proven by what is there ends the synth', () => {
  expect(() => appWith('present', 'a').synth()).toThrow('error  monitor/fake');
});

test.each(['absent', 'reference'])('what an object elsewhere could mend (%s) is a warning', (basis) => {
  const app = appWith(basis, `warned-${basis}`);
  app.synth();
  expect(
    said(),
  ).toBe(`warning  monitor/fake  ServiceMonitor warned-${basis}/${basis} spec  (construct warned-${basis}/web/ServiceMonitor/Resource)
  found in warned-${basis}
  It matters.

`);
});

test.each(['absent', 'reference', 'hidden'])('in a complete app it (%s) ends the synth', (basis) => {
  const app = appWith(basis, 'c');
  Proof.of(app, { complete: true });
  expect(() => app.synth()).toThrow('error  monitor/fake');
  expect(said()).toBe('');
});

test('what depends on what is not shown, and what is but an info, is not printed', () => {
  const app = appWith('hidden', 'd');
  newMonitoredApp(app, { name: 'made', chart: 'e' });
  app.synth();
  expect(said()).toBe('');
});

test('the same warning of another process step is not repeated, another one is', () => {
  const app = appWith('absent', 'first');
  app.synth();
  newMonitoredApp(app, { name: 'absent', chart: 'second' });
  for (const chart of app.charts) {
    Testing.synth(chart);
  }
  expect(said().match(/found in \w+/g)).toEqual(['found in first', 'found in second']);
  expect(Chart.isChart(app.charts[0])).toBe(true);
});
