import { isPlainObject } from '../../private/plain-object';
import { listOf } from './config-spec';
import type { ConfigurationProblem } from './configuration';

interface Table {
  readonly [key: string]: any;
}

const TOP = [
  ...['global', 'route', 'receivers', 'inhibit_rules', 'templates', 'mute_time_intervals', 'time_intervals'],
];

/** What Alertmanager knows and the Operator does not, so that it fails where it reads the text itself. */
const OF_ALERTMANAGER_ALONE = {
  top: ['tracing', 'event_recorder'],
  route: ['labels'],
  rule: ['name'],
  receiver: ['labels'],
};

const GLOBAL = [
  ...['resolve_timeout', 'http_config', 'jira_api_url', 'pagerduty_url', 'webex_api_url', 'telegram_api_url'],
  ...['smtp_from', 'smtp_hello', 'smtp_smarthost', 'smtp_auth_username', 'smtp_auth_password'],
  ...['smtp_auth_password_file', 'smtp_auth_secret', 'smtp_auth_secret_file', 'smtp_auth_identity'],
  ...['smtp_require_tls', 'smtp_tls_config', 'smtp_force_implicit_tls'],
  ...['slack_api_url', 'slack_api_url_file', 'slack_app_token', 'slack_app_token_file', 'slack_app_url'],
  ...['opsgenie_api_url', 'opsgenie_api_key', 'opsgenie_api_key_file'],
  ...['wechat_api_url', 'wechat_api_secret', 'wechat_api_secret_file', 'wechat_api_corp_id'],
  ...['victorops_api_url', 'victorops_api_key', 'victorops_api_key_file'],
  ...['telegram_bot_token', 'telegram_bot_token_file', 'mattermost_webhook_url', 'mattermost_webhook_url_file'],
  ...['rocketchat_api_url', 'rocketchat_token', 'rocketchat_token_file', 'rocketchat_token_id'],
  'rocketchat_token_id_file',
];

const ROUTE = [
  ...['receiver', 'group_by', 'match', 'match_re', 'matchers', 'mute_time_intervals', 'active_time_intervals'],
  ...['continue', 'routes', 'group_wait', 'group_interval', 'repeat_interval'],
];

const INHIBIT_RULE = [
  'equal',
  ...['source_match', 'source_match_re', 'source_matchers', 'target_match', 'target_match_re', 'target_matchers'],
];

const RECEIVER = [
  ...['name', 'discord_configs', 'email_configs', 'incidentio_configs', 'pagerduty_configs'],
  ...['slack_configs', 'webhook_configs', 'opsgenie_configs', 'wechat_configs', 'pushover_configs'],
  ...['victorops_configs', 'sns_configs', 'telegram_configs', 'webex_configs', 'msteams_configs'],
  ...['msteamsv2_configs', 'jira_configs', 'rocketchat_configs', 'mattermost_configs'],
];

/** For each setting the names of which one must be there, in the receiver or in the global part. */
type Needed = {
  readonly [kind: string]: readonly { readonly here: readonly string[]; readonly above: readonly string[] }[];
};

const SLACK = ['api_url', 'api_url_file', 'app_token', 'app_token_file'];

const NEEDED: Needed = {
  slack_configs: [{ here: SLACK, above: SLACK.map((name) => `slack_${name}`) }],
  email_configs: [
    { here: ['smarthost'], above: ['smtp_smarthost'] },
    { here: ['from'], above: ['smtp_from'] },
  ],
  opsgenie_configs: [{ here: ['api_key', 'api_key_file'], above: ['opsgenie_api_key', 'opsgenie_api_key_file'] }],
  victorops_configs: [{ here: ['api_key', 'api_key_file'], above: ['victorops_api_key', 'victorops_api_key_file'] }],
  wechat_configs: [
    { here: ['api_secret', 'api_secret_file'], above: ['wechat_api_secret', 'wechat_api_secret_file'] },
    { here: ['corp_id'], above: ['wechat_api_corp_id'] },
  ],
  telegram_configs: [
    { here: ['bot_token', 'bot_token_file'], above: ['telegram_bot_token', 'telegram_bot_token_file'] },
  ],
  discord_configs: [{ here: ['webhook_url', 'webhook_url_file'], above: [] }],
  msteams_configs: [{ here: ['webhook_url', 'webhook_url_file'], above: [] }],
  msteamsv2_configs: [{ here: ['webhook_url', 'webhook_url_file'], above: [] }],
};

/**
 * Fields that the text of a configuration may not have, and settings that its receivers lack.
 *
 * Source: alertmanager v0.34.2 `config/config.go`, `Load` and `Config.UnmarshalYAML`; prometheus-operator v0.93
 * `pkg/alertmanager/amcfg.go`, `alertmanagerConfigFromBytes`.
 *
 * @param byOperator whether the Operator reads the text, and not Alertmanager alone
 */
export function checkText(data: Table, byOperator: boolean): ConfigurationProblem[] {
  const reader = byOperator ? 'the Operator' : 'Alertmanager';
  const more = byOperator ? { top: [], route: [], rule: [], receiver: [] } : OF_ALERTMANAGER_ALONE;
  const oddKeys = (table: unknown, known: readonly string[], path: string): ConfigurationProblem[] =>
    Object.keys(isPlainObject(table) ? table : {})
      .filter((key) => !known.includes(key))
      .map((key) => ({
        path: path === '' ? key : `${path}.${key}`,
        message: `is no field that ${reader} knows there`,
      }));
  const oddRouteKeys = (route: any, path: string): ConfigurationProblem[] => [
    ...oddKeys(route, [...ROUTE, ...more.route], path),
    ...listOf(route?.routes).flatMap((child, i) => oddRouteKeys(child, `${path}.routes[${i}]`)),
  ];
  return [
    ...oddKeys(data, [...TOP, ...more.top], ''),
    ...oddKeys(data.global, GLOBAL, 'global'),
    ...oddRouteKeys(data.route, 'route'),
    ...listOf(data.inhibit_rules).flatMap((rule, i) =>
      oddKeys(rule, [...INHIBIT_RULE, ...more.rule], `inhibit_rules[${i}]`),
    ),
    ...listOf(data.receivers).flatMap((receiver, i) => [
      ...oddKeys(receiver, [...RECEIVER, ...more.receiver], `receivers[${i}]`),
      ...lacking(receiver, isPlainObject(data.global) ? data.global : {}, `receivers[${i}]`),
    ]),
  ];
}

function lacking(receiver: any, global: Table, path: string): ConfigurationProblem[] {
  const isSet = (table: Table | undefined, names: readonly string[]): boolean => names.some((name) => table?.[name]);
  return Object.entries(NEEDED).flatMap(([kind, settings]) =>
    listOf(receiver?.[kind]).flatMap((one, i) =>
      settings
        .filter(({ here, above }) => !isSet(one, here) && !isSet(global, above))
        .map(({ here: [name], above: [instead] }) => ({
          path: `${path}.${kind}[${i}].${name}`,
          message: `is not set${instead === undefined ? '' : `, nor is global.${instead}`}`,
        })),
    ),
  );
}
