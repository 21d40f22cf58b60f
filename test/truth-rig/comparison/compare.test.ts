import { compare, differenceText } from '../../../truth/comparison/compare';
import type { JobPrediction, Prediction } from '../../../truth/prediction/predict';
import type { ActiveTarget, Truth } from '../../../truth/scenario/truth';
import { MUTATIONS } from '../../truth/mutations';

const INSTANCE = 'Prometheus monitoring/k8s';
const JOB = 'serviceMonitor/shop/web/0';

function target(url: string, more: Partial<ActiveTarget> = {}): ActiveTarget {
  return { url, labels: { job: 'web', namespace: 'shop' }, interval: '30s', timeout: '10s', ...more };
}

function job(more: Partial<JobPrediction> = {}): JobPrediction {
  return {
    active: [target('http://a/metrics'), target('http://b/metrics', { shards: 'one' })],
    dropped: ['shop c:1 service=web', 'shop d:1 service=web'],
    unsure: [],
    ...more,
  };
}

function prediction(more: Partial<JobPrediction> = {}): Prediction {
  return {
    refused: { 'ServiceMonitor shop/bad': 'spec.endpoints: is a map' },
    instances: {
      [INSTANCE]: {
        outcome: 'loaded',
        rejected: { 'PodMonitor shop/worse': 'scrapeTimeout is longer' },
        jobs: { [JOB]: job(more) },
      },
    },
    alertmanagers: {
      'Alertmanager monitoring/main': {
        outcome: 'loaded',
        rejected: { 'AlertmanagerConfig shop/bad': 'no receiver' },
        configuration: { routes: ['{} -> null'], receivers: ['null'], inhibitRules: [], timeIntervals: ['night'] },
        alerts: { 'alertname=Sample': ['null'] },
      },
    },
    context: undefined as never,
  };
}

function truth(of: Prediction = prediction()): Truth {
  const { refused, instances, alertmanagers } = structuredClone(of);
  return { refused, instances, alertmanagers };
}

/** What was observed of the job alone is other than what is predicted. */
function observing(change: Partial<JobPrediction>): Truth {
  return truth(prediction(change));
}

test('finds no difference between equal facts, in whatever order they come', () => {
  const turned = (one: ActiveTarget): ActiveTarget => ({
    timeout: one.timeout,
    interval: one.interval,
    labels: Object.fromEntries(Object.entries(one.labels).reverse()),
    url: one.url,
    ...(one.shards === undefined ? {} : { shards: one.shards }),
  });
  const observed = observing({
    active: [...job().active].reverse().map(turned),
    dropped: [...job().dropped].reverse(),
  });
  expect(compare(prediction(), observed)).toEqual([]);
});

test('does not compare messages', () => {
  const observed = truth();
  const { instances } = observed;
  const others = {
    refused: { 'ServiceMonitor shop/bad': 'ValidationError' },
    instances: {
      [INSTANCE]: { ...instances[INSTANCE], message: 'fine', rejected: { 'PodMonitor shop/worse': 'skipping object' } },
    },
  };
  expect(compare(prediction(), others)).toEqual([]);
});

test.each(MUTATIONS.map((mutation) => [mutation.title, mutation] as const))(
  'finds the difference where %s',
  (_title, { fact, mutate }) => {
    const falsified = mutate(truth(), prediction());
    expect(falsified).not.toEqual([]);
    for (const one of falsified) {
      expect(compare(prediction(), one).map(({ kind }) => kind)).toContain(fact);
    }
  },
);

test('finds the difference the other way round, too', () => {
  const empty: Truth = { refused: {}, instances: {} };
  const nothing: Prediction = { refused: {}, instances: {}, context: undefined as never };
  expect(compare(nothing, truth()).map(({ kind, predicted }) => [kind, predicted])).toEqual([
    ['refused', '(nothing)'],
    ['instance', '(nothing)'],
    ['alertmanager', '(nothing)'],
  ]);
  expect(compare(prediction(), empty).map(({ kind, observed }) => [kind, observed])).toEqual([
    ['refused', '(nothing)'],
    ['instance', '(nothing)'],
  ]);
});

test('does not name the jobs of an instance that has another outcome', () => {
  const { instances } = truth();
  const observed: Truth = {
    ...truth(),
    instances: { [INSTANCE]: { ...instances[INSTANCE], outcome: 'refused', message: 'duplicate job', jobs: {} } },
  };
  expect(compare(prediction(), observed)).toEqual([
    { kind: 'outcome', place: INSTANCE, predicted: 'loaded', observed: 'refused: duplicate job' },
  ]);
});

test('takes an object by the name of something that every map has for what it is', () => {
  const observed: Truth = { ...truth(), refused: { ...truth().refused, constructor: 'no such name' } };
  expect(compare(prediction(), observed).map(({ place }) => place)).toEqual(['constructor']);
});

describe('of a target about which the simulator is not sure', () => {
  const dropped = 'shop e:1 service=web';
  const unsure = { dropped, address: 'e:1' };
  const [first] = job().active;

  test.each([
    ['is dropped', { dropped: [...job().dropped, dropped] }],
    ['is active', { active: [...job().active, target('http://e:1/metrics')] }],
    ['is neither', {}],
  ])('it is right when the target %s', (_what, observed) => {
    expect(compare(prediction({ unsure: [unsure] }), observing(observed))).toEqual([]);
  });

  test('it is right when one that looks the same is certainly dropped', () => {
    const predicted = prediction({ dropped: [...job().dropped, dropped], unsure: [unsure] });
    expect(compare(predicted, observing({ dropped: [...job().dropped, dropped] }))).toEqual([]);
  });

  test('it is wrong when another target is active', () => {
    const active = [...job().active, target('http://e:1/metrics'), target('http://f:1/metrics')];
    expect(compare(prediction({ unsure: [unsure] }), observing({ active }))).toMatchObject([
      { kind: 'active', predicted: '(nothing)', observed: expect.stringContaining('http://f:1/metrics') },
    ]);
  });

  test('it is wrong when the target is active twice', () => {
    const active = [...job().active, target('http://e:1/metrics'), target('https://e:1/metrics')];
    const predicted = prediction({ unsure: [unsure] });
    expect(compare(predicted, observing({ active }))).toHaveLength(1);
    const twice = prediction({ unsure: [unsure, { dropped: 'shop e:1 service=other', address: 'e:1' }] });
    expect(compare(twice, observing({ active }))).toEqual([]);
  });

  test('it is wrong when another target is missing', () => {
    expect(compare(prediction({ unsure: [unsure] }), observing({ active: [first] }))).toMatchObject([
      { kind: 'active', observed: '(nothing)' },
    ]);
  });
});

test('does not ask a recording about Alertmanagers that were not looked at', () => {
  const { alertmanagers: _, ...observed } = truth();
  expect(compare(prediction(), observed)).toEqual([]);
});

test('says in words what the two sides say', () => {
  expect(
    differenceText({ kind: 'dropped', place: `${INSTANCE}: ${JOB}`, predicted: 'shop c:1', observed: '(nothing)' }),
  ).toBe(
    [
      'Prometheus monitoring/k8s: serviceMonitor/shop/web/0 (dropped)',
      '  the simulator says: shop c:1',
      '  a real cluster says: (nothing)',
    ].join('\n'),
  );
});
