import { ApiObject, App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { MonitoredApp } from '../../lib/app/monitored-app';
import type { MonitoredAppProps } from '../../lib/app/monitored-app-props';
import { StackRelease } from '../../lib/stack/stack-release';
import type { StackReleaseProps } from '../../lib/stack/stack-release-props';
import { temporaryFolder } from '../cli/temporary-folder';

/** An app that writes into a folder which is there for this test only. */
export function newApp(): App {
  return new App({ outdir: temporaryFolder() });
}

export function newStack(scope: Construct, props: StackReleaseProps = {}): StackRelease {
  return new StackRelease(scope, 'stack', { namespace: 'monitoring', ...props });
}

/** An app that is scraped, in a chart of its own, whose name is also its namespace. */
export function newMonitoredApp(
  scope: Construct,
  props: Partial<MonitoredAppProps> & { readonly chart?: string } = {},
): MonitoredApp {
  const { chart = 'shop', ...rest } = props;
  return new MonitoredApp(new Chart(scope, chart, { namespace: chart }), 'web', {
    image: 'web:1',
    port: 8080,
    ...rest,
  });
}

/** A ServiceMonitor by hand that no StackRelease selects, since it lacks the label. */
export function unselectedMonitor(
  scope: Construct,
  id = 'forgotten',
  labels: { [key: string]: string } = {},
): ApiObject {
  return new ApiObject(scope, id, {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: id, labels },
    spec: { selector: { matchLabels: { 'app.kubernetes.io/name': 'web' } }, endpoints: [{ port: 'http' }] },
  });
}

/** Ids of the checks and levels of findings. */
export function idsOf(findings: readonly { readonly check: string; readonly level: string }[]): string[] {
  return findings.map(({ check, level }) => `${level} ${check}`);
}
