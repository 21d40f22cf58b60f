let next = 20000;

/** A port of the enclosure that nothing else uses: only the rig listens in there. */
export function freePort(): number {
  next = next >= 60000 ? 20000 : next + 1;
  return next;
}
