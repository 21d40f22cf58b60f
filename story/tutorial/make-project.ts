import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Step } from './read-tutorial';
import { runText, writeFiles } from './run-steps';

const ROOT = path.join(__dirname, '..', '..');

/**
 * Makes the project of the tutorial: its files, and what it installs, with this package in place of the published one. It
 * needs the npm registry.
 *
 * @returns its folder
 */
export function makeProject(steps: readonly Step[], log: (line: string) => void): string {
  const folder = path.join(ROOT, 'truth', 'build', 'story');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  log('Packing this package.');
  // To pack it is to build it.
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8' });
  // What builds it prints too.
  const [{ filename }] = JSON.parse(packed.slice(packed.lastIndexOf('\n[') + 1));
  log('Making the project of the tutorial.');
  const env = { ...process.env };
  for (const { text } of steps.filter(({ action }) => action === 'prepare')) {
    const own = text.replace(/(?<=^npm install .*?)\bcdk8s-prometheus\b/gm, `./${filename}`);
    runText(own, { folder, env });
  }
  writeFiles(steps, folder);
  return folder;
}
