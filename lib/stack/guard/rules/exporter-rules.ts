import type { GuardedValues } from '../guarded-values';

/** The job of each exporter, by which rules and dashboards find it. */
const JOBS: [subChart: string, job: string][] = [
  ['prometheus-node-exporter', 'node-exporter'],
  ['prometheus-windows-exporter', 'windows-exporter'],
];

/** What cannot work in the exporters. */
export function exporterRules(values: GuardedValues): void {
  jobs(values);
  nodeExporterPort(values);
  kubeStateMetrics(values);
}

function jobs(values: GuardedValues): void {
  for (const [subChart, job] of JOBS) {
    const path = `${subChart}.podLabels.jobLabel`;
    const label = values.at(path);
    if (label !== undefined && label !== job) {
      values.refuse(
        path,
        `"${label}" becomes the job, and all rules and dashboards ask for "${job}".`,
        'leave it out.',
      );
    }
  }
}

/** Source: prometheus-node-exporter `templates/daemonset.yaml`: the container listens on `service.port`. */
function nodeExporterPort(values: GuardedValues): void {
  const path = 'prometheus-node-exporter.service';
  const port = values.at(`${path}.port`) ?? 9100;
  const target = values.at(`${path}.targetPort`) ?? 9100;
  if (port !== target) {
    values.refuse(
      `${path}.${values.given(`${path}.port`) ? 'port' : 'targetPort'}`,
      `the container listens on port ${port}, and the Service leads to port ${target}.`,
      'give port and targetPort the same number.',
    );
  }
}

function kubeStateMetrics(values: GuardedValues): void {
  const path = 'kube-state-metrics';
  const replicas = values.at(`${path}.replicas`);
  if (replicas > 1 && !values.flag(`${path}.autosharding.enabled`, false)) {
    values.refuse(
      `${path}.replicas`,
      `${replicas} pods would each export everything, so that sums are too high and rules fail on duplicate series.`,
      `set ${path}.autosharding.enabled to true, or keep one replica.`,
    );
  }
}
