import { Level } from '../report/finding';
import type { Absence } from './absence';
import type { Basis } from './check';

/**
 * Level of a finding by what it rests on; `undefined` where it is none.
 *
 * @param level what the check says
 */
export function levelOf(level: Level, basis: Basis, absence: Absence): Level | undefined {
  switch (basis) {
    case 'present':
      return level;
    case 'made':
      return Level.INFO;
    case 'absent':
    case 'reference':
      return ofAbsence(basis === 'reference' ? atMost(level, Level.WARNING) : level, level, absence);
    case 'hidden':
      return absence === 'complete' ? level : undefined;
  }
}

function ofAbsence(byDefault: Level, proven: Level, absence: Absence): Level {
  switch (absence) {
    case 'default':
      return byDefault;
    case 'complete':
      return proven === Level.INFO ? Level.INFO : Level.ERROR;
    case 'partial':
      return Level.INFO;
    case 'tree':
      return atMost(byDefault, Level.WARNING);
  }
}

const ORDER = [Level.INFO, Level.WARNING, Level.ERROR];

function atMost(level: Level, limit: Level): Level {
  return ORDER.indexOf(level) > ORDER.indexOf(limit) ? limit : level;
}
