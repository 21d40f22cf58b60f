import type { PolicyRule } from '../../../lib/simulator/access/policy-rule';
import { allows } from '../../../lib/simulator/access/policy-rule';
import { releaseGrants } from '../../../lib/simulator/access/release-grants';
import { Bag } from '../../../lib/simulator/bag/bag';
import type { StackSpec } from '../../../lib/simulator/stack/stack-spec';
import { model, sourced } from '../stack/fixtures';

function grantsOf(values: any = {}, more: Partial<StackSpec> = {}) {
  return releaseGrants(new Bag(model(values, more).objects));
}

function allowsTo(rules: readonly PolicyRule[] | undefined, verb: string, resource: string, group = ''): boolean {
  return (rules ?? []).some((rule) => allows(rule, { group, resource, verb }));
}

/** Rules of the account whose name ends with this. */
function rulesOf(ending: string, values: any = {}): readonly PolicyRule[] | undefined {
  return grantsOf(values).find(({ account }) => account.name.endsWith(ending))?.rules;
}

describe('rights that come with a release', () => {
  test('are those of the service accounts of its Prometheus and its Operator', () => {
    expect(grantsOf().map(({ account }) => account)).toEqual([
      { namespace: 'monitoring', name: expect.stringMatching(/-prometheus$/) },
      { namespace: 'monitoring', name: expect.stringMatching(/-operator$/) },
    ]);
  });

  test('are given to the service account that the values name', () => {
    const names = grantsOf({ prometheus: { serviceAccount: { name: 'scraper' } } }).map(({ account }) => account.name);
    expect(names).toContain('scraper');
  });

  test.each([
    ['endpoints', ''],
    ['pods', ''],
    ['services', ''],
    ['nodes', ''],
    ['endpointslices', 'discovery.k8s.io'],
    ['ingresses', 'networking.k8s.io'],
  ])('let Prometheus list and watch %s', (resource, group) => {
    const rules = rulesOf('-prometheus');
    expect(['list', 'watch'].filter((verb) => allowsTo(rules, verb, resource, group))).toEqual(['list', 'watch']);
  });

  test('let Prometheus read no Secrets, and the Operator does', () => {
    expect(allowsTo(rulesOf('-prometheus'), 'get', 'secrets')).toBe(false);
    expect(allowsTo(rulesOf('-operator'), 'get', 'secrets')).toBe(true);
  });

  test('let the Operator watch monitors and namespaces', () => {
    const rules = rulesOf('-operator');
    expect(allowsTo(rules, 'watch', 'servicemonitors', 'monitoring.coreos.com')).toBe(true);
    expect(allowsTo(rules, 'watch', 'namespaces')).toBe(true);
  });

  test('are none where it is told to make no roles', () => {
    expect(grantsOf({ global: { rbac: { create: false } } })).toEqual([]);
  });

  test('are not known where only a part of its values is', () => {
    const rules = grantsOf({ global: { rbac: { create: false } } }, { partial: true }).map((grant) => grant.rules);
    expect(rules).toStrictEqual([undefined, undefined]);
  });

  test('are not for a Prometheus that is there itself', () => {
    const given = { apiVersion: 'monitoring.coreos.com/v1', kind: 'Prometheus', metadata: { name: 'k8s' }, spec: {} };
    expect(releaseGrants(new Bag([sourced(given)]))).toEqual([]);
  });
});
