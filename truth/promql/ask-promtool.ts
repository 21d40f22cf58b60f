import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

/** One way to ask: a promtool, and what is switched on. */
export interface Asked {
  readonly version: string;
  /** Folder below `truth/build/bin`. */
  readonly build: string;
  readonly features: readonly string[];
  /** What this promtool has switched on without being asked. */
  readonly always?: readonly string[];
}

/** In the order of the letters of a verdict. What is experimental in 2.53 its promtool does not switch on. */
export const ASKED: readonly Asked[] = [
  { version: '2.53.3', build: 'prometheus-2', features: [] },
  { version: '3.15.0', build: 'prometheus-3', features: [], always: ['promql-duration-expr'] },
  {
    version: '3.15.0',
    build: 'prometheus-3',
    features: ['promql-experimental-functions', 'promql-extended-range-selectors', 'promql-binop-fill-modifiers'],
    always: ['promql-duration-expr'],
  },
];

/** Which of these expressions promtool takes: a rule for each, in a group of its own, which the errors name. */
export function askPromtool(expressions: readonly string[], asked: Asked): boolean[] {
  return askAboutRules(
    expressions.map((expr) => ({ alert: 'A', expr })),
    asked,
  );
}

/** Which of these templates promtool takes as an annotation of an alert. */
export function askAboutTemplates(templates: readonly string[], asked: Asked): boolean[] {
  return askAboutRules(
    templates.map((summary) => ({ alert: 'A', expr: 'up', annotations: { summary } })),
    asked,
  );
}

function askAboutRules(rules: readonly object[], { build, features }: Asked): boolean[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'promql-'));
  try {
    const groups = rules.map((rule, i) => ({ name: `e${i}`, rules: [rule] }));
    const file = path.join(folder, 'rules.yaml');
    writeFileSync(file, JSON.stringify({ groups }));
    const args = ['check', 'rules', '--lint=none', ...features.map((feature) => `--enable-feature=${feature}`), file];
    const promtool = path.join(__dirname, '..', 'build', 'bin', build, 'promtool');
    const { status, stderr, stdout } = spawnSync(promtool, args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
    const refused = new Set([...stderr.matchAll(/group "(e\d+)", rule 1/g)].map(([, name]) => name));
    if ((status === 0) !== (refused.size === 0)) {
      throw new Error(`promtool says something else: ${stderr.slice(0, 500)}${stdout.slice(0, 500)}`);
    }
    return rules.map((_, i) => !refused.has(`e${i}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
