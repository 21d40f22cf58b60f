import { selectionProblems } from '../../../lib/simulator/operator/describe-selection';
import { selectMonitors } from '../../../lib/simulator/operator/select-monitors';
import { bagOf, instanceIn, object, podMonitor, prometheus, relabel, serviceMonitor } from './fixtures';

function outcomeOf(spec: any, monitor = serviceMonitor(), more: any[] = [], flags: string[] = []) {
  const bag = bagOf(prometheus(spec), monitor, ...more);
  const [outcome] = selectMonitors([instanceIn(bag, flags)], bag, relabel);
  return outcome;
}

const LABELLED = serviceMonitor({}, { labels: { release: 'stack', team: 'web' } });
const SHOP = object('Namespace', 'shop', undefined, { metadata: { namespace: undefined, labels: { tier: 'prod' } } });

describe('selectMonitors', () => {
  test.each([
    ['both selectors are empty', {}],
    ['labels fit', { serviceMonitorSelector: { matchLabels: { release: 'stack' } } }],
    [
      'labels and expressions fit',
      {
        serviceMonitorSelector: {
          matchLabels: { team: 'web' },
          matchExpressions: [{ key: 'release', operator: 'In', values: ['stack', 'other'] }],
        },
      },
    ],
    ['the Namespace has the label', { serviceMonitorNamespaceSelector: { matchLabels: { tier: 'prod' } } }],
    [
      'the namespace is selected by its name, which it has as a label by itself',
      { serviceMonitorNamespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } },
    ],
  ])('selects a monitor where %s', (_, spec) => {
    expect(outcomeOf(spec, LABELLED, [SHOP])).toMatchObject({ state: 'selected', misses: [], problems: [] });
  });

  test.each([
    [
      'its label has another value',
      { serviceMonitorSelector: { matchLabels: { release: 'other' } } },
      { link: 'labels', failed: { requirement: { key: 'release' }, actual: 'stack' } },
      'unselected/labels',
    ],
    [
      'it lacks the label',
      { serviceMonitorSelector: { matchLabels: { app: 'web' } } },
      { link: 'labels', failed: { requirement: { key: 'app' }, actual: undefined } },
      'unselected/labels',
    ],
    [
      'the selector is absent',
      { serviceMonitorSelector: undefined },
      { link: 'labels', failed: undefined },
      'unselected/no-selector',
    ],
    [
      'the selector is null',
      { serviceMonitorSelector: null },
      { link: 'labels', failed: undefined },
      'unselected/no-selector',
    ],
    [
      'it is in another namespace and the namespace selector is absent',
      { serviceMonitorNamespaceSelector: undefined },
      { link: 'namespace', failed: undefined },
      'unselected/other-namespace',
    ],
    [
      'its Namespace has another label',
      { serviceMonitorNamespaceSelector: { matchLabels: { tier: 'test' } } },
      { link: 'namespace', failed: { requirement: { key: 'tier' }, actual: 'prod', certain: true } },
      'unselected/namespace',
    ],
  ])('does not select a monitor where %s', (_, spec, miss, code) => {
    const outcome = outcomeOf(spec, LABELLED, [SHOP]);
    expect(outcome).toMatchObject({ state: 'unselected', misses: [miss] });
    expect(selectionProblems(outcome)).toMatchObject([{ code }]);
  });

  test('tells both, where labels and namespace do not fit', () => {
    const spec = { serviceMonitorSelector: { matchLabels: { a: 'b' } }, serviceMonitorNamespaceSelector: undefined };
    expect(outcomeOf(spec).misses.map(({ link }) => link)).toEqual(['labels', 'namespace']);
  });

  test('takes a monitor of its own namespace without a namespace selector', () => {
    const own = serviceMonitor({}, { namespace: 'monitoring' });
    expect(outcomeOf({ serviceMonitorNamespaceSelector: undefined }, own).state).toBe('selected');
  });

  test('cannot decide by the labels of a namespace that the bag does not hold', () => {
    const outcome = outcomeOf({ serviceMonitorNamespaceSelector: { matchLabels: { tier: 'prod' } } }, LABELLED);
    expect(outcome.state).toBe('undecided');
    expect(selectionProblems(outcome)).toMatchObject([{ code: 'unselected/namespace', certainty: 'absent' }]);
  });

  test('decides by the name of a namespace that the bag does not hold', () => {
    const spec = { serviceMonitorNamespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'other' } } };
    expect(outcomeOf(spec, LABELLED).state).toBe('unselected');
  });

  test('does not see a monitor in a namespace that the Operator does not watch', () => {
    const flags = ['--namespaces=monitoring'];
    const outcome = outcomeOf({}, LABELLED, [SHOP], flags);
    expect(outcome.state).toBe('unseen');
    expect(selectionProblems(outcome)).toMatchObject([{ code: 'unseen/unwatched-namespace' }]);
  });

  test('has selectors of their own for PodMonitors', () => {
    const spec = { serviceMonitorSelector: undefined };
    expect(outcomeOf(spec, podMonitor()).state).toBe('selected');
    expect(outcomeOf({ podMonitorSelector: { matchLabels: { a: 'b' } } }, podMonitor()).misses).toMatchObject([
      { selectorField: 'spec.podMonitorSelector' },
    ]);
  });

  test('has no outcome at an instance that is not managed', () => {
    expect(outcomeOf({ paused: true })).toBeUndefined();
  });

  test('rejects a monitor for what is certain, and where asked for what is absent', () => {
    const token = (name: string) => serviceMonitor({ endpoints: [{ bearerTokenSecret: { name, key: 'token' } }] });
    const other = object('Secret', 'there', undefined, { stringData: { other: '' } });
    expect(outcomeOf({}, token('there'), [other]).state).toBe('rejected');
    expect(outcomeOf({}, token('gone'), [other])).toMatchObject({
      state: 'selected',
      problems: [{ certainty: 'absent' }],
    });
    const bag = bagOf(prometheus(), token('gone'));
    expect(selectMonitors([instanceIn(bag)], bag, relabel, 'complete')).toMatchObject([{ state: 'rejected' }]);
  });

  test('judges a monitor for each Prometheus by itself', () => {
    const slow = prometheus({ scrapeInterval: '2m' });
    const fast = { ...prometheus({ scrapeInterval: '10s' }), metadata: { name: 'fast', namespace: 'monitoring' } };
    const monitor = serviceMonitor({ endpoints: [{ port: 'http', scrapeTimeout: '1m' }] });
    const states = [slow, fast].map((one) => {
      const bag = bagOf(one, monitor);
      return selectMonitors([instanceIn(bag)], bag, relabel)[0].state;
    });
    expect(states).toEqual(['selected', 'rejected']);
  });

  test('sorts by kind, namespace and name, whatever the order of the bag', () => {
    const monitors = ['b', 'a'].flatMap((name) => [podMonitor({}, { name }), serviceMonitor({}, { name })]);
    const bag = bagOf(prometheus(), ...monitors);
    const names = selectMonitors([instanceIn(bag)], bag, relabel).map(
      ({ monitor: { object } }) => `${object.kind} ${object.metadata.name}`,
    );
    expect(names).toEqual(['ServiceMonitor a', 'ServiceMonitor b', 'PodMonitor a', 'PodMonitor b']);
  });
});

describe('selectionProblems', () => {
  test('say what is missing and where to add it', () => {
    const outcome = outcomeOf({ serviceMonitorSelector: { matchLabels: { release: 'stack' } } });
    expect(selectionProblems(outcome)).toMatchObject([
      {
        field: 'metadata.labels.release',
        message:
          'Prometheus monitoring/k8s takes only monitors with release=stack (spec.serviceMonitorSelector.matchLabels.release), and "web" has no label "release".',
        fix: 'add the label release: stack to ServiceMonitor shop/web.',
      },
    ]);
  });

  test('are none for a selected monitor', () => {
    expect(selectionProblems(outcomeOf({}))).toEqual([]);
  });
});
