import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart, Testing } from 'cdk8s';
import { parse } from 'yaml';
import { literalSecrets } from '../../../lib/stack/guard/literal-secrets';
import { StackRelease } from '../../../lib/stack/stack-release';
import { messageOf } from '../../private/synth';
import { describeWithData } from '../../shared-data';

const paths = (values: unknown) => literalSecrets(values).map(({ path }) => path);

test.each<[path: string, values: unknown]>([
  ['grafana.adminPassword', { grafana: { adminPassword: 'x' } }],
  [
    'grafana.grafana\\.ini.security.admin_password',
    { grafana: { 'grafana.ini': { security: { admin_password: 'x' } } } },
  ],
  ['grafana.env.GF_SECURITY_ADMIN_PASSWORD', { grafana: { env: { GF_SECURITY_ADMIN_PASSWORD: 'x' } } }],
  [
    'grafana.additionalDataSources[0].secureJsonData.httpHeaderValue1',
    { grafana: { additionalDataSources: [{ secureJsonData: { httpHeaderValue1: 'x' } }] } },
  ],
  [
    'alertmanager.config.global.smtp_auth_password',
    { alertmanager: { config: { global: { smtp_auth_password: 'x' } } } },
  ],
  ['alertmanager.config.global.slack_api_url', { alertmanager: { config: { global: { slack_api_url: 'x' } } } }],
  [
    'alertmanager.config.receivers[0].slack_configs[0].api_url',
    { alertmanager: { config: { receivers: [{ slack_configs: [{ api_url: 'x' }] }] } } },
  ],
  [
    'prometheus.prometheusSpec.additionalScrapeConfigs[0].basic_auth.password',
    { prometheus: { prometheusSpec: { additionalScrapeConfigs: [{ basic_auth: { password: 'x' } }] } } },
  ],
  [
    'prometheus.prometheusSpec.thanos.objectStorageConfig.secret.config.secret_key',
    {
      prometheus: { prometheusSpec: { thanos: { objectStorageConfig: { secret: { config: { secret_key: 'x' } } } } } },
    },
  ],
  [
    'prometheus.prometheusSpec.remoteWrite[0].url',
    { prometheus: { prometheusSpec: { remoteWrite: [{ url: 'https://a:b@c' }] } } },
  ],
  [
    'prometheus.prometheusSpec.remoteWrite[0].headers.Authorization',
    { prometheus: { prometheusSpec: { remoteWrite: [{ headers: { Authorization: 'Basic eDp5' } }] } } },
  ],
  ['alertmanager.stringConfig', { alertmanager: { stringConfig: 'global:\n  smtp_auth_password: "x y"\n' } }],
  ['grafana.ldap.config', { grafana: { ldap: { config: '[[servers]]\nbind_dn = "cn"\nbind_password = "x"\n' } } }],
  ['prometheus.extraSecret.data.auth', { prometheus: { extraSecret: { name: 'a', data: { auth: 'x' } } } }],
  ['grafana.envRenderSecret.ANY', { grafana: { envRenderSecret: { ANY: 'x' } } }],
  ['kube-state-metrics.env[0].value', { 'kube-state-metrics': { env: [{ name: 'API_TOKEN', value: 'x' }] } }],
  [
    'extraManifests[0].stringData.any',
    { extraManifests: [{ apiVersion: 'v1', kind: 'Secret', stringData: { any: 'x' } }] },
  ],
  [
    'alertmanager.config.receivers[0].discord_configs[0].webhook_url',
    { alertmanager: { config: { receivers: [{ discord_configs: [{ webhook_url: 'x' }] }] } } },
  ],
  ['grafana.grafana\\.ini.database.password', { grafana: { 'grafana.ini': { database: { password: 12345 } } } }],
])('%s is a literal secret', (path, values) => {
  expect(paths(values)).toEqual([path]);
});

test.each<[string, unknown]>([
  ['the name of a Secret', { grafana: { admin: { existingSecret: 'grafana-admin', passwordKey: 'password' } } }],
  ['a file', { alertmanager: { config: { global: { smtp_auth_password_file: '/etc/x' } } } }],
  ['a reference of Grafana', { grafana: { 'grafana.ini': { smtp: { password: '$__file{/etc/secrets/smtp}' } } } }],
  ['a variable', { grafana: { additionalDataSources: [{ secureJsonData: { password: '$DB_PASSWORD' } }] } }],
  ['a template', { remote: { password: '{{ .Values.x }}' } }],
  ['what SOPS has encrypted', { grafana: { adminPassword: 'ENC[AES256_GCM,data:x]' } }],
  ['a placeholder of argocd-vault-plugin', { grafana: { adminPassword: '<path:kv/data/a#b>' } }],
  ['a placeholder of vals', { grafana: { adminPassword: 'ref+vault://a#/b' } }],
  ['a substitution of Flux in a header', { headers: { Authorization: 'Bearer $TOKEN' } }],
  [
    'a file in a text',
    { alertmanager: { stringConfig: 'global:\n  smtp_auth_password_file: /a\n  password: {{ x }}\n' } },
  ],
  ['the file of a variable', { grafana: { env: { GF_SECURITY_ADMIN_PASSWORD__FILE: '/a' } } }],
  ['a switch about tokens', { grafana: { env: { GF_AUTH_TOKEN_ROTATION_ENABLED: 'true' } } }],
  ['a URL without a password', { url: 'https://user@example.com/a:b@c' }],
  ['nothing', { grafana: { adminPassword: '' }, token: null }],
  ['a reference by name and key', { remoteWrite: [{ basicAuth: { password: { name: 'a', key: 'b' } } }] }],
  ['the URL of another receiver', { receivers: [{ webhook_configs: [{ url: 'http://x' }] }] }],
])('%s is none', (_title, values) => {
  expect(paths(values)).toEqual([]);
});

test('a release refuses all of them at once, tells what to use, and repeats none', () => {
  const message = messageOf(
    () =>
      new StackRelease(new Chart(Testing.app(), 'c', { namespace: 'm' }), 'kps', {
        values: {
          alertmanager: { config: { global: { smtp_auth_password: 'hunter2' } } },
          grafana: { env: { API_TOKEN: 'hunter2' } },
        },
      }),
  );
  expect(message).toContain('has 2 problems');
  expect(message).toContain('values.alertmanager.config.global.smtp_auth_password: a literal secret');
  expect(message).toContain('Fix: use grafana.envValueFrom or grafana.envFromSecret.');
  expect(message).not.toContain('hunter2');
});

test('how to keep one of Alertmanager is told', () => {
  const [{ fix }] = literalSecrets({ alertmanager: { config: { global: { slack_api_url: 'x' } } } });
  expect(fix).toContain('alertmanagerSpec.useExistingSecret');
});

describeWithData('kube-prometheus-stack-88.5.3', 'the default values of the chart and its sub-charts', (folder) => {
  test.each(readdirSync(folder))('hold none: %s', (file) => {
    expect(paths(parse(readFileSync(join(folder, file), 'utf8')))).toEqual([]);
  });
});
