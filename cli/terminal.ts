import type { TextStyle } from '../lib/report/text-style';
import type { Environment, OutputStream } from './environment';

/** When to use colours. */
export type ColorWhen = 'auto' | 'always' | 'never';

/** How text is to look on a stream. What is piped is never wrapped, and is the same whatever the locale. */
export function styleOf(stream: OutputStream, environment: Environment, color: ColorWhen): TextStyle {
  const tty = stream.isTTY === true;
  return {
    color: showsColor(tty, environment, color),
    ...(tty && stream.columns ? { width: stream.columns } : {}),
    unicode: !tty || showsUnicode(environment),
  };
}

/** `NO_COLOR` counts when it is not empty (no-color.org), `FORCE_COLOR` unless it is `0` or `false` (force-color.org). */
function showsColor(tty: boolean, { env }: Environment, color: ColorWhen): boolean {
  if (color !== 'auto') {
    return color === 'always';
  }
  if (env.NO_COLOR) {
    return false;
  }
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') {
    return !['0', 'false'].includes(env.FORCE_COLOR);
  }
  return tty && env.TERM !== 'dumb';
}

/** The first of these variables that is set decides (POSIX, "Environment Variables", 8.2). */
function showsUnicode({ env, platform }: Environment): boolean {
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find((value) => value);
  if (locale !== undefined) {
    return /utf-?8/i.test(locale);
  }
  if (platform === 'win32') {
    // Windows Terminal and the terminal of VS Code; the old console has the code page of the country.
    return env.WT_SESSION !== undefined || env.TERM_PROGRAM === 'vscode';
  }
  return platform === 'darwin';
}
