import type { KubeObject } from '../../lib/simulator/kube-object';

/** Labels of an alert. */
export interface SampleAlert {
  readonly [label: string]: string;
}

const SEVERITIES = [undefined, 'critical', 'warning'];

/**
 * The alerts that every Alertmanager of a scenario is asked about: of no namespace and of each that has an
 * AlertmanagerConfig, without a severity and with two.
 */
export function sampleAlerts(objects: readonly KubeObject[]): SampleAlert[] {
  const configs = objects.filter(({ kind }) => kind === 'AlertmanagerConfig' || kind === 'Alertmanager');
  const namespaces = [undefined, ...new Set(configs.map(({ metadata }) => metadata.namespace as string).sort())];
  return namespaces.flatMap((namespace) =>
    SEVERITIES.map((severity) => ({
      alertname: 'Sample',
      ...(namespace === undefined ? {} : { namespace }),
      ...(severity === undefined ? {} : { severity }),
    })),
  );
}

/** `alertname=Sample, namespace=shop`. */
export function alertText(alert: SampleAlert): string {
  return Object.entries(alert)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ');
}
