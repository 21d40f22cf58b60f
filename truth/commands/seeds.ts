/** Which random clusters are meant. */
export interface Seeds {
  readonly first: number;
  readonly count: number;
}

/** Their seeds, one after the other. */
export function seedsOf({ first, count }: Seeds): number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}
