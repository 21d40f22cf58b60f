import { guardValues } from '../../../../lib/stack/guard/guard';
import { valuesWith } from '../../../../lib/stack/values';

const SPEC = 'prometheus.prometheusSpec';

function guard(values: any, more: object = {}) {
  const subject = { release: 'kps', namespace: 'monitoring', chart: '88.5.3', chartAssumed: false, values };
  return guardValues({ ...subject, partial: false, argo: false, ...more });
}

describe('what the chart copies into an object of the Operator', () => {
  test.each<[title: string, path: string, value: any, found: string]>([
    [
      'a field that is not there',
      `${SPEC}.remoteWrite`,
      [{ url: 'https://a', queueConf: {} }],
      `error stack/unknown-value ${SPEC}.remoteWrite[0].queueConf queueConfig`,
    ],
    [
      'a slip of the pen at what must be there, once',
      `${SPEC}.additionalRemoteWrite`,
      [{ urll: 'https://a' }],
      `error stack/unknown-value ${SPEC}.additionalRemoteWrite[0].urll url`,
    ],
    [
      'a field of the storage, which has another name in the chart',
      `${SPEC}.storageSpec`,
      { volumeClaimTemplates: {} },
      `error stack/unknown-value ${SPEC}.storageSpec.volumeClaimTemplates volumeClaimTemplate`,
    ],
    [
      'a number for a text',
      `${SPEC}.externalLabels`,
      { 'a.b': 1 },
      `error stack/wrong-type ${SPEC}.externalLabels.a\\.b give text.`,
    ],
    [
      'a word that is not known',
      `${SPEC}.scrapeClasses`,
      [{ name: 'a', relabelings: [{ action: 'remove' }] }],
      `error stack/wrong-type ${SPEC}.scrapeClasses[0].relabelings[0].action give one of `,
    ],
    [
      'what must be there',
      'alertmanager.alertmanagerSpec.containers',
      [{ image: 'a' }],
      'error stack/wrong-type alertmanager.alertmanagerSpec.containers[0] add name.',
    ],
  ])('is told of %s', (_title, path, value, found) => {
    const [problem, ...more] = guard(valuesWith(path, value));
    expect(more).toEqual([]);
    expect(`${problem.level} ${problem.code} ${problem.path} ${problem.fix}`).toContain(found);
  });

  test('is read as a ThanosRuler where there is one, and as an agent', () => {
    const ruler = { enabled: true, thanosRulerSpec: { queryEndpoints: ['http://query'], web: { a: 1 } } };
    const prometheus = { agentMode: true, prometheusSpec: { remoteWrite: [{ url: 'http://a', b: 1 }] } };
    const messages = guard({ thanosRuler: ruler, prometheus }).map(({ message }) => message);
    expect(messages).toContainEqual(expect.stringContaining('is no field of the ThanosRuler object'));
    expect(messages).toContainEqual(expect.stringContaining('is no field of the PrometheusAgent object'));
  });

  test('is never repeated, since it may be a secret', () => {
    const found = guard(valuesWith(`${SPEC}.remoteWrite`, [{ url: 'https://a', basicAuth: { password: 'hunter2' } }]));
    expect(found.map(({ code }) => code)).toContain('stack/wrong-type');
    expect(JSON.stringify(found)).not.toContain('hunter2');
  });

  test('may lack what values that are not at hand may bring', () => {
    const values = valuesWith(`${SPEC}.remoteWrite`, [{ name: 'a' }]);
    expect(guard(values)).toMatchObject([{ path: `${SPEC}.remoteWrite[0]` }]);
    expect(guard(values, { partial: true })).toEqual([]);
  });

  test.each<[title: string, path: string, value: any]>([
    ['a template for a number', `${SPEC}.remoteWrite`, [{ url: 'a', queueConfig: { maxShards: '{{ .Values.n }}' } }]],
    ['a quantity as text or number', `${SPEC}.resources`, { limits: { cpu: 1, memory: '1Gi' } }],
    ['storage in full', `${SPEC}.storageSpec`, { volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'] } } }],
  ])('may be %s', (_title, path, value) => {
    expect(guard(valuesWith(path, value))).toEqual([]);
  });

  test('is not looked at in a part that is off, or of a chart whose Operator is not known', () => {
    expect(guard({ prometheus: { enabled: false, prometheusSpec: { web: { a: 1 } } } })).toEqual([]);
    expect(guard(valuesWith(`${SPEC}.web`, { a: 1 }), { chart: '45.0.0' })).toEqual([]);
  });
});
