// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders.
import { release } from '../dashboard/grafana';
import { describeCheck, findingsOf } from '../describe-check';
import { monitoring, object } from '../manifests';

/** Put together here, so that no scanner of repositories takes it for a real one. */
const AWS = `AKIA${'QWERTYUIOPASDFGH'}`;
const GITHUB = `ghp_${'a1B2'.repeat(9)}`;
const SLACK = `xoxb-${'123456789012-abcdef'}`;
const WEBHOOK = `https://hooks.slack.com/services/T00AAAA00/B00BBBB00/${'x1y2'.repeat(6)}`;
const JWT = `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${'zdWIiOiIxMjM0In0'}.${'c2lnbmF0dXJl'}`;
const PEM = `-----BEGIN RSA ${'PRIVATE'} KEY-----\nMIIE\n-----END RSA ${'PRIVATE'} KEY-----\n`;

const env = (name: string, value: string) =>
  object('apps/v1', 'Deployment', 'web', {
    spec: {
      template: {
        spec: {
          containers: [
            {
              name: 'web',
              env: [
                { name: 'A', value: 'b' },
                { name, value },
              ],
            },
          ],
        },
      },
    },
  });
const configMap = (data: object) => object('v1', 'ConfigMap', 'web', { data });
const helmRelease = (values: object) => object('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'db', { spec: { values } });
const application = (helm: object) =>
  object('argoproj.io/v1alpha1', 'Application', 'db', {
    spec: { source: { chart: 'postgresql', repoURL: 'https://charts.example', helm } },
  });

/** One text of each form, taken apart as above. */
const FORMS = {
  'an access key of AWS': AWS,
  'a token of GitHub': `github_pat_${'a1B2_'.repeat(16)}`,
  'a token of GitLab': `glpat-${'a1B2c3D4e5F6g7H8i9J0'}`,
  'a token of Slack': SLACK,
  'a webhook of Slack': WEBHOOK,
  'a webhook of Discord': `https://discord.com/api/webhooks/${'1234567890'}/${'a1B2'.repeat(15)}`,
  'a token of Grafana': `glsa_${'a1B2'.repeat(8)}_0123abcd`,
  'a token of Vault': `hvs.${'a1B2'.repeat(8)}`,
  'a token of Telegram': `${'123456789'}:AA${'a1B'.repeat(11)}`,
  'a key of Google': `AIza${'a1B2c'.repeat(7)}`,
  'a key of Stripe': `sk_live_${'a1B2'.repeat(6)}`,
  'a key of SendGrid': `SG.${'a1B2'.repeat(6)}.${'a1B2'.repeat(11)}`,
  'a token of npm': `npm_${'a1B2'.repeat(9)}`,
  'a JSON Web Token': JWT,
  'a private key': PEM,
  'an address with a password': 'postgres://web:hunter2@db/web',
};

const CASES = [
  ['a password in a variable', env('DB_PASSWORD', 'hunter2'), 'hunter2'],
  ['an access key of AWS', configMap({ 'run.sh': `export KEY=${AWS}` }), AWS],
  ['a token of GitHub', object('v1', 'Pod', 'x', { spec: { containers: [{ args: [`--x=${GITHUB}`] }] } }), GITHUB],
  ['a token of Slack in an annotation', object('v1', 'Service', 'x', {}, { annotations: { a: SLACK } }), SLACK],
  ['a JSON Web Token', configMap({ a: JWT }), JWT],
  ['a private key', configMap({ 'tls.key': PEM }), 'MIIE'],
  [
    'a private key in base64',
    configMap({ k: Buffer.from(PEM).toString('base64') }),
    Buffer.from(PEM).toString('base64'),
  ],
  ['a webhook of Slack', configMap({ 'alertmanager.yaml': `a: b\nglobal:\n  slack_api_url: ${WEBHOOK}\n` }), WEBHOOK],
  [
    'a password of Alertmanager',
    configMap({ 'alertmanager.yaml': 'global:\n  smtp_auth_password: hunter2\n' }),
    'hunter2',
  ],
  [
    'an address with a password',
    monitoring('PodMonitor', 'x', { podMetricsEndpoints: [{ proxyUrl: 'http://me:hunter2@proxy:80' }] }),
    'hunter2',
  ],
  [
    'a header',
    monitoring('Prometheus', 'x', {
      remoteWrite: [{ url: 'https://x', headers: { Authorization: 'Bearer hunter2' } }],
    }),
    'hunter2',
  ],
  ['a parameter', monitoring('ServiceMonitor', 'x', { endpoints: [{ params: { token: ['hunter2'] } }] }), 'hunter2'],
  ['a value of Flux', helmRelease({ auth: { postgresPassword: 'hunter1', password: 'hunter2' } }), 'hunter2'],
  ['a value of Argo CD, as text', application({ values: 'auth:\n  password: hunter2\n' }), 'hunter2'],
  ['a parameter of Argo CD', application({ parameters: [{ name: 'auth.password', value: 'hunter2' }] }), 'hunter2'],
] as const;

describe('secret/literal', () => {
  test.each(Object.entries(FORMS))('knows %s by its form', (what, text) => {
    const [found] = findingsOf('secret/literal', { title: '', objects: [configMap({ a: `x ${text}` })] });
    expect(found).toMatchObject({ level: 'error', message: expect.stringContaining(`a holds ${what}`) });
  });

  test.each(CASES)('never repeats %s', (_title, manifest, secret) => {
    const found = findingsOf('secret/literal', { title: '', objects: [manifest] });
    expect(found).toHaveLength(1);
    expect(JSON.stringify(found)).not.toContain(secret);
  });
});

describeCheck('secret/literal', {
  flags: [
    {
      title: 'a variable',
      objects: [env('DB_PASSWORD', 'hunter2')],
      finds: [
        {
          object: 'Deployment shop/web',
          field: 'spec.template.spec.containers[0].env[1].value',
          level: 'warning',
          message: 'Variable DB_PASSWORD is written out.',
          fix: /^valueFrom: \{ secretKeyRef/,
        },
      ],
    },
    {
      title: 'changeme, for that is what gets deployed',
      objects: [env('ADMIN_PASSWORD', 'changeme')],
      finds: [{}],
    },
    {
      title: 'a line of a configuration',
      objects: [configMap({ 'alertmanager.yaml': 'route:\n  receiver: a\nglobal:\n  smtp_auth_password: hunter2\n' })],
      finds: [
        {
          field: 'data["alertmanager.yaml"]',
          level: 'warning',
          message: '"alertmanager.yaml" has smtp_auth_password written out, in line 4.',
        },
      ],
    },
    {
      title: 'a token by its form, in a variable of any name',
      objects: [env('X', SLACK)],
      finds: [{ level: 'error', message: 'Variable X holds a token of Slack.' }],
    },
    {
      title: 'a webhook in an AlertmanagerConfig',
      objects: [
        monitoring('AlertmanagerConfig', 'x', { receivers: [{ name: 'a', webhookConfigs: [{ url: WEBHOOK }] }] }),
      ],
      finds: [
        { field: 'spec.receivers[0].webhookConfigs[0].url', level: 'error', message: 'url holds a webhook of Slack.' },
      ],
    },
    {
      title: 'a value of a chart',
      objects: [helmRelease({ auth: { password: 'hunter2' } })],
      finds: [{ field: 'spec.values.auth.password', level: 'warning', message: 'Value auth.password is written out.' }],
    },
  ],
  accepts: [
    { title: 'a variable that another one fills in', objects: [env('DB_PASSWORD', '$(OTHER)')] },
    {
      title: 'a variable that a tool fills in',
      objects: [env('DB_PASSWORD', '${DB_PASSWORD}'), env('API_TOKEN', '<path:kv/x#token>')],
    },
    { title: 'an empty variable', objects: [env('DB_PASSWORD', '')] },
    {
      title: 'a placeholder that nobody could log in with',
      objects: [env('DB_PASSWORD', 'REPLACE_ME'), env('TOKEN', 'xxxx')],
    },
    { title: 'the path of a file', objects: [env('API_TOKEN', '/var/run/secrets/token'), env('TOKEN_FILE', 'x')] },
    {
      title: 'what is only about a secret',
      objects: [env('TOKEN_AUDIENCE', 'api'), env('SECRET_NAMESPACE', 'x'), env('REQUIRE_PASSWORD', 'true')],
    },
    {
      title: 'a reference',
      objects: [
        object('v1', 'Pod', 'x', {
          spec: {
            containers: [{ env: [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'a', key: 'password' } } }] }],
          },
        }),
        monitoring('ServiceMonitor', 'x', { endpoints: [{ basicAuth: { password: { name: 'a', key: 'password' } } }] }),
      ],
    },
    { title: 'the access key of the documentation of AWS', objects: [configMap({ a: `AKIA${'IOSFODNN7EXAMPLE'}` })] },
    {
      title: 'a certificate',
      objects: [configMap({ 'ca.crt': '-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----\n' })],
    },
    { title: 'an address with a user only', objects: [configMap({ a: 'https://me@example.com/x and a:b@c' })] },
    {
      title: 'a script that asks for a token',
      objects: [configMap({ 'run.sh': 'TOKEN=$(cat /token)\npassword: no\n' })],
    },
    {
      title: 'a file of a configuration that names a file',
      objects: [configMap({ 'prometheus.yml': 'a:\n  credentials: /token\n  password: ${PASSWORD}\n  token:\n' })],
    },
    {
      title: 'a label of an alert',
      objects: [monitoring('PrometheusRule', 'x', { groups: [{ rules: [{ labels: { token: 'abc' } }] }] })],
    },
    {
      title: 'what SOPS has encrypted',
      objects: [{ ...env('DB_PASSWORD', 'ENC[AES256_GCM,data:abc]'), sops: { version: '3' } }],
    },
    {
      title: 'the name of a key in the values of a chart',
      objects: [helmRelease({ auth: { secretKey: 'password', existingSecret: 'x' } })],
    },
    {
      title: 'values of kube-prometheus-stack, which have a check of their own',
      objects: [release({ adminPassword: 'hunter2' })],
    },
  ],
});
