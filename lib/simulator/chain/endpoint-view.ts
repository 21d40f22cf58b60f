import type { EndpointDiscovery } from '../discovery/discovery';
import type { NoTargets } from '../discovery/no-targets';
import type { ScrapeJob } from '../jobs/scrape-job';
import type { SourcedObject } from '../kube-object';
import type { Simulation } from '../simulation';

/** Discovery of endpoints as the job of a ServiceMonitor sees it: by its role, and the versions at its instance. */
export function endpointView(simulation: Simulation, job: ScrapeJob): EndpointDiscovery {
  const { settings, operator } = job.instance;
  const kubernetes = operator?.kubernetesVersion;
  return simulation.discovery.endpoints(
    job.discovery.role === 'endpointslice' ? 'endpointslice' : 'endpoints',
    {
      prometheus: settings.versionText,
      kubernetes: kubernetes && `${kubernetes.major}.${kubernetes.minor}`,
    },
    job.discovery.namespaces === undefined,
  );
}

/** Why a Service has no endpoints for a job; `undefined` where it has some, which then are not the job's to see. */
export function whyNone(simulation: Simulation, job: ScrapeJob, service: SourcedObject): NoTargets | undefined {
  return endpointView(simulation, job).whyNone(service);
}
