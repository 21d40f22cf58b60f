// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders.
import { describeCheck } from '../describe-check';
import { object } from '../manifests';

const secret = (fields: object) => object('v1', 'Secret', 'db', fields);
const base64 = (text: string) => Buffer.from(text).toString('base64');

describeCheck('secret/manifest', {
  flags: [
    {
      title: 'texts',
      objects: [secret({ stringData: { username: 'web', password: 'hunter2', pin: 'abc' } })],
      finds: [
        {
          object: 'Secret shop/db',
          field: 'stringData',
          level: 'warning',
          message: 'Secret has "password" and "pin" written out.',
          why: /^It lands in git/,
        },
      ],
    },
    { title: 'base64', objects: [secret({ data: { password: base64('hunter2') } })], finds: [{ field: 'data' }] },
    {
      title: 'what is no text',
      objects: [secret({ data: { 'key.jks': Buffer.from([0xff, 0xfe, 0, 1]).toString('base64') } })],
      finds: [{}],
    },
    {
      title: 'a configuration with a secret in it',
      objects: [secret({ stringData: { 'alertmanager.yaml': 'global:\n  smtp_auth_password: hunter2\n' } })],
      finds: [{ message: 'Secret has "alertmanager.yaml" written out.' }],
    },
  ],
  accepts: [
    {
      title: 'a configuration without a secret in it',
      objects: [secret({ stringData: { 'alertmanager.yaml': 'route:\n  receiver: a\n' } })],
    },
    {
      title: 'placeholders that something fills in',
      objects: [
        secret({
          stringData: { password: '${PASSWORD}', token: '<token>' },
          data: { a: '<path:kv/x#a>', b: base64('<b>') },
        }),
      ],
    },
    {
      title: 'what SOPS has encrypted',
      objects: [{ ...secret({ data: { password: 'ENC[AES256_GCM,data:abc]' } }), sops: {} }],
    },
    {
      title: 'a SealedSecret',
      objects: [
        object('bitnami.com/v1alpha1', 'SealedSecret', 'db', { spec: { encryptedData: { password: 'AgBy' } } }),
      ],
    },
    { title: 'a Secret that something else fills', objects: [secret({ type: 'kubernetes.io/service-account-token' })] },
    { title: 'a user without a password', objects: [secret({ stringData: { username: 'web' } })] },
    { title: 'empty texts', objects: [secret({ stringData: { password: '' } })] },
  ],
});
