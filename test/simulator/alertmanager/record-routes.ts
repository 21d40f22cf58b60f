import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { type RouteCase, randomMatchers, randomTree } from './random-routes';

/**
 * Asks the real amtool where alerts go, and writes what it says to `recorded-routes.json`.
 *
 * npm run truth -- build
 * npx ts-node --transpile-only --project tsconfig.dev.json test/simulator/alertmanager/record-routes.ts
 */
const ROOT = path.join(__dirname, '..', '..', '..');
const AMTOOL = path.join(ROOT, 'truth', 'build', 'bin', 'amtool');
const TREES = 80;
const MATCHERS = 220;

function verdictOf({ config, alerts }: RouteCase): (string | null)[] {
  const file = path.join(os.tmpdir(), `routes-${process.pid}.yaml`);
  fs.writeFileSync(file, JSON.stringify(config));
  return alerts.map((alert) => {
    const labels = Object.entries(alert).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
    try {
      const args = ['config', 'routes', 'test', `--config.file=${file}`, ...labels];
      const output = execFileSync(AMTOOL, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
      // Warnings come first.
      return output.trim().split('\n').pop() as string;
    } catch {
      return null;
    }
  });
}

const goMod = fs.readFileSync(path.join(ROOT, 'truth', 'tools', 'alertmanager', 'go.mod'), 'utf8');
const recorded = {
  amtool: /prometheus\/alertmanager v(\S+)/.exec(goMod)?.[1],
  command: 'amtool config routes test --config.file=FILE LABEL=VALUE…',
  trees: Array.from({ length: TREES }, (_, seed) => verdictOf(randomTree(seed))),
  matchers: Array.from({ length: MATCHERS }, (_, seed) => verdictOf(randomMatchers(seed))),
};
const text = JSON.stringify(recorded, null, 2).replace(/\[\n\s+(?=null|")([^[\]]*?)\n\s+\]/g, (list) =>
  list.replace(/\n\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
);
fs.writeFileSync(path.join(__dirname, 'recorded-routes.json'), `${text}\n`);
