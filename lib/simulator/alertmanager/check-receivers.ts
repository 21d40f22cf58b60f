import { parseDuration } from '../duration-text';
import { readUrl } from '../go-url';
import { checkBasicAuth, checkOauth2, checkOneMethod, checkSafeAuthorization } from '../operator/check-authentication';
import { checkProxy } from '../operator/check-proxy';
import { checkSafeTls } from '../operator/check-tls';
import { joinPath } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { present } from '../operator/secret-or-config-map';
import { atLeast, formatVersion, type Version } from '../versions/version';
import { listOf } from './config-spec';
import { INTEGRATIONS, type IntegrationRules } from './integrations';

/**
 * What the Operator asks of the receivers of an AlertmanagerConfig.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/operator.go`, `checkReceivers`;
 * `pkg/alertmanager/validation/v1alpha1/validation.go`, `validateReceivers`.
 */
export function checkReceivers(receivers: readonly any[], version: Version, problems: ProblemList): void {
  const names = receivers.map((receiver) => String(receiver?.name ?? ''));
  for (const [i, receiver] of receivers.entries()) {
    const field = joinPath('spec.receivers', i);
    if (names.indexOf(names[i]) < i) {
      problems.add('receiver-twice', joinPath(field, 'name'), {
        message: `"${names[i]}" is also the name of receiver ${names.indexOf(names[i])}.`,
        fix: 'give each receiver a name of its own.',
        values: { name: names[i] },
      });
    }
    for (const [kind, rules] of Object.entries(INTEGRATIONS)) {
      for (const [j, config] of listOf(receiver?.[kind]).entries()) {
        const place = joinPath(joinPath(field, kind), j);
        checkIntegration(config ?? {}, place, kind, rules, version, problems);
        checkOfKind(config ?? {}, place, kind, problems);
      }
    }
  }
}

function checkIntegration(
  config: any,
  field: string,
  kind: string,
  rules: IntegrationRules,
  version: Version,
  problems: ProblemList,
): void {
  const { since, secrets = [], required = [], secretUrls = [] } = rules;
  if (since !== undefined && !atLeast(version, since)) {
    tooNew(field, kind, since);
  }
  for (const [name, first] of Object.entries(rules.newer ?? {})) {
    if (present(config[name]) && !atLeast(version, first)) {
      tooNew(joinPath(field, name), name, first);
    }
  }
  for (const name of [...required, ...secrets.filter((secret) => present(config[secret]))]) {
    const text = problems.resolve('Secret', config[name], joinPath(field, name))?.trim();
    // Of an address in a Secret, nothing is cited.
    if (text !== undefined && secretUrls.includes(name) && !text.includes('{{') && whyNoAddress(text) !== undefined) {
      problems.add('secret-url', joinPath(field, name), {
        message: `names a key whose text is no address: ${whyNoAddress(text)}.`,
        fix: 'put an address such as https://chat.example/hook into the key.',
      });
    }
  }
  for (const name of [...(rules.urls ?? []), ...(rules.templateUrls ?? [])]) {
    const url = config[name];
    const isTemplate = rules.templateUrls?.includes(name) && String(url).includes('{{');
    const why = typeof url === 'string' && url !== '' && !isTemplate ? whyNoAddress(url) : undefined;
    if (why !== undefined) {
      problems.add('url', joinPath(field, name), {
        message: `"${url}" is no address: ${why}.`,
        fix: `${name}: https://chat.example/hook, for example.`,
        values: { [name]: url },
      });
    }
  }
  for (const names of rules.oneOf ?? []) {
    if (!names.some((name) => present(config[name]))) {
      problems.add('setting-missing', field, {
        message: `has none of ${names.join(', ')}, and one is needed.`,
        fix: `set ${names.join(' or ')}.`,
      });
    }
  }
  for (const [first, second] of rules.exclusive ?? []) {
    if (isSet(config[first]) && isSet(config[second])) {
      problems.add('settings-clash', joinPath(field, second), {
        message: `is set beside ${first}, and only one of them is allowed.`,
        fix: `keep ${first} or ${second}.`,
      });
    }
  }
  checkHttp(config.httpConfig, joinPath(field, 'httpConfig'), version, problems);

  function tooNew(place: string, what: string, first: string): void {
    problems.add('newer-alertmanager', place, {
      message: `${what} needs Alertmanager ${first}, and this one is ${formatVersion(version)}.`,
      fix: `run Alertmanager ${first} or newer (spec.version), or remove ${what}.`,
      values: { since: first, version: formatVersion(version) },
    });
  }
}

