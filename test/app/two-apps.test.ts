import { type App, Chart } from 'cdk8s';
import { MonitoredApp } from '../../lib/app/monitored-app';
import type { MonitoredAppProps } from '../../lib/app/monitored-app-props';
import { messageOf, newChart } from '../private/synth';

describe('two apps of one name', () => {
  function second(chart: Chart, props: Partial<MonitoredAppProps> = {}): string {
    new MonitoredApp(chart, 'blue', { image: 'web:1', port: 80, name: 'web', instance: 'blue' });
    return messageOf(
      () => new MonitoredApp(chart, 'green', { image: 'web:1', port: 80, name: 'web', instance: 'green', ...props }),
    );
  }

  test('are refused in one chart and namespace, where they would overwrite each other', () => {
    expect(second(newChart({ namespace: 'shop' }))).toBe(
      [
        'MonitoredApp test/green has 1 problem:',
        '  name: "web" is the name of MonitoredApp test/blue too, in the same chart and namespace, so the objects of one would overwrite those of the other.',
        '    Fix: give each app a `name` of its own.',
      ].join('\n'),
    );
  });

  test('are fine in two namespaces, and in two charts', () => {
    const chart = newChart({ namespace: 'shop' });
    expect(() => second(chart, { namespace: 'shop-green' })).toThrow('nothing was thrown');
    const other = new Chart(chart.node.root as App, 'prod', { namespace: 'shop' });
    expect(() => new MonitoredApp(other, 'web', { image: 'web:1', port: 80 })).not.toThrow();
  });

  test('an app that was refused does not take its name', () => {
    const chart = newChart({ namespace: 'shop' });
    expect(() => new MonitoredApp(chart, 'a', { image: '', port: 80, name: 'web' })).toThrow('image');
    expect(() => new MonitoredApp(chart, 'b', { image: 'web:1', port: 80, name: 'web' })).not.toThrow();
  });
});
