/** What the Operator asks of one kind of notification. */
export interface IntegrationRules {
  /** First Alertmanager that has it. */
  readonly since?: string;
  /** References to Secrets that are followed where they are there. */
  readonly secrets?: readonly string[];
  /** References to Secrets that must be there. */
  readonly required?: readonly string[];
  /** Secrets of the above that hold an address. */
  readonly secretUrls?: readonly string[];
  readonly urls?: readonly string[];
  /** Addresses that may be Go templates. */
  readonly templateUrls?: readonly string[];
  /** Groups of fields of which one must be there. */
  readonly oneOf?: readonly (readonly string[])[];
  /** Pairs of fields that must not be there together. */
  readonly exclusive?: readonly (readonly string[])[];
  /** Fields that an older Alertmanager does not have, with the first that has them. */
  readonly newer?: { readonly [field: string]: string };
}

/**
 * Kinds of notification by their field in a receiver.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/operator.go`, `checkReceivers`;
 * `pkg/alertmanager/validation/v1alpha1/validation.go`, `validateReceivers`.
 */
export const INTEGRATIONS: { readonly [field: string]: IntegrationRules } = {
  pagerdutyConfigs: {
    secrets: ['routingKey', 'serviceKey'],
    urls: ['url'],
    templateUrls: ['clientURL'],
    oneOf: [['routingKey', 'serviceKey']],
  },
  opsgenieConfigs: { secrets: ['apiKey'], urls: ['apiURL'] },
  discordConfigs: { since: '0.25.0', required: ['apiURL'], secretUrls: ['apiURL'] },
  slackConfigs: {
    secrets: ['apiURL'],
    secretUrls: ['apiURL'],
    newer: { messageText: '0.31.0', updateMessage: '0.32.0' },
  },
  webhookConfigs: {
    secrets: ['urlSecret'],
    secretUrls: ['urlSecret'],
    templateUrls: ['url'],
    oneOf: [['url', 'urlSecret']],
    newer: { payload: '0.32.0' },
  },
  wechatConfigs: { secrets: ['apiSecret'], urls: ['apiURL'] },
  webexConfigs: { since: '0.25.0', urls: ['apiURL'] },
  emailConfigs: {
    secrets: ['authPassword', 'authSecret'],
    newer: { forceImplicitTLS: '0.31.0', threading: '0.30.0' },
  },
  victoropsConfigs: { secrets: ['apiKey'], urls: ['apiUrl'] },
  pushoverConfigs: {
    required: ['userKey', 'token'],
    templateUrls: ['url'],
    exclusive: [['html', 'monospace']],
  },
  snsConfigs: { templateUrls: ['apiURL'], newer: { useAWSHTTPClient: '0.33.0' } },
  telegramConfigs: {
    since: '0.24.0',
    secrets: ['botToken'],
    urls: ['apiURL'],
    oneOf: [['botToken', 'botTokenFile']],
    exclusive: [['botToken', 'botTokenFile']],
    newer: { botTokenFile: '0.26.0' },
  },
  msteamsConfigs: { since: '0.26.0', required: ['webhookUrl'] },
  msteamsv2Configs: { since: '0.28.0', secrets: ['webhookURL'] },
  rocketchatConfigs: {
    since: '0.28.0',
    required: ['token', 'tokenID'],
    urls: ['apiURL'],
    templateUrls: ['iconURL', 'imageURL', 'thumbURL'],
  },
};
