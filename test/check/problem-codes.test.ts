import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { CHECKS } from '../../lib/check/registry';

const SIMULATOR = path.join(__dirname, '..', '..', 'lib', 'simulator');

/** The files of the simulator that find problems. */
const FILES = ['operator', 'rules'].flatMap((folder) =>
  readdirSync(path.join(SIMULATOR, folder)).map((file) => ({ file, name: path.join(SIMULATOR, folder, file) })),
);

/** Files whose problems belong to a group of codes: shared ones to the groups that use them. */
const GROUPS: { readonly [file: string]: readonly string[] } = {
  'check-kubernetes-discovery.ts': ['rejected'],
  'check-relabelings.ts': ['rejected', 'frozen'],
  'check-static-labels.ts': ['rejected'],
  'poison-probe.ts': ['poison'],
  'poison-scrape-config.ts': ['poison'],
  'reject-monitor.ts': ['rejected'],
  'reject-probe.ts': ['rejected'],
  'reject-scrape-config.ts': ['rejected'],
  'check-authentication.ts': ['rejected', 'frozen'],
  'check-options.ts': ['frozen'],
  'check-proxy.ts': ['rejected', 'frozen'],
  'check-remote.ts': ['frozen'],
  'check-storage-class.ts': ['frozen', 'stuck'],
  'check-timing.ts': ['rejected', 'frozen'],
  'check-tls.ts': ['rejected', 'frozen'],
  'freeze-instance.ts': ['frozen'],
  'operator-crashes.ts': ['poison', 'refused'],
  'own-configs.ts': ['refused'],
  'poisons.ts': ['poison'],
  'problem-list.ts': ['rejected', 'frozen'],
  'refused-alerting.ts': ['refused'],
  'refused-clients.ts': ['poison', 'refused'],
  'refused-globals.ts': ['poison', 'refused'],
  'refused-relabelings.ts': ['poison', 'refused'],
  'refused-remotes.ts': ['refused'],
  'refused-tracing.ts': ['refused'],
  'refused-values.ts': ['poison', 'refused'],
  'secret-or-config-map.ts': ['rejected', 'frozen'],
  'stuck-pods.ts': ['stuck'],
};

/** Codes that a file could make by its text, and does not. */
const NEVER = new Set([
  // What both a monitor and its Prometheus may have stands in one place, with more about the latter.
  ...['authentication', 'proxy', 'name-schemes', 'label-name', 'agent-storage'].map((name) => `poison/${name}`),
]);

/** Names in `problems.add('name', …)`, also where a condition chooses one; `${code}-missing` for Secrets and ConfigMaps. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\.add\(\s*([^;]*?),\s*(?:\n|[a-z])/g)].flatMap(([, first]) =>
    [...first.matchAll(/'([a-z0-9-]+)'|`\$\{code\}(-[a-z-]+)`/g)].flatMap(([, name, ending]) =>
      ending === undefined ? [name] : [`secret${ending}`, `config-map${ending}`],
    ),
  );
}

function emittedCodes(): Set<string> {
  const codes = new Set<string>();
  for (const { file, name: fileName } of FILES) {
    const text = readFileSync(fileName, 'utf8');
    for (const name of namesIn(text)) {
      for (const group of GROUPS[file] ?? [`unknown group of ${file}`]) {
        codes.add(`${group}/${name}`);
      }
    }
    for (const [, code] of text.matchAll(/(?:code: |refuse\(\s*)'([a-z-]+\/[a-z-]+)'/g)) {
      codes.add(code);
    }
    if (text.includes('`dropped-rule/')) {
      codes.add('dropped-rule/*');
    }
    if (text.includes('code: `dropped/')) {
      codes.add('dropped/*');
    }
  }
  // The relabelings of a monitor and those of an instance are validated in one place.
  codes.add('frozen/relabeling');
  return codes;
}

describe('a problem that the simulated Operator finds', () => {
  const emitted = [...emittedCodes()].filter((code) => !NEVER.has(code)).sort();
  const claims = CHECKS.flatMap(({ id, codes = [] }) => codes.map((code) => ({ id, code })));

  test.each(emitted)('%s is the business of exactly one check', (code) => {
    expect(claims.filter((claim) => claim.code === code)).toHaveLength(1);
  });

  test('is known to the simulator where a check speaks of it', () => {
    expect(claims.filter(({ code }) => !emitted.includes(code))).toEqual([]);
  });

  test('is looked for in the text of the simulator with success', () => {
    expect(emitted).toEqual(
      expect.arrayContaining(['rejected/timeout-above-interval', 'frozen/version', 'unselected/labels', 'dropped/*']),
    );
    expect(emitted.length).toBeGreaterThan(60);
  });
});
