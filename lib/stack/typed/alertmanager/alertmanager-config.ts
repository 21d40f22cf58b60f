import { isPlainObject } from '../../../private/plain-object';
import type { Values } from '../../values';
import { MAP } from '../value-kind';
import { at, type ValueEntry } from '../value-table';

/** The receiver that the chart's own routes lead to; it does nothing. */
export const NULL_RECEIVER = 'null';

/**
 * Alertmanager's configuration. Helm merges its maps with those of the chart and replaces its lists, so that a list of
 * receivers takes away the receiver `null`, which the chart's route still names: it is put back. A route without receivers
 * gets them, so that what is written stands for itself.
 *
 * Source: helm-charts, kube-prometheus-stack 88.5.3 `values.yaml`, `alertmanager.config`.
 */
export function alertmanagerConfig(path: string): ValueEntry {
  return at(path, { ...MAP, write: completed });
}

function completed(config: Values): Values {
  const { route, receivers } = config;
  if ((route === undefined && receivers === undefined) || (receivers !== undefined && !Array.isArray(receivers))) {
    return config;
  }
  const names = (receivers ?? []).map((receiver: unknown) => (isPlainObject(receiver) ? receiver.name : undefined));
  return names.includes(NULL_RECEIVER)
    ? config
    : { ...config, receivers: [...(receivers ?? []), { name: NULL_RECEIVER }] };
}
