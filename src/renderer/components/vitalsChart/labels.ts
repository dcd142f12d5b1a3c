/** A rectangle something is drawn in. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

export function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.left + other.width &&
    other.left < one.left + one.width &&
    one.top < other.top + other.height &&
    other.top < one.top + one.height
  );
}

export function isWithin(box: Box, outer: Box): boolean {
  return (
    box.left >= outer.left &&
    box.top >= outer.top &&
    box.left + box.width <= outer.left + outer.width &&
    box.top + box.height <= outer.top + outer.height
  );
}

/** The first place that lies within the drawing and covers nothing; undefined when all are taken. */
export function freePlace(places: readonly Box[], taken: readonly Box[], within: Box): Box | undefined {
  return places.find((place) => isWithin(place, within) && !taken.some((box) => overlaps(place, box)));
}
