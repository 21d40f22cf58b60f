import { atLeast, type Version } from '../versions/version';
import type { Configuration } from './configuration';
import type { Route } from './route';

/**
 * A configuration without what the Operator leaves out for old Alertmanagers.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `alertmanagerConfig.sanitize` and `route.sanitize`.
 */
export function asOldAsVersion(configuration: Configuration, version: Version): Configuration {
  if (atLeast(version, '0.24.0')) {
    return configuration;
  }
  const knowsMuting = atLeast(version, '0.22.0');
  const without = (route: Route): Route => ({
    ...route,
    muteTimeIntervals: knowsMuting ? route.muteTimeIntervals : [],
    activeTimeIntervals: [],
    routes: route.routes.map(without),
  });
  return {
    ...configuration,
    root: without(configuration.root),
    timeIntervals: knowsMuting ? configuration.timeIntervals : [],
  };
}
