import * as fs from 'node:fs';
import * as path from 'node:path';
import { createEvaluation } from '../../lib/check/create-evaluation';
import { describeWithData } from '../shared-data';
import { explained, objectsOf } from './bags';
import { expectSound } from './soundness';

describeWithData('kube-prometheus-manifests', 'the manifests of kube-prometheus', (directory) => {
  const objects = fs
    .readdirSync(directory)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => objectsOf(fs.readFileSync(path.join(directory, file), 'utf8'), file));

  test('every object has an explanation that agrees with its targets', () => {
    const evaluation = createEvaluation(objects);
    expect(evaluation.explainable().length).toBeGreaterThan(20);
    expect(expectSound(evaluation)).toBeGreaterThan(20);
  });

  test('without its Prometheus nothing is said to be scraped', () => {
    const evaluation = createEvaluation(objects.filter(({ object }) => object.kind !== 'Prometheus'));
    expect(expectSound(evaluation)).toBe(0);
    expect(explained(evaluation, 'ServiceMonitor/monitoring/grafana').verdict).toMatch(/^Unknown: .*--stack/);
  });

  test('each object alone has one', () => {
    for (const object of objects) {
      expectSound(createEvaluation([object]));
    }
  });
});
