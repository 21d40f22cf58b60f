import { mergeValues } from '../values';
import { QUANTITY, TEXT } from './value-kind';
import { at, type ValueEntry } from './value-table';

/** Size of the volume of each replica. */
export function storageSize(path: string): ValueEntry {
  const claim = `${path}.volumeClaimTemplate.spec`;
  const size = at(`${claim}.resources.requests.storage`, QUANTITY);
  const modes = at(`${claim}.accessModes`, { type: 'list', problem: () => undefined, write: () => ['ReadWriteOnce'] });
  return {
    paths: [...size.paths, ...modes.paths],
    problems: size.problems,
    write: (prop) => mergeValues(size.write(prop), modes.write(prop)),
  };
}

/** Its storage class. */
export function storageClass(path: string): ValueEntry {
  return at(`${path}.volumeClaimTemplate.spec.storageClassName`, TEXT);
}
