import type { Chart } from 'cdk8s';
import { MonitoredApp } from '../../lib/app/monitored-app';
import type { MonitoredAppProps } from '../../lib/app/monitored-app-props';
import { manifestOf, newChart, synth } from '../private/synth';

export { allMonitorOptions, allScrapeOptions, stack } from '../monitor/fixtures';

/** A small app in namespace `shop`, and what came of it. */
export function newApp(props: Partial<MonitoredAppProps> = {}, chart: Chart = newChart({ namespace: 'shop' })) {
  const app = new MonitoredApp(chart, 'web', { image: 'web:1', port: 8080, ...props });
  return {
    app,
    chart,
    all: () => synth(chart),
    /** The one manifest of this kind (and name). */
    manifest: (kind: string, name?: string): any => manifestOf(chart, kind, name),
    /** The workload's own container, as it stands in the pod template. */
    container: (): any => manifestOf(chart, app.workload.kind).spec.template.spec.containers[0],
  };
}
