import { bagOf, instanceIn, prometheus } from './fixtures';

describe('what keeps the Operator from the pods', () => {
  test('leaves the configuration managed, so that monitors still take effect', () => {
    const spec = { additionalArgs: [{ name: 'config.file', value: '/a' }] };
    expect(instanceIn(bagOf(prometheus(spec)))).toMatchObject({
      state: 'managed',
      problems: [{ code: 'stuck/argument', field: 'spec.additionalArgs[0].name', certainty: 'certain' }],
    });
  });

  test.each([
    ['web.console.templates', 'v2.55.0', true],
    ['web.console.templates', 'v3.5.0', false],
    ['storage.tsdb.retention.time', 'v3.10.0', true],
    ['storage.tsdb.retention.time', 'v3.11.0', false],
    ['no-storage.tsdb.path', 'v3.5.0', true],
    ['storage.tsdb.wal-compression', 'v3.5.0', false],
  ])('is the argument %s with Prometheus %s: %s', (name, version, clashes) => {
    const { problems } = instanceIn(bagOf(prometheus({ version, additionalArgs: [{ name }] })));
    expect(problems.map(({ code }) => code)).toEqual(clashes ? ['stuck/argument'] : []);
  });
});
