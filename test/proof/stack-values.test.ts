import { Chart } from 'cdk8s';
import { StackRelease } from '../../lib/stack/stack-release';
import { newApp } from './fixtures';

let stderr: jest.SpyInstance;
const said = (): string => stderr.mock.calls.map(([text]) => text).join('');

beforeEach(() => {
  stderr = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
});

function synth(chartVersion: string, values: object): string {
  const app = newApp();
  const chart = new Chart(app, 'platform', { namespace: 'monitoring' });
  new StackRelease(chart, 'kps', { chartVersion, values: { ...values } });
  app.synth();
  app.synth();
  return said();
}

test('a key that nobody knows of in this chart is a warning at synth, once, and stops nothing', () => {
  const text = synth('99.7.0', { brandNew: 1 });
  expect(text.match(/88\.5\.3 does not read brandNew/g)).toHaveLength(1);
  expect(text).toContain('stack/unchecked-values');
  expect(text).toContain('construct platform/kps');
});

test('a known trap is a warning at synth', () => {
  expect(synth('88.5.3', { kubeProxy: { serviceMonitor: { enabled: false } } })).toContain('KubeProxyDown');
});

test('values that nothing is wrong with are passed over in silence', () => {
  expect(synth('88.5.3', { kubeProxy: { enabled: false } })).toBe('');
});
