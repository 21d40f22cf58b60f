import {
  fromMonitorOrClass,
  mergedAuthorization,
  mergedTls,
  type ScrapeClass,
  scrapeClassesOf,
  scrapeClassFor,
} from '../../../lib/simulator/operator/scrape-class';

const CLASSES = scrapeClassesOf({ scrapeClasses: [{ name: 'a' }, { name: 'b', default: true }] });
const of = (spec: any): ScrapeClass => ({ name: 'a', field: 'spec.scrapeClasses[0]', spec });

describe('scrapeClassFor', () => {
  test.each([
    ['names it', { scrapeClass: 'a' }, 'a'],
    ['names none', {}, 'b'],
    ['names an empty one', { scrapeClass: '' }, 'b'],
    ['names null', { scrapeClass: null }, 'b'],
  ])('is right where a monitor %s', (_, spec, name) => {
    expect(scrapeClassFor(spec, CLASSES)?.name).toBe(name);
  });

  test('is none without a default', () => {
    expect(scrapeClassFor({}, scrapeClassesOf({ scrapeClasses: [{ name: 'a' }] }))).toBeUndefined();
    expect(scrapeClassFor({}, scrapeClassesOf({}))).toBeUndefined();
  });
});

describe('mergedTls', () => {
  const scrapeClass = of({ tlsConfig: { caFile: '/ca', certFile: '/cert', keyFile: '/key', serverName: 'x' } });

  test('is the whole of the class where the monitor has none', () => {
    expect(mergedTls(undefined, 'ServiceMonitor', scrapeClass)).toEqual(scrapeClass.spec.tlsConfig);
    expect(mergedTls({}, 'PodMonitor', scrapeClass)).toEqual(scrapeClass.spec.tlsConfig);
  });

  test('fills in files alone where the monitor has some, even an empty one of a ServiceMonitor', () => {
    const files = { caFile: '/ca', certFile: '/cert', keyFile: '/key' };
    expect(mergedTls({}, 'ServiceMonitor', scrapeClass)).toEqual(files);
    expect(mergedTls({ insecureSkipVerify: true }, 'PodMonitor', scrapeClass)).toEqual({
      insecureSkipVerify: true,
      ...files,
    });
  });

  test('leaves what the monitor has', () => {
    const own = { ca: { secret: { name: 's', key: 'ca' } }, certFile: '/own', keySecret: { name: 's', key: 'k' } };
    expect(mergedTls(own, 'ServiceMonitor', scrapeClass)).toEqual(own);
  });
});

describe('mergedAuthorization', () => {
  const scrapeClass = of({ authorization: { credentials: { name: 's', key: 'k' } } });

  test('is that of the class where the monitor has none', () => {
    expect(mergedAuthorization(undefined, scrapeClass)).toEqual(scrapeClass.spec.authorization);
    expect(mergedAuthorization({ type: '' }, scrapeClass)).toEqual(scrapeClass.spec.authorization);
    expect(mergedAuthorization(undefined, undefined)).toBeUndefined();
  });

  test('takes credentials of the class where the monitor has but a type', () => {
    expect(mergedAuthorization({ type: 'X' }, scrapeClass)).toEqual({
      type: 'X',
      credentials: { name: 's', key: 'k' },
    });
  });

  test('leaves the credentials of the monitor', () => {
    const own = { credentials: { name: 'own', key: 'k' } };
    expect(mergedAuthorization(own, scrapeClass)).toEqual(own);
  });
});

describe('fromMonitorOrClass', () => {
  test('prefers the monitor', () => {
    const scrapeClass = of({ fallbackScrapeProtocol: 'A' });
    expect(fromMonitorOrClass('fallbackScrapeProtocol', { fallbackScrapeProtocol: 'B' }, scrapeClass)).toBe('B');
    expect(fromMonitorOrClass('fallbackScrapeProtocol', {}, scrapeClass)).toBe('A');
    expect(fromMonitorOrClass('attachMetadata', {}, undefined)).toBeUndefined();
  });
});