/** What is asked of one kind of notification alone. */
function checkOfKind(config: any, field: string, kind: string, problems: ProblemList): void {
  const missing = (name: string, fix: string): void =>
    problems.add('setting-missing', joinPath(field, name), { message: 'is not set, and it is needed.', fix });
  switch (kind) {
    case 'emailConfigs': {
      if (!config.to) {
        missing('to', 'to: the address that is written to.');
      }
      if (config.smarthost && !/^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(config.smarthost)) {
        problems.add('smarthost', joinPath(field, 'smarthost'), {
          message: `"${config.smarthost}" is no host with a port.`,
          fix: 'smarthost: mail.example:587, for example.',
          values: { smarthost: config.smarthost },
        });
      }
      const headers = listOf(config.headers).map((header) => String(header?.key).toLowerCase());
      const twice = headers.findIndex((header, i) => headers.indexOf(header) < i);
      if (twice >= 0) {
        problems.add('header-twice', joinPath(joinPath(field, 'headers'), twice), {
          message: `"${headers[twice]}" is there twice; capital letters do not count.`,
          fix: 'keep one of them.',
        });
      }
      checkSafeTls(config.tlsConfig, joinPath(field, 'tlsConfig'), problems);
      break;
    }
    case 'victoropsConfigs': {
      if (!config.routingKey) {
        missing('routingKey', 'routingKey: that of the team.');
      }
      for (const [i, { key }] of listOf(config.customFields).entries()) {
        if (RESERVED_OF_VICTOROPS.includes(key)) {
          problems.add('reserved-field', joinPath(joinPath(field, 'customFields'), i), {
            message: `"${key}" is a field that Alertmanager fills in itself.`,
            fix: 'give the field another name.',
            values: { key },
          });
        }
      }
      break;
    }
    case 'telegramConfigs':
      if (!config.chatID) {
        missing('chatID', 'chatID: the number of the chat.');
      }
      break;
    case 'snsConfigs': {
      // As the Operator compares them, all three together pass.
      const given = ['targetARN', 'topicARN', 'phoneNumber'].filter((name) => !config[name]);
      if (given.length % 2 === 1) {
        problems.add('setting-missing', field, {
          message: 'has not exactly one of targetARN, topicARN and phoneNumber.',
          fix: 'keep one of the three.',
        });
      }
      const { accessKey, secretKey } = config.sigv4 ?? {};
      if (present(accessKey) !== present(secretKey)) {
        missing(present(accessKey) ? 'sigv4.secretKey' : 'sigv4.accessKey', 'set both, or none.');
      } else if (present(accessKey)) {
        problems.resolve('Secret', accessKey, joinPath(field, 'sigv4.accessKey'));
        problems.resolve('Secret', secretKey, joinPath(field, 'sigv4.secretKey'));
      }
      break;
    }
    case 'opsgenieConfigs':
      for (const [i, responder] of listOf(config.responders).entries()) {
        const place = joinPath(joinPath(field, 'responders'), i);
        if (!responder?.id && !responder?.name && !responder?.username) {
          problems.add('setting-missing', place, {
            message: 'has neither id nor name nor username.',
            fix: 'name: the team, for example.',
          });
        }
        const type = String(responder?.type ?? '');
        if (!type.includes('{{') && !/^(team|teams|user|escalation|schedule)$/i.test(type)) {
          problems.add('responder-type', joinPath(place, 'type'), {
            message: `"${type}" is none of team, teams, user, escalation, schedule.`,
            fix: 'type: team, for example.',
            values: { type },
          });
        }
      }
      break;
    case 'slackConfigs':
      for (const [list, names] of [
        ['actions', ['type', 'text']],
        ['fields', ['title', 'value']],
      ] as const) {
        for (const [i, item] of listOf(config[list]).entries()) {
          for (const name of names.filter((one) => !item?.[one])) {
            missing(`${list}[${i}].${name}`, `give it a ${name}.`);
          }
        }
      }
      break;
    case 'pushoverConfigs':
      for (const name of ['retry', 'expire']) {
        if (config[name] && parseDuration(config[name]) === undefined) {
          problems.add('duration', joinPath(field, name), {
            message: `"${config[name]}" is no duration.`,
            fix: `${name}: 1m, for example.`,
            values: { [name]: config[name] },
          });
        }
      }
  }
}

/** Source: prometheus-operator v0.93 `pkg/apis/monitoring/v1alpha1/validation.go`, `HTTPConfig.Validate`. */
function checkHttp(http: any, field: string, version: Version, problems: ProblemList): void {
  if (!present(http)) {
    return;
  }
  for (const [name, since] of Object.entries(NEWER_HTTP)) {
    if (present(http[name]) && !atLeast(version, since)) {
      problems.add('newer-alertmanager', joinPath(field, name), {
        message: `needs Alertmanager ${since}, and this one is ${formatVersion(version)}.`,
        fix: `run Alertmanager ${since} or newer (spec.version), or remove it.`,
        values: { since, version: formatVersion(version) },
      });
    }
  }
  checkOneMethod(http, field, problems);
  if (present(http.bearerTokenSecret)) {
    problems.resolve('Secret', http.bearerTokenSecret, joinPath(field, 'bearerTokenSecret'));
  }
  checkSafeAuthorization(http.authorization, joinPath(field, 'authorization'), problems);
  checkBasicAuth(http.basicAuth, joinPath(field, 'basicAuth'), problems);
  checkSafeTls(http.tlsConfig, joinPath(field, 'tlsConfig'), problems);
  checkProxy(http, field, problems);
  checkOauth2(http.oauth2, joinPath(field, 'oauth2'), problems);
}

const NEWER_HTTP = {
  authorization: '0.22.0',
  oauth2: '0.22.0',
  noProxy: '0.25.0',
  proxyFromEnvironment: '0.25.0',
  proxyConnectHeader: '0.25.0',
};

/** Source: alertmanager v0.33 `config/notifiers.go`, `VictorOpsConfig.UnmarshalYAML`. */
const RESERVED_OF_VICTOROPS = [
  'routing_key',
  'message_type',
  'state_message',
  'entity_display_name',
  'monitoring_tool',
  'entity_id',
  'entity_state',
];

/** Source: alertmanager v0.33 `config/common/url.go`, `parseURL`. */
function whyNoAddress(text: string): string | undefined {
  const read = readUrl(text);
  if (typeof read === 'string') {
    return read;
  }
  if (!['http', 'https'].includes(read.scheme)) {
    return 'it must begin with http:// or https://';
  }
  return read.host === '' ? 'it has no host' : undefined;
}

function isSet(value: unknown): boolean {
  return present(value) && value !== false;
}
