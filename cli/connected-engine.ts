import type { Engine } from './engine';

/** The engine of the library: the one place where the command line meets reading, stacks, simulator and checks. */
export function connectedEngine(): Engine {
  return {
    readManifests: unconnected,
    readValuesFile: unconnected,
    readStack: unconnected,
    locate: unconnected,
    evaluate: unconnected,
  };
}

function unconnected(): never {
  throw new Error('The command line is not connected to the library yet.');
}
