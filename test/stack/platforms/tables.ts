import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Platform } from '../../../lib/stack/platform';
import { ControlPlaneMetrics } from '../../../lib/stack/platforms/control-plane';
import { GkeDns } from '../../../lib/stack/platforms/google';
import type { PlatformSetting } from '../../../lib/stack/platforms/platform-setting';

const ROOT = join(__dirname, '..', '..', '..');
export const PAGE = join(ROOT, 'docs', 'platforms.md');
export const SOURCE = join(ROOT, 'lib', 'stack', 'platform.ts');

/** Every constant of the class, by its name. */
export const CONSTANTS: [name: string, platform: Platform][] = Object.entries(Platform).filter(
  (entry): entry is [string, Platform] => entry[1] instanceof Platform,
);

/** A line of the page that says what an expression sets, with the table below it. */
const BLOCK = /^`(Platform\.[^`]+)` (?:sets|leaves)[^\n]*\n(?:\n\| value \|[^\n]*\n(?:\|[^\n]*\n)+)?/gm;

/** The expressions of a page whose values it lists. */
export function expressionsOf(page: string): string[] {
  return [...page.matchAll(BLOCK)].map(([, code]) => code);
}

/** The page with the tables that its expressions give today. */
export function updatedPage(page: string): string {
  return page.replace(BLOCK, (_block, code) => blockOf(code));
}

/** The class with the tables that its constants give today. */
export function updatedSource(source: string): string {
  return CONSTANTS.reduce((text, [name, { settings }]) => {
    const [before, after] = text.split(new RegExp(`(?=^ {2}public static readonly ${name} )`, 'm'));
    const start = before.lastIndexOf('/**');
    const rows = settings.length > 0 ? table(settings).map((line) => `   * ${line}\n`) : [];
    const comment = before.slice(start).replace(/(?: {3}\* (?:\|.*|\{TABLE\})\n)+/, () => rows.join(''));
    return before.slice(0, start) + comment + after;
  }, source);
}

export function read(file: string): string {
  return readFileSync(file, 'utf8');
}

/** The platform that an expression of TypeScript gives. */
export function evaluate(code: string): Platform {
  return new Function('Platform', 'ControlPlaneMetrics', 'GkeDns', `return ${code};`)(
    Platform,
    ControlPlaneMetrics,
    GkeDns,
  );
}

function blockOf(code: string): string {
  const { name, settings } = evaluate(code);
  if (CONSTANTS.some(([constant]) => code === `Platform.${constant}`)) {
    return settings.length > 0 ? `\`${code}\` sets:\n\n${table(settings).join('\n')}\n` : `\`${code}\` sets nothing.\n`;
  }
  const base = CONSTANTS.find(([, platform]) => platform.name === name)?.[1].settings ?? [];
  const added = settings.filter((setting) => !base.map(row).includes(row(setting)));
  const left = base.filter(({ path }) => !settings.some((setting) => setting.path === path));
  const sentences = [
    ...(left.length > 0 ? [`leaves out ${left.map(({ path }) => `\`${path}\``).join(', ')}`] : []),
    ...(added.length > 0 ? ['sets'] : []),
  ];
  const sentence = `\`${code}\` ${sentences.join(' and ')}`;
  return added.length > 0 ? `${sentence}:\n\n${table(added).join('\n')}\n` : `${sentence}.\n`;
}

function table(settings: readonly PlatformSetting[]): string[] {
  return ['| value | set to | because |', '| --- | --- | --- |', ...settings.map(row)];
}

function row({ path, value, reason }: PlatformSetting): string {
  return `| \`${path}\` | \`${JSON.stringify(value)}\` | ${reason} |`;
}
