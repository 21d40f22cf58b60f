import * as fs from 'node:fs';
import * as path from 'node:path';
import { readConfiguration } from '../../../lib/simulator/alertmanager/read-configuration';
import { matchRoutes } from '../../../lib/simulator/alertmanager/route';
import { type RouteCase, randomMatchers, randomTree } from './random-routes';

/** What `record-routes.ts` wrote. */
interface Recorded {
  readonly amtool: string;
  readonly trees: (string | null)[][];
  readonly matchers: (string | null)[][];
}

const recorded: Recorded = JSON.parse(fs.readFileSync(path.join(__dirname, 'recorded-routes.json'), 'utf8'));

/** Receivers as amtool prints them; null where the configuration is refused. */
function receiversOf({ config, alerts }: RouteCase): (string | null)[] {
  const { configuration, problems } = readConfiguration(JSON.stringify(config), undefined, '');
  return alerts.map((alert) =>
    configuration === undefined || problems.length > 0
      ? null
      : matchRoutes(configuration.root, alert)
          .map(({ receiver }) => receiver)
          .join(','),
  );
}

describe(`amtool ${recorded.amtool} and the simulator`, () => {
  test.each(recorded.trees.map((verdict, seed) => ({ seed, verdict })))(
    'send alerts to the same receivers in random tree $seed',
    ({ seed, verdict }) => {
      expect(receiversOf(randomTree(seed))).toEqual(verdict);
    },
  );

  test('read the same matchers, and refuse the same', () => {
    const differing = recorded.matchers.flatMap((verdict, seed) => {
      const given = randomMatchers(seed);
      const found = receiversOf(given);
      const text = given.config.route.routes[0].matchers[0];
      return JSON.stringify(found) === JSON.stringify(verdict) ? [] : [{ seed, text, verdict, found }];
    });
    expect(differing).toEqual([]);
    expect(recorded.matchers.filter(([first]) => first === null).length).toBeGreaterThan(20);
    expect(recorded.matchers.filter(([first]) => first !== null).length).toBeGreaterThan(20);
  });
});
