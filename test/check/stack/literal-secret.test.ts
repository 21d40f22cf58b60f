import { describeCheck } from '../describe-check';
import { fluxRelease } from './releases';

describeCheck('stack/literal-secret', {
  flags: [
    {
      title: 'a password of Grafana',
      objects: fluxRelease('{ grafana: { adminPassword: hunter2 } }'),
      finds: [{ field: 'grafana.adminPassword', level: 'error', message: /^((?!hunter2).)*$/, fix: /existingSecret/ }],
    },
    {
      title: 'a token in the headers of remote write',
      objects: fluxRelease(
        '{ prometheus: { prometheusSpec: { remoteWrite: [{ url: "https://user:hunter2@example.com" }] } } }',
      ),
      finds: [{ field: 'prometheus.prometheusSpec.remoteWrite[0].url', message: /^((?!hunter2).)*$/ }],
    },
  ],
  accepts: [
    {
      title: 'references',
      objects: fluxRelease(
        '{ grafana: { admin: { existingSecret: a, passwordKey: password }, env: { DB_PASSWORD: "$(OTHER)" } } }',
      ),
    },
    {
      title: 'what SOPS has encrypted',
      objects: fluxRelease('{ grafana: { adminPassword: "ENC[AES256_GCM,data:abc,type:str]" } }'),
    },
  ],
});
