import { parseDuration } from '../duration-text';
import type { ProblemList } from '../operator/problem-list';
import { present } from '../operator/secret-or-config-map';
import { atLeast, formatVersion, type Version } from '../versions/version';

/**
 * A duration that only Prometheus reads. The pattern of the API lets texts pass that are longer than any duration can be.
 *
 * Source: prometheus/common v0.71 `model/time.go`, `ParseDuration`.
 */
export function checkDuration(value: unknown, field: string, problems: ProblemList): void {
  if (present(value) && parseDuration(value) === undefined) {
    problems.add('duration', field, {
      message:
        value === '' ? 'is empty, which is no duration.' : `"${value}" is no duration, or longer than any can be.`,
      fix: `write one such as 30s${value === '' ? ', or remove it' : ''}.`,
      values: { value },
    });
  }
}

/**
 * A size in bytes. The pattern of the API looks at its end alone.
 *
 * Source: github.com/alecthomas/units v0.0.0-20240927000941 `bytes.go`, `ParseBase2Bytes`, which Prometheus calls.
 */
export function checkSize(value: unknown, field: string, problems: ProblemList): void {
  const size = /^(?:0|[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i?)?B)+)$/;
  if (present(value) && value !== '' && !size.test(String(value))) {
    problems.add('size', field, {
      message: `"${value}" is no size: it must begin with a number.`,
      fix: 'write one such as 10MB.',
      values: { value },
    });
  }
}

/**
 * Protocols of which the Operator leaves out those that a Prometheus does not know, down to an empty list.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `addScrapeProtocols`; prometheus v2.53 `config/config.go`,
 * `validateAcceptScrapeProtocols`.
 */
export function checkProtocols(value: unknown, version: Version | undefined, problems: ProblemList): void {
  const protocols: any[] = Array.isArray(value) ? value : [];
  if (
    version &&
    protocols.length > 0 &&
    protocols.every((protocol) => protocol === 'PrometheusText1.0.0') &&
    atLeast(version, '2.49.0') &&
    !atLeast(version, '3.0.0-rc.0')
  ) {
    problems.add('no-scrape-protocol-left', 'spec.scrapeProtocols', {
      message: `holds "PrometheusText1.0.0" alone, which the Operator leaves out for Prometheus ${formatVersion(version)}; the empty list is refused.`,
      fix: 'add PrometheusText0.0.4, or remove scrapeProtocols.',
    });
  }
}
