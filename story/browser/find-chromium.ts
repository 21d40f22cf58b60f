import { execFileSync } from 'node:child_process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Path of a Chromium: that of the variable `CHROMIUM`, else the first that the system has.
 *
 * @throws Error if there is none
 */
export function findChromium(): string {
  const { CHROMIUM } = process.env;
  const found = CHROMIUM ? [CHROMIUM] : NAMES.flatMap(pathOf);
  if (found.length === 0) {
    throw new Error(
      'No Chromium is installed. Fix: install one, such as the Debian package chromium, or name it in the variable CHROMIUM.',
    );
  }
  return found[0];
}

function pathOf(name: string): string[] {
  try {
    return [execFileSync('sh', ['-c', 'command -v "$0"', name], { encoding: 'utf8' }).trim()];
  } catch {
    return [];
  }
}
