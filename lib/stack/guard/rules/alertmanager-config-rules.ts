import { isPlainObject } from '../../../private/plain-object';
import { truthy } from '../../facts/selection';
import { NULL_RECEIVER } from '../../typed/alertmanager/alertmanager-config';
import type { Values } from '../../values';
import type { GuardedValues } from '../guarded-values';

const CONFIG = 'alertmanager.config';
const SPEC = 'alertmanager.alertmanagerSpec';

/** Whether Alertmanager's configuration is one that the Operator takes. */
export function alertmanagerConfigRules(values: GuardedValues): void {
  if (!values.flag('alertmanager.enabled', true)) {
    return;
  }
  const elsewhere = otherSource(values);
  if (elsewhere === undefined) {
    checkConfig(values, values.map(CONFIG));
  } else if (values.given(CONFIG)) {
    values.refuse(CONFIG, `has no effect beside ${elsewhere}.`, 'keep one of the two.');
  }
  if (truthy(values.at('alertmanager.stringConfig')) && !values.flag('alertmanager.tplConfig', false)) {
    values.refuse(
      'alertmanager.stringConfig',
      'the chart ignores it without tplConfig.',
      'set alertmanager.tplConfig to true.',
    );
  }
}

/** What takes the place of the Secret that the chart makes of `config`. */
function otherSource(values: GuardedValues): string | undefined {
  if (values.flag('alertmanager.tplConfig', false) && truthy(values.at('alertmanager.stringConfig'))) {
    return 'alertmanager.stringConfig';
  }
  return ['useExistingSecret', 'configSecret', 'alertmanagerConfiguration']
    .map((key) => `${SPEC}.${key}`)
    .find((path) => truthy(values.at(path)));
}

function checkConfig(values: GuardedValues, config: Values): void {
  const receivers = Array.isArray(config.receivers) ? config.receivers : [{ name: NULL_RECEIVER }];
  const names = receivers.map((receiver: unknown) => (isPlainObject(receiver) ? receiver.name : undefined));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    values.refuse(`${CONFIG}.receivers`, `"${twice}" is there twice, which Alertmanager refuses.`, 'rename one.');
  }
  if (config.route === undefined && names.some((name) => name !== NULL_RECEIVER)) {
    values.refuse(
      `${CONFIG}.receivers`,
      "no route leads to them: the chart's own route sends everything to the receiver null, which does nothing.",
      `add route: { receiver: '${names.find((name) => name !== NULL_RECEIVER)}' }.`,
    );
  }
  const intervals = ['time_intervals', 'mute_time_intervals'].flatMap((key) =>
    (Array.isArray(config[key]) ? config[key] : []).map((interval: any) => interval?.name),
  );
  // Helm keeps the chart's receiver and routes where the values have none.
  const root = { receiver: NULL_RECEIVER, routes: [{ receiver: NULL_RECEIVER }], ...asMap(config.route) };
  for (const { route, path } of routesBelow(root, '.route')) {
    unknownName(values, `${path}.receiver`, route.receiver, names, 'receiver', 'receivers');
    for (const key of ['mute_time_intervals', 'active_time_intervals']) {
      for (const name of Array.isArray(route[key]) ? route[key] : []) {
        unknownName(values, `${path}.${key}`, name, intervals, 'time interval', 'time_intervals');
      }
    }
  }
}

function unknownName(values: GuardedValues, path: string, name: any, known: any[], what: string, list: string): void {
  // Text with {{ passes through a template whose result is not known here.
  if (typeof name === 'string' && !known.includes(name) && !name.includes('{{')) {
    const there = known.length > 0 ? known.join(', ') : 'none';
    values.refuse(
      `${CONFIG}${path}`,
      `"${name}" is no ${what} of this configuration, which has: ${there}. The Operator refuses it, and Alertmanager does not start or keeps an older one.`,
      `add { name: '${name}' } to ${list}, or name another.`,
    );
  }
}

function routesBelow(route: Values, path: string): { route: Values; path: string }[] {
  const children = Array.isArray(route.routes) ? route.routes : [];
  return [
    { route, path },
    ...children.flatMap((child: unknown, index: number) => routesBelow(asMap(child), `${path}.routes[${index}]`)),
  ];
}

function asMap(value: unknown): Values {
  return isPlainObject(value) ? value : {};
}
