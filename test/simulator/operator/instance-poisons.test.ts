import { instancePoisonsOf } from '../../../lib/simulator/operator/instance-poisons';
import { RELABEL_SUPPORT } from '../../../lib/simulator/relabel/relabel-support';
import { bagOf, instanceIn, prometheus, serviceMonitor } from './fixtures';

describe('instancePoisonsOf', () => {
  function found(spec: any, monitor = serviceMonitor()) {
    const bag = bagOf(prometheus(spec), monitor);
    return instancePoisonsOf(instanceIn(bag), [{ object: monitor, source: {} }], bag, RELABEL_SUPPORT);
  }

  test('flag an interval that is empty', () => {
    expect(found({ scrapeInterval: '' })).toMatchObject([{ code: 'refused/duration', field: 'spec.scrapeInterval' }]);
    expect(found({})).toEqual([]);
  });

  test('flag a source label of a scrape class that a monitor uses', () => {
    const scrapeClasses = [{ name: 'a', relabelings: [{ action: 'keep', sourceLabels: [''] }] }];
    expect(found({ scrapeClasses }, serviceMonitor({ scrapeClass: 'a' }))).toMatchObject([
      { code: 'refused/source-label', field: 'spec.scrapeClasses[0].relabelings[0].sourceLabels[0]' },
    ]);
    expect(found({ scrapeClasses })).toEqual([]);
  });
});
