import { type RefusalRules, refuseRelabelConfig } from '../relabel/refuse-relabel-config';
import type { Version } from '../versions/version';
import { type ConfigKind, whyUnknownField } from './scrape-config-fields';

const LISTS_OF_RELABELINGS = ['relabel_configs', 'metric_relabel_configs', 'alert_relabel_configs'];

const METHODS = ['basic_auth', 'oauth2', 'authorization', 'bearer_token', 'bearer_token_file'];

/**
 * Why Prometheus refuses a map that people have written into a Secret, as a part of a sentence; `undefined` where it does
 * not, as far as is known here. Nothing of the text is cited.
 *
 * Source: prometheus v3.15 `config/config.go`, `ScrapeConfig.UnmarshalYAML` and `AlertmanagerConfig.UnmarshalYAML`;
 * prometheus/common v0.71 `config/http_config.go`, `HTTPClientConfig.Validate`.
 */
export function whyRefused(
  config: any,
  kind: ConfigKind,
  version: Version | undefined,
  rules: RefusalRules,
): string | undefined {
  const unknown = whyUnknownField(config, kind, version);
  if (unknown !== undefined) {
    return unknown;
  }
  if (kind === 'relabeling') {
    return whyNoRelabeling(config, rules);
  }
  const used = METHODS.filter((method) => ![undefined, null, ''].includes(config[method]));
  if (used.length > 1) {
    return `has ${used.join(' and ')}, and only one way to authenticate is allowed`;
  }
  for (const list of LISTS_OF_RELABELINGS.filter((name) => Array.isArray(config[name]))) {
    for (const [i, relabeling] of config[list].entries()) {
      const why =
        relabeling === null || typeof relabeling !== 'object'
          ? 'is empty'
          : whyRefused(relabeling, 'relabeling', version, rules);
      if (why !== undefined) {
        return `has a rule that is refused (${list}[${i}] ${why})`;
      }
    }
  }
  return undefined;
}

function whyNoRelabeling(config: any, rules: RefusalRules): string | undefined {
  const [problem] = refuseRelabelConfig(
    {
      action: textOf(config.action),
      sourceLabels: Array.isArray(config.source_labels) ? config.source_labels.map(String) : undefined,
      separator: textOf(config.separator),
      targetLabel: textOf(config.target_label),
      regex: textOf(config.regex),
      modulus: config.modulus ?? undefined,
      replacement: textOf(config.replacement),
    },
    rules,
  );
  if (problem === undefined) {
    return undefined;
  }
  const field = problem.field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return `has ${/^(?:modulus|target_label)$/.test(field) && !config[field] ? `no ${field}` : `${/^[aeiou]/.test(field) ? 'an' : 'a'} ${field} that does not fit`}`;
}

function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}
