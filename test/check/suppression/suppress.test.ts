import { createEvaluation } from '../../../lib/check/create-evaluation';
import type { EvaluationOptions } from '../../../lib/check/evaluation';
import { IGNORE_PREFIX, suppressionsOf } from '../../../lib/check/suppression/suppress';
import type { SourcedObject } from '../../../lib/simulator/kube-object';
import { prometheus, serviceMonitor } from '../manifests';

const SLOW = { endpoints: [{ port: 'http', scrapeTimeout: '1m' }] };
const IGNORED = { [`${IGNORE_PREFIX}monitor.timeout`]: 'scraped by hand' };

function sourced(manifest: object, construct: string): SourcedObject {
  return { object: manifest as SourcedObject['object'], source: { construct } };
}

function report(monitors: readonly SourcedObject[], options: EvaluationOptions = {}) {
  const { findings, summary } = createEvaluation(
    [sourced(prometheus(), 'app/prometheus'), ...monitors],
    options,
  ).report();
  return { checks: findings.map(({ check, object }) => `${check} ${object.name}`), suppressed: summary.suppressed };
}

describe('a suppression on an object', () => {
  test('leaves out the finding on this object, and counts it', () => {
    const ignored = sourced(serviceMonitor(SLOW, { annotations: IGNORED }), 'app/web');
    expect(report([ignored])).toEqual({ checks: [], suppressed: 1 });
  });

  test('leaves findings on other objects alone', () => {
    const ignored = sourced(serviceMonitor(SLOW, { annotations: IGNORED }), 'app/web');
    const other = sourced(serviceMonitor(SLOW, { name: 'api' }), 'app/api');
    expect(report([ignored, other])).toEqual({ checks: ['monitor/timeout api'], suppressed: 1 });
  });

  test('leaves findings of other checks on it alone', () => {
    const spec = { ...SLOW, scrapeClass: 'mesh' };
    const ignored = sourced(serviceMonitor(spec, { annotations: IGNORED }), 'app/web');
    expect(report([ignored])).toEqual({ checks: ['monitor/scrape-class web'], suppressed: 1 });
  });

  test('does not count without a reason', () => {
    const annotations = { [`${IGNORE_PREFIX}monitor.timeout`]: '' };
    const ignored = sourced(serviceMonitor(SLOW, { annotations }), 'app/web');
    expect(report([ignored])).toEqual({ checks: ['monitor/timeout web', 'suppression/unused web'], suppressed: 0 });
  });

  test('counts for an object that names no namespace', () => {
    const monitor = serviceMonitor(SLOW, { annotations: IGNORED, namespace: undefined });
    expect(report([sourced(monitor, 'app/web')])).toEqual({ checks: [], suppressed: 1 });
  });
});

describe('a suppression on a construct', () => {
  const suppressions = [{ check: 'monitor/timeout', reason: 'scraped by hand', construct: 'app/shop' }];

  test('leaves out the findings of all below it', () => {
    const inside = sourced(serviceMonitor(SLOW), 'app/shop/monitor');
    const beside = sourced(serviceMonitor(SLOW, { name: 'api' }), 'app/shopping/monitor');
    expect(report([inside, beside], { suppressions })).toEqual({ checks: ['monitor/timeout api'], suppressed: 1 });
  });

  test('that suppresses nothing is a warning at this construct', () => {
    expect(report([], { suppressions }).checks).toEqual(['suppression/unused app/shop']);
  });
});

test('annotations that are no map suppress nothing', () => {
  for (const annotations of [null, 'text', 1, ['a']]) {
    expect(
      suppressionsOf([sourced({ ...serviceMonitor(), metadata: { name: 'web', annotations } }, 'app/web')]),
    ).toEqual([]);
  }
});
