import type { SourcedObject } from '../kube-object';
import { resolveKey } from '../operator/key-reference';
import type { ObjectLookup } from '../operator/object-lookup';
import { counts, type Extent, namespaceOf, type Problem } from '../operator/problem';
import { modelledFrom } from '../stack/modelled-source';
import type { Configuration } from './configuration';
import { convertConfig } from './convert-config';
import type { AlertmanagerInstance } from './find-alertmanagers';
import { harmOf } from './harmful-config';
import { readConfiguration } from './read-configuration';
import { rejectionsOfConfig } from './reject-config';
import type { Route } from './route';

/** What the configuration of an Alertmanager begins with. */
export interface BaseConfiguration {
  /** `undefined` where it is not known, or where there is none. */
  readonly configuration: Configuration | undefined;
  /** Why it is not known. */
  readonly unknown?: string;
  /** Reasons for which the Operator, or Alertmanager, fails on it. */
  readonly problems: readonly Problem[];
}

const KEY = 'alertmanager.yaml';
const FIELD = `data["${KEY}"]`;

/**
 * Source: prometheus-operator v0.93 `pkg/alertmanager/operator.go`, `provisionAlertmanagerConfiguration` and
 * `loadConfigurationFromSecret`.
 */
export function baseConfiguration(
  instance: AlertmanagerInstance,
  objects: ObjectLookup,
  extent: Extent,
): BaseConfiguration {
  const { spec = {} } = instance.object.object;
  const global = spec.alertmanagerConfiguration;
  return global === undefined || global === null
    ? fromSecret(instance, objects, extent)
    : fromConfig(global, instance, objects, extent);
}

function fromSecret(instance: AlertmanagerInstance, objects: ObjectLookup, extent: Extent): BaseConfiguration {
  const { object } = instance.object;
  const namespace = namespaceOf(object);
  const name = object.spec?.configSecret || `alertmanager-${object.metadata.name}`;
  const secret = objects.find('Secret', namespace, name);
  if (secret === undefined) {
    // What something here is there to make counts as made.
    const { outcome } = resolveKey('Secret', namespace, { name, key: KEY }, objects);
    return counts('absent', extent) && outcome === 'missing-object'
      ? fallback(instance)
      : {
          configuration: undefined,
          unknown: `Secret ${namespace}/${name}, which holds its configuration, is not among the objects`,
          problems: [],
        };
  }
  const text = textIn(secret);
  if (text === undefined) {
    return {
      configuration: undefined,
      unknown: `the key ${KEY} of Secret ${namespace}/${name} is encrypted`,
      problems: [],
    };
  }
  if (text === '') {
    return fallback(instance);
  }
  const { configuration, problems } = readConfiguration(text, secret, FIELD, instance.state !== 'own');
  const where = modelledFrom(secret) === undefined ? `the key ${KEY}` : 'alertmanager.config';
  return {
    configuration,
    problems: problems.map(({ path, message }) => ({
      code: 'alertmanager/configuration',
      certainty: 'certain',
      object: secret,
      field: FIELD,
      values: { path },
      message: `In ${where}${path === '' ? '' : `, ${path}`} ${message}. No change reaches Alertmanager ${instance.key}, and a new one does not start.`,
      fix: `mend ${path === '' ? 'the text' : path}; "amtool check-config" tells the rest.`,
    })),
  };
}

/** The text of the key; empty where it is not there. */
function textIn({ object }: SourcedObject): string | undefined {
  const plain = object.stringData?.[KEY];
  const text = plain === undefined ? Buffer.from(String(object.data?.[KEY] ?? ''), 'base64').toString() : String(plain);
  return text.startsWith('ENC[') || String(object.data?.[KEY] ?? '').startsWith('ENC[') ? undefined : text;
}

/** Source: prometheus-operator v0.93 `pkg/alertmanager/operator.go`, `defaultAlertmanagerConfiguration`. */
function fallback({ object }: AlertmanagerInstance): BaseConfiguration {
  const origin = { object: undefined, field: '' };
  const root: Route = {
    origin,
    receiver: 'null',
    matchers: [],
    continue: false,
    muteTimeIntervals: [],
    activeTimeIntervals: [],
    routes: [],
  };
  const receivers = [{ name: 'null', integrations: [], origin: { object, field: 'spec.configSecret' } }];
  return {
    configuration: { root, receivers, inhibitRules: [], timeIntervals: [], globals: new Set() },
    problems: [],
  };
}

function fromConfig(
  { name, global }: any,
  { object, version, key }: AlertmanagerInstance,
  objects: ObjectLookup,
  extent: Extent,
): BaseConfiguration {
  const namespace = namespaceOf(object.object);
  const found = objects.find('AlertmanagerConfig', namespace, name);
  const field = 'spec.alertmanagerConfiguration.name';
  const fails = `so the Operator fails on Alertmanager ${key}, and no change arrives.`;
  if (found === undefined) {
    const problem: Problem = {
      code: 'alertmanager/base-missing',
      certainty: 'absent',
      object,
      field,
      values: { name, namespace },
      message: `There is no AlertmanagerConfig "${name}" in namespace "${namespace}", ${fails}`,
      fix: `create AlertmanagerConfig "${name}" in namespace "${namespace}".`,
    };
    return {
      configuration: undefined,
      unknown: `AlertmanagerConfig ${namespace}/${name}, the base of its configuration, is not among the objects`,
      problems: [problem],
    };
  }
  const problems = [...rejectionsOfConfig(found, version, objects, `It is the base of the configuration, ${fails}`)];
  const { route, ...rest } = convertConfig(found, false, version);
  if (route === undefined || !takesAll(route)) {
    problems.push({
      code: 'alertmanager/base-route',
      certainty: 'certain',
      object: found,
      field: 'spec.route',
      values: {},
      message: `${route === undefined ? 'is missing' : 'has matchers, continue or time intervals'}, and it is the root of the configuration, ${fails}`,
      fix: 'give it a route with a receiver, and put matchers into routes below it.',
    });
  }
  const globals = globalsOf(global);
  problems.push(...harmOf(found, globals, objects));
  const certain = problems.some(({ certainty }) => counts(certainty, extent));
  return {
    configuration: route === undefined || certain ? undefined : { root: route, ...rest, globals },
    problems,
  };
}

function takesAll({ matchers, muteTimeIntervals, activeTimeIntervals, ...route }: Route): boolean {
  return matchers.length + muteTimeIntervals.length + activeTimeIntervals.length === 0 && !route.continue;
}

function globalsOf(global: any): ReadonlySet<string> {
  const names: readonly (readonly [present: unknown, name: string])[] = [
    [global?.slackApiUrl, 'slack_api_url'],
    [global?.opsGenieApiKey, 'opsgenie_api_key'],
    [global?.smtp?.smartHost, 'smtp_smarthost'],
    [global?.smtp?.from, 'smtp_from'],
    [global?.victorops?.apiKey, 'victorops_api_key'],
    [global?.wechat?.apiSecret, 'wechat_api_secret'],
    [global?.wechat?.apiCorpID, 'wechat_api_corp_id'],
  ];
  return new Set(names.filter(([there]) => there !== undefined && there !== null).map(([, name]) => name));
}
