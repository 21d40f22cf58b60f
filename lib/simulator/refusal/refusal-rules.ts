import type { InstanceSettings } from '../operator/instance';
import type { RefusalRules } from '../relabel/refuse-relabel-config';
import { formatVersion } from '../versions/version';

/**
 * Which rules and names of labels the Prometheus of an instance takes. It is Prometheus itself that reads them, so a suffix
 * of the version such as "-distroless" does not count.
 *
 * Source: prometheus v2.53 and v3.15 `config/config.go`, `GlobalConfig.UnmarshalYAML` and `ScrapeConfig.Validate`;
 * prometheus/common v0.54 and v0.71 `model/labels.go`.
 */
export function refusalRulesOf({ version, versionText, legacyNames }: InstanceSettings): RefusalRules {
  const core = version && { ...version, prerelease: [] };
  const common = { version: core === undefined ? versionText : formatVersion(core) };
  if (core !== undefined && core.major < 3) {
    return { ...common, read: 'legacy', written: 'legacy', whose: `Prometheus ${formatVersion(core)}` };
  }
  return { ...common, read: 'utf8', written: legacyNames ? 'legacy' : 'utf8', whose: 'nameValidationScheme "Legacy"' };
}
