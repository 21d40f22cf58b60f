import type { Problems } from '../private/problems';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { atLeast, parseVersion } from '../simulator/versions/version';

/**
 * Oldest Prometheus for which the Operator accepts a ScrapeConfig, whatever is in it: it asks for the version that each
 * kind of discovery needs even where a list is empty, and OVHcloud came last.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/resource_selector.go`, `validateOVHCloudSDConfigs`.
 */
const OLDEST = '2.40.0';

/** Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateScrapeConfig`, `compatibilityMatrix`. */
const OLDEST_FOR_RECORD: { readonly [type: string]: string } = { MX: '2.38.0', NS: '2.49.0' };

/** Adds that the Prometheus is too old for any ScrapeConfig. */
export function checkVersion(prometheus: IPrometheus | undefined, problems: Problems): void {
  if (isOlder(prometheus, OLDEST)) {
    problems.add(
      'prometheus',
      `${versionText(prometheus)}, and the Operator rejects every ScrapeConfig for one before ${OLDEST}.`,
      `run Prometheus ${OLDEST} or later.`,
    );
  }
}

/** Adds that the Prometheus is too old for this type of DNS record. */
export function checkRecordType(
  prometheus: IPrometheus | undefined,
  type: string | undefined,
  field: string,
  problems: Problems,
): void {
  const oldest = OLDEST_FOR_RECORD[type ?? ''];
  if (oldest !== undefined && isOlder(prometheus, oldest)) {
    problems.add(
      field,
      `${type} needs ${oldest}, but ${versionText(prometheus)}, so the Operator would leave the type out and SRV be asked for.`,
      `use another type, or run Prometheus ${oldest} or later.`,
    );
  }
}

function isOlder(prometheus: IPrometheus | undefined, oldest: string): boolean {
  const version = prometheus?.prometheusVersion === undefined ? undefined : parseVersion(prometheus.prometheusVersion);
  return version !== undefined && !atLeast(version, oldest);
}

function versionText(prometheus: IPrometheus | undefined): string {
  return `Prometheus ${prometheus?.namespace}/${prometheus?.prometheusName} is of version ${prometheus?.prometheusVersion}`;
}
