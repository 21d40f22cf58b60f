import type { ValuesCheck } from '../check-values';
import { truthy } from '../facts/selection';

/** The job of each exporter, by which rules and dashboards find it. */
const JOBS: [subChart: string, job: string][] = [
  ['prometheus-node-exporter', 'node-exporter'],
  ['prometheus-windows-exporter', 'windows-exporter'],
];

/** What cannot work in the exporters. */
export function checkExporters(check: ValuesCheck): void {
  jobs(check);
  nodeExporterPort(check);
  windows(check);
  kubeStateMetrics(check);
}

function jobs(check: ValuesCheck): void {
  for (const [subChart, job] of JOBS) {
    const path = `${subChart}.podLabels.jobLabel`;
    const label = check.value(path);
    if (label !== undefined && label !== job) {
      check.add(path, `"${label}" becomes the job, and all rules and dashboards ask for "${job}".`, 'leave it out.');
    }
  }
}

/** Source: prometheus-node-exporter `templates/daemonset.yaml`: the container listens on `service.port`. */
function nodeExporterPort(check: ValuesCheck): void {
  const path = 'prometheus-node-exporter.service';
  const port = check.value(`${path}.port`) ?? 9100;
  const target = check.value(`${path}.targetPort`) ?? 9100;
  if (port !== target) {
    check.add(
      `${path}.${check.given(`${path}.port`) ? 'port' : 'targetPort'}`,
      `the container listens on port ${port}, and the Service leads to port ${target}.`,
      'give port and targetPort the same number.',
    );
  }
}

function windows(check: ValuesCheck): void {
  const path = 'prometheus-windows-exporter';
  if (truthy(check.value(path)) && !check.given('windowsMonitoring.enabled')) {
    check.add(
      path,
      'has no effect, since the chart leaves windows-exporter off.',
      'set windowsMonitoring.enabled to true, or to false to keep it off.',
    );
  }
}

function kubeStateMetrics(check: ValuesCheck): void {
  const path = 'kube-state-metrics';
  const replicas = check.value(`${path}.replicas`);
  if (replicas > 1 && !check.flag(`${path}.autosharding.enabled`, false)) {
    check.add(
      `${path}.replicas`,
      `${replicas} pods would each export everything, so that sums are too high and rules fail on duplicate series.`,
      `set ${check.field(`${path}.autosharding.enabled`)} to true, or keep one replica.`,
    );
  }
}
